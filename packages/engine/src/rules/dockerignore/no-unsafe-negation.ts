// SPDX-License-Identifier: Apache-2.0
import type { CopiedPath } from '../../artifacts/contextPaths.ts';
import type { IgnoreLine } from '../../artifacts/dockerignore/parseDockerignore.ts';
import { quote } from '../../text/quote.ts';
import { defineRule } from '../defineRule.ts';
import { judgePatterns, listPaths } from './judgePatterns.ts';

export const dockerignoreNoUnsafeNegation = defineRule({
  id: 'dockerignore/no-unsafe-negation',
  artifact: 'buildContext',
  scoreArea: 'dockerignore',
  title:
    'No "!" pattern takes secrets or the history of the repository back in',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: ['NIST-800-190 4.1.4'],
  peers: {},
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'ignore',
  semantics:
    'Evaluates the whole file: the last pattern that matches decides. Fails at each "!" pattern that takes back in what an earlier pattern excludes and a COPY or ADD of the build takes: the history of the repository, one of the usual paths of secrets in the root of the context, or a file of the repository that holds a secret. Further down it also fails where another pattern was written to exclude the path and stands too early. An allow list ("*" followed by "!src") passes, although a secret inside src would be copied, and so does an exception for an example (!.env.example).',
  rationale:
    'Whoever reads the file believes that these paths are excluded, and the order of its lines says otherwise.',
  remediation:
    'Narrow the "!" pattern to what the build needs, or move the patterns that exclude secrets below it.',
  references: [
    'https://docs.docker.com/build/concepts/context/#negating-matches',
  ],
  messages: {
    takenBack:
      'The pattern {pattern} takes back in what others exclude: {paths}.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': '.git\n**/.env*\n!**/.env.example\n',
      },
    ],
    failing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': '.git\n**/.env\n!**\n',
      },
    ],
  },
  check: (context, verdict) =>
    judgePatterns(context, verdict, patterns => {
      const { history, usual, nested, secrets } = patterns.toExclude;
      const { environment, keys, credentials } = usual;
      const anywhere = new Set(
        [history, environment, keys, credentials, secrets].flat(),
      );
      const copied = [
        ...patterns.copied([...anywhere], isTakenBack),
        ...patterns.copied(
          nested.filter(path => !anywhere.has(path)),
          one => isTakenBack(one) && patterns.countsNested(one),
        ),
      ];
      return [...byLine(copied)].map(([line, paths]) => {
        const at = { path: patterns.path, ...line.range };
        const data = { pattern: quote(line.pattern), paths: listPaths(paths) };
        return verdict.finding('takenBack', at, data);
      });
    }),
});

function isTakenBack({ takenBackBy }: CopiedPath): boolean {
  return takenBackBy !== undefined;
}

/** Paths by the line that takes them back in. */
function byLine(paths: readonly CopiedPath[]): Map<IgnoreLine, CopiedPath[]> {
  const lines = new Map<IgnoreLine, CopiedPath[]>();
  for (const path of paths) {
    const { takenBackBy } = path;
    if (!takenBackBy) continue;
    const others = lines.get(takenBackBy);
    if (others) others.push(path);
    else lines.set(takenBackBy, [path]);
  }
  return lines;
}
