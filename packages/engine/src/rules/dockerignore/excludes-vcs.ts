// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { judgePatterns, listPaths, placeOf } from './judgePatterns.ts';

export const dockerignoreExcludesVcs = defineRule({
  id: 'dockerignore/excludes-vcs',
  artifact: 'buildContext',
  scoreArea: 'dockerignore',
  title: 'The history of the repository is not copied into images',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: ['NIST-800-190 4.1.4'],
  peers: { dockle: ['DKL-LI-0003'] },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'auto',
  action: 'ignore',
  semantics:
    'Asks for .git/config and .git/objects whether a COPY or ADD of the build takes them and the patterns let them through; the last pattern that matches decides. It fails only where both are so: a build that copies src alone never takes .git. The history lies in the root of the repository, so a context in a folder below holds none. .hg is treated alike where there is a .hgignore. Of .gitignore, .gitattributes, .gitmodules and .github those that exist and are copied are one finding of severity info. Mounts (RUN --mount=type=bind,source=.git) copy nothing and are not judged. Without an ignore file dockerignore/present fails instead.',
  rationale:
    'The history holds every version of every file, with secrets that were removed long ago, and .git/config may hold a token of the CI job. It also changes with each commit, so no layer after it is ever taken from the cache.',
  remediation:
    'Add ".git" to the ignore file. A step that needs the revision can get it with --build-arg, or with RUN --mount=type=bind,source=.git, which leaves nothing in the image.',
  references: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypebind',
  ],
  messages: {
    history: 'The build copies the history of the repository: {paths}.',
    repositoryFiles:
      'The build copies files that are only about the repository: {paths}.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': '.git\nnode_modules\n',
      },
    ],
    failing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': 'node_modules\n',
      },
    ],
  },
  check: (context, verdict) =>
    judgePatterns(context, verdict, patterns => {
      const { history, repository } = patterns.toExclude;
      const groups = [
        ['history', patterns.copied(history), 'high'],
        ['repositoryFiles', patterns.copied(repository), 'info'],
      ] as const;
      return groups
        .filter(([, copied]) => copied.length > 0)
        .map(([messageId, copied, severity]) => {
          const data = { paths: listPaths(copied) };
          const at = placeOf(patterns, copied);
          return verdict.finding(messageId, at, data, severity);
        });
    }),
});
