// SPDX-License-Identifier: Apache-2.0
import {
  imageBuilds,
  type ImageBuild,
} from '../../artifacts/dockerfile/facts/builds/imageBuilds.ts';
import { stageChain } from '../../artifacts/dockerfile/facts/stages/stageChain.ts';
import { haveUnreadScripts } from '../../artifacts/dockerfile/facts/scripts/unreadScripts.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import type { Stage } from '../../artifacts/dockerfile/stages/stage.ts';
import { defineRule } from '../defineRule.ts';

export const multiStageBuild = defineRule({
  id: 'dockerfile/multi-stage-build',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Whatever is built is built in a stage of its own',
  severity: 'high',
  confidence: 'medium',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  frameworks: [
    'NIST-800-190 4.1.2',
    'PCI-DSS-4.0.1 2.2.4',
    'SOC2 CC8.1',
    'CIS-Docker-1.6.0 4.3',
  ],
  peers: {},
  category: 'surface',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'stage-split',
  semantics:
    'Judges the stages that the final image is made of: the target and those that it builds on by FROM. It fails at the first command of a RUN that compiles or bundles: compilers, make, CMake, go build, cargo build, Maven, Gradle, dotnet publish, bundlers, a script named "build" of npm and its like, and so on. It also fails where packages of Python, Node.js or Ruby are installed behind a C compiler that stays in the image. A build that the final stage inherits is reported at the FROM that inherits it. It passes for stages that are only copied from, for packages that are installed without a compiler, and for a RUN that brings its compiler along and removes it again. A script of the project and a makefile target whose name tells nothing are taken for no build; neither are CMD and ENTRYPOINT. Whether the image is itself meant as a tool is not asked. Images for Windows are not judged.',
  rationale:
    'An image in which the program was built also holds compilers, sources and caches: more to attack, more to scan, and tools that help an intruder.',
  remediation:
    'Name the stage that builds (FROM … AS build), begin a second one with FROM and a small runtime image, and take over only the result with COPY --from=build.',
  references: ['https://docs.docker.com/build/building/multi-stage/'],
  messages: {
    onlyStage:
      '"{command}" builds in the only stage, so its tools and sources stay in the image.',
    finalStage:
      '"{command}" builds in the final stage, so its tools and sources stay in the image.',
    inherited:
      'The final image is made from stage "{stage}", in which "{command}" builds.',
    compiled:
      '"{command}" can compile packages with "{compiler}", which stays in the image.',
  },
  examples: {
    passing: [
      'FROM golang:1.25 AS build\nRUN go build -o /app .\nFROM gcr.io/distroless/static-debian13\nCOPY --from=build /app /app\n',
      'FROM nginx:1.29-alpine\nCOPY public /usr/share/nginx/html\n',
    ],
    failing: ['FROM golang:1.25\nCOPY . .\nRUN go build -o /app .\n'],
  },
  check({ build, target }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    const stages = stageChain(target);
    const isOnly = build.stages.length === 1;
    const findings = firstOfPlaces(imageBuilds(target), target).map(found => {
      const { at, label: command, stage, compiler } = found;
      const user = stages[stages.indexOf(stage) + 1];
      if (user) {
        const from = user.from.args[0] ?? user.from;
        const data = { stage: stage.name ?? '', command };
        return verdict.finding('inherited', from, data);
      }
      return compiler === undefined
        ? verdict.finding(isOnly ? 'onlyStage' : 'finalStage', at, { command })
        : verdict.finding('compiled', at, { command, compiler });
    });
    const otherwise = haveUnreadScripts(stages)
      ? verdict.unknown('script-not-read')
      : verdict.passed();
    return verdict.fromFindings(findings, otherwise);
  },
});

/** A RUN of the target is one place, and so is a stage that it inherits. */
function firstOfPlaces(
  builds: readonly ImageBuild[],
  target: Stage,
): ImageBuild[] {
  const places = new Set<unknown>();
  return builds.filter(({ run, stage }) => {
    const place = stage === target ? run.step : stage;
    const isFirst = !places.has(place);
    places.add(place);
    return isFirst;
  });
}
