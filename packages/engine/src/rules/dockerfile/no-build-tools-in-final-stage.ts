// SPDX-License-Identifier: Apache-2.0
import {
  keptBuildTools,
  type KeptBuildTool,
} from '../../artifacts/dockerfile/facts/builds/buildTools.ts';
import { stageChain } from '../../artifacts/dockerfile/facts/stages/stageChain.ts';
import { haveUnreadScripts } from '../../artifacts/dockerfile/facts/scripts/unreadScripts.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const noBuildToolsInFinalStage = defineRule({
  id: 'dockerfile/no-build-tools-in-final-stage',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The final stage installs no compilers, headers or version control',
  severity: 'high',
  confidence: 'medium',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.2',
    'NIST-800-190 4.5.1',
    'PCI-DSS-4.0.1 2.2.4',
    'SOC2 CC6.8',
    'CIS-Docker-1.6.0 4.3',
  ],
  peers: {},
  category: 'surface',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'stage-split',
  semantics:
    'Judges the packages that RUN installs in the stages that the final image is made of: the target and those that it builds on by FROM. It fails for compilers, build tools (make, CMake, Maven, Gradle, node-gyp, ...), development files (-dev, -devel, headers) and version control, named in a list or by their form, also where a variable of the file holds the name. A package that the same RUN removes is in no layer and passes; removal in a later RUN does not count. Some -dev packages are needed at run time, because programs open their libraries by name, and pass. What the base image holds already, what a script downloads, and packages of pip are not judged. Nor are images for Windows.',
  rationale:
    'Compilers and their like are of no use to the program, and of much use to an intruder, who can build tools and exploits inside the container. They also bring vulnerabilities of their own.',
  remediation:
    'Install it in a stage that builds and take over the result with COPY --from. Where the program needs a library, install the package without -dev. Where one RUN both builds and cleans up, remove the package in that same RUN (apk add --virtual .build ... && apk del .build).',
  references: [
    'https://docs.docker.com/build/building/multi-stage/',
    'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
  ],
  messages: {
    compiler: 'The final image keeps a compiler: {packages}.',
    buildSystem: 'The final image keeps build tools: {packages}.',
    headers: 'The final image keeps development files: {packages}.',
    versionControl: 'The final image keeps version control: {packages}.',
    hiddenLater:
      'A later RUN removes {packages}, too late: the layer of this one keeps what it installs.',
  },
  examples: {
    passing: [
      'FROM debian:13-slim\nRUN apt-get update && apt-get install -y libpq5\n',
      'FROM python:3.14-alpine\nRUN apk add --virtual .build gcc musl-dev && pip install psycopg && apk del .build\n',
    ],
    failing: [
      'FROM debian:13-slim\nRUN apt-get update && apt-get install -y gcc git\n',
    ],
  },
  check({ target }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    const findings = groupByPlace(keptBuildTools(target)).map(tools => {
      const [{ kind, isHiddenLater, at }] = tools;
      const names = new Set(tools.map(({ name }) => `"${name}"`));
      const packages = [...names].join(', ');
      const messageId = isHiddenLater ? 'hiddenLater' : kind;
      return verdict.finding(messageId, at, { packages });
    });
    const otherwise = haveUnreadScripts(stageChain(target))
      ? verdict.unknown('script-not-read')
      : verdict.passed();
    return verdict.fromFindings(findings, otherwise);
  },
});

type Group = [KeptBuildTool, ...KeptBuildTool[]];

/** Packages of one kind that one call installs are one finding. */
function groupByPlace(tools: readonly KeptBuildTool[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const tool of tools) {
    const { call, kind, isHiddenLater } = tool;
    const key = `${call.start} ${isHiddenLater ? 'hiddenLater' : kind}`;
    const group = groups.get(key);
    if (group) group.push(tool);
    else groups.set(key, [tool]);
  }
  return [...groups.values()];
}
