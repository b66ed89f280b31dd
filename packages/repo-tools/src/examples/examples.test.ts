// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { assess } from '@plimsoll/engine';
import { EXAMPLES, listFiles, readExample } from './readExample.ts';

/** The day for which the scores were decided: tables of dates go on. */
const NOW = new Date('2026-11-21T00:00:00.000Z');

type Expected =
  | { readonly score: number; readonly grade: string; readonly level: string }
  | { readonly reason: string };

const expected = JSON.parse(
  fs.readFileSync(path.join(EXAMPLES, 'expected.json'), 'utf8'),
) as Record<string, Expected>;
const readme = fs.readFileSync(path.join(EXAMPLES, 'README.md'), 'utf8');

const judge = (name: string) =>
  assess({ files: readExample(name), listing: 'complete', now: NOW });

it.each(Object.entries(expected))(
  '%s has the score that it names',
  (name, wanted) => {
    const { score, level = 'none', results } = judge(name);
    const found =
      score.status === 'scored'
        ? { score: score.points, grade: score.grade, level }
        : { reason: score.reason };
    expect(found).toEqual(wanted);
    expect(results.filter(({ outcome }) => outcome === 'crashed')).toEqual([]);
  },
);

it('every example names its score', () => {
  const names = Object.keys(expected);
  const homeless = listFiles(EXAMPLES).filter(
    file =>
      file.includes('/') && !names.some(name => file.startsWith(`${name}/`)),
  );
  expect(homeless).toEqual([]);
});

it.each(Object.entries(expected))(
  'the README says the score of %s',
  (name, wanted) => {
    const row = readme.split('\n').find(line => line.includes(`\`${name}\``));
    expect(row).toContain(
      'reason' in wanted ? 'not scored' : `${wanted.score} (${wanted.grade})`,
    );
  },
);
