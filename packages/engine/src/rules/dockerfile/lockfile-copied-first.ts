// SPDX-License-Identifier: Apache-2.0
import {
  installSources,
  type InstallSources,
} from '../../artifacts/dockerfile/facts/dependencies/installSources.ts';
import { listsNoDependencies } from '../../artifacts/dockerfile/facts/dependencies/projectManifest.ts';
import { haveUnreadScripts } from '../../artifacts/dockerfile/facts/scripts/unreadScripts.ts';
import { neededLinuxStages } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const lockfileCopiedFirst = defineRule({
  id: 'dockerfile/lockfile-copied-first',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Manifests and lock files are copied before the sources',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  frameworks: [],
  peers: {},
  category: 'reproducibility',
  lifecycle: 'stable',
  effort: 'auto',
  semantics:
    'Judges every RUN that only installs dependencies from a manifest (npm ci, pip install -r, go mod download, mvn dependency:go-offline, gradle dependencies, cargo fetch or chef cook, dotnet restore, bundle install, composer install and the like) in the stages that the build needs, and what COPY and ADD have brought from the build context before it, base stages included. It fails at a copy of the whole context, of a folder named src, or, where the files of the repository are known, of a folder that holds the project; and at a manifest that is copied without a lock file of its tool, unless the repository has none. It passes when the same tool has installed before that copy, when the manifests come by RUN --mount=type=bind, when --exclude keeps files out, and when the manifest is known to list no dependencies. Folders of a workspace that are copied by name pass. Commands that fetch dependencies only while they build (go build, mvn package), and pip install of the project itself, are not judged.',
  rationale:
    'A layer is built again when a file changes that was copied before it. Without this order every change of a source file downloads all dependencies again; without the lock file the image gets other versions than those that were tested.',
  remediation:
    'Copy the manifest and the lock file first (COPY package.json package-lock.json ./), install, and copy the sources after that. With BuildKit, RUN --mount=type=bind of the two files does without the first COPY.',
  references: [
    'https://docs.docker.com/build/cache/optimize/#order-your-layers',
    'https://docs.docker.com/build/cache/optimize/#use-bind-mounts',
  ],
  messages: {
    sourcesFirst:
      '"{source}" is copied before "{command}", so every change of a source file installs all dependencies again.',
    noLock:
      '"{manifest}" is copied for "{command}" without its lock file ({lockFiles}).',
  },
  examples: {
    passing: [
      'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n',
    ],
    failing: ['FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\n'],
  },
  check({ build, context }, verdict) {
    const stages = neededLinuxStages(build);
    if (stages.length === 0) return verdict.notApplicable('windows-image');
    const all: InstallSources[] = [];
    for (const stage of stages) {
      for (const one of installSources(stage, context)) {
        if (!listsNoDependencies(one.install, stage, context)) all.push(one);
      }
    }
    const findings = firstOfCopies(all).map(({ install, copy, isWhole }) => {
      const command = install.label;
      const source = copy.at.value;
      if (isWhole) {
        return verdict.finding('sourcesFirst', copy.at, { source, command });
      }
      const lockFiles = install.tool.lockFiles.join(' or ');
      const data = { manifest: source, command, lockFiles };
      return verdict.finding('noLock', copy.at, data);
    });
    if (findings.length > 0) return verdict.fromFindings(findings);
    if (haveUnreadScripts(stages)) {
      return verdict.unknown('script-not-read');
    }
    return all.length > 0
      ? verdict.passed()
      : verdict.notApplicable('no-subject');
  },
});

/** A copy is one place, whatever is installed behind it. */
function firstOfCopies(all: readonly InstallSources[]) {
  const seen = new Set<number>();
  return all.flatMap(({ install, sources, withoutLock }) => {
    const copy = sources ?? withoutLock;
    if (!copy || seen.has(copy.at.start)) return [];
    seen.add(copy.at.start);
    return [{ install, copy, isWhole: copy === sources }];
  });
}
