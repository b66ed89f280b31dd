// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { AssessInput } from './judge.ts';
import { toFiles, world } from '../testing/arbitraryWorld.ts';
import { toSources } from '../testing/assessFiles.ts';
import { NOW } from '../testing/describeRule.ts';
import { assess } from './assess.ts';
import { judge } from './judge.ts';

it('says what an assessment says', () => {
  fc.assert(
    fc.property(world, one => {
      expectSame({
        files: toSources(toFiles(one)),
        listing: 'complete',
        now: new Date(NOW),
        rules: one.rules,
      });
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['no files', {}],
  ['no Dockerfile', { 'README.md': '# read\n' }],
  ['a Dockerfile', { Dockerfile: 'FROM node:24\nENV NPM_TOKEN=x\n' }],
])('says what an assessment says of %s', (_, files) => {
  const now = new Date(NOW);
  expectSame({ files: toSources(files), listing: 'complete', now });
});

function expectSame(input: AssessInput): void {
  const { score, level, results } = assess(input);
  const said = results.map(({ findings, ...result }) => ({
    ...result,
    findings: findings.map(({ fingerprint: _, ...finding }) => finding),
  }));
  const judged = { score, ...(level && { level }), results: said };
  expect(judge(input)).toEqual(judged);
}
