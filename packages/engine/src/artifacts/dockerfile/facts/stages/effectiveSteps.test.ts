// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { buildScripts } from '../scripts/buildScripts.ts';
import { effectiveSteps } from './effectiveSteps.ts';

function buildOf(text: string) {
  return resolveBuild(parseDockerfile(text));
}

function lines(text: string): number[] {
  return effectiveSteps(buildOf(text)).map(
    ({ instruction }) => instruction.startLine,
  );
}

it.each([
  ['all of a stage', 'FROM a\nRUN b\nCMD c', [2, 3]],
  [
    'all of a stage that is copied from, without its CMD',
    'FROM a AS s\nRUN b\nCMD c\nFROM a\nCOPY --from=s /x /x',
    [2, 5],
  ],
  ['no stage that is not needed', 'FROM a\nRUN b\nFROM a\nRUN c', [4]],
  ['the last CMD', 'FROM a\nCMD b\nCMD c', [3]],
  ['the CMD of a stage below', 'FROM a AS s\nCMD b\nFROM s\nRUN c', [2, 4]],
  [
    'what ONBUILD runs, once',
    'FROM a AS s\nONBUILD RUN b\nFROM s AS t\nFROM s\nCOPY --from=t /x /x',
    [2, 5],
  ],
  ['nothing that ONBUILD keeps', 'FROM a\nONBUILD RUN b', []],
])('are %s', (_, text, expected) => {
  expect(lines(text)).toEqual(expected);
});

it.each([
  ['FROM a\nRUN b', { read: 1, unread: undefined, isWindows: false }],
  ['FROM a\nRUN ["b"]', { read: 1, unread: undefined, isWindows: false }],
  ['FROM a\nCMD echo "x', { read: 0, unread: undefined, isWindows: false }],
  [
    'FROM a\nRUN echo "x',
    { read: 1, unread: 'unterminated double quote', isWindows: false },
  ],
  [
    'FROM a\nSHELL ["python3", "-c"]\nRUN b',
    { read: 0, unread: 'python3', isWindows: false },
  ],
  [
    'FROM a\nSHELL ["cmd"]\nRUN b',
    { read: 0, unread: undefined, isWindows: true },
  ],
  [
    'FROM a\nRUN b\nSHELL ["cmd"]\nRUN b',
    { read: 1, unread: undefined, isWindows: false },
  ],
])('scripts of %j', (text, expected) => {
  const { read, ...rest } = buildScripts(buildOf(text));
  expect({ read: read.length, ...rest }).toEqual(expected);
});
