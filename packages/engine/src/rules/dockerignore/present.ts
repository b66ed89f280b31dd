// SPDX-License-Identifier: Apache-2.0
import { ignoreState } from '../../artifacts/buildContext.ts';
import { isFolderCopy } from '../../artifacts/contextPaths.ts';
import { isBuildOutput } from '../../artifacts/contextRoot.ts';
import type { Dockerignore } from '../../artifacts/dockerignore/parseDockerignore.ts';
import { quote } from '../../text/quote.ts';
import { defineRule } from '../defineRule.ts';
import type { Place } from '../verdict.ts';

export const dockerignorePresent = defineRule({
  id: 'dockerignore/present',
  artifact: 'buildContext',
  scoreArea: 'dockerignore',
  title: 'Every build context has an ignore file',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  frameworks: ['NIST-800-190 4.1.4', 'SOC2 CC6.1'],
  peers: {},
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'auto',
  action: 'ignore',
  semantics:
    'Looks for <Dockerfile>.dockerignore beside the Dockerfile, then for .dockerignore in the root of the build context, and takes .containerignore for the same. The context is the folder of the Dockerfile, or the nearest one above it in which more of the copied files exist. A missing file is found at the first COPY or ADD of a folder; where only single files are copied the severity is low. A file without a pattern that excludes something counts as missing, and one that Docker refuses fails with its error. Dockerfiles that copy nothing from the context need none, nor does a folder for what builds make (dist, out, output, publish, target, artifacts) in which the repository keeps nothing else.',
  rationale:
    'Without it a build gets everything that lies in the folder: local settings, keys, the history of the repository. What COPY takes of that stays in layers: of the image, for everyone who can pull it, or of the build cache, which CI jobs share.',
  remediation:
    'Add a .dockerignore to the root of the build context. The safest one excludes everything with "*" and takes back with "!" what the build needs.',
  references: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  messages: {
    missing:
      'There is no .dockerignore: {source} is copied with whatever lies in it.',
    missingForFiles:
      'There is no .dockerignore for the build context from which {source} is copied.',
    empty: 'This file excludes nothing from the build context.',
    refused: 'Docker refuses this file: {error}.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': '*\n!src\n!package*.json\n',
      },
    ],
    failing: ['FROM node:24-slim\nCOPY . /app\n'],
  },
  check(context, verdict) {
    const state = ignoreState(context);
    const folder = context.copies.find(copy => isFolderCopy(context, copy));
    const copy = folder ?? context.copies[0];
    const severity = folder ? 'high' : 'low';
    if (state.kind === 'unused' || !copy) {
      return verdict.notApplicable('no-build-context');
    }
    switch (state.kind) {
      case 'effective':
        return verdict.passed();
      case 'unknown':
        return verdict.unknown(state.reason);
      case 'refused': {
        const { path, dockerignore } = state;
        const error = dockerignore.error ?? '';
        const at = placeOfError(path, dockerignore);
        return verdict.failed('refused', at, { error });
      }
      case 'empty': {
        const at = { path: state.path, start: 0, end: 0 };
        return verdict.failed('empty', at, {}, severity);
      }
      case 'missing': {
        if (isBuildOutput(context.root, context.tree)) return verdict.passed();
        const { path, at } = copy;
        return verdict.failed(
          folder ? 'missing' : 'missingForFiles',
          { path, start: at.start, end: at.end },
          { source: quote(at.value) },
          severity,
        );
      }
      default:
        return state satisfies never;
    }
  },
});

function placeOfError(path: string, { lines, errorLine }: Dockerignore): Place {
  const broken = lines.find(({ line }) => line === errorLine);
  return { path, start: 0, end: 0, ...broken?.range };
}
