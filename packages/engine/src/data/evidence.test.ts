// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isPastDay } from '../testing/evidenceChecks.ts';
import { BASES } from './evidence.ts';

/** Types and code around tables. */
const NO_TABLES: ReadonlySet<string> = new Set([
  'baseImages/baseImageFacts.ts',
  'baseImages/baseImages.ts',
  'baseImages/imageFamily.ts',
  'baseImages/imageTag.ts',
  // Compositions of the programs that programs.ts has.
  'baseImages/userlands.ts',
  'evidence.ts',
  'secretShapes/secretKind.ts',
  'tools/programSwitches.ts',
]);

/** Tables with evidence in each row, about which their own tests say something. */
const WITH_ROWS =
  /^(?:baseImages\/families|endOfLife)\/|^secretShapes\/(?!secretKind)/;

const FILES = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .map(name => name.split(path.sep).join('/'))
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .filter(name => !WITH_ROWS.test(name));

describe('the tables of knowledge', () => {
  it.each(FILES.filter(name => !NO_TABLES.has(name)))(
    '%s says what it is from, what was opened for it, and when',
    name => {
      const text = readFileSync(path.join(__dirname, name), 'utf8');
      const said = [...text.matchAll(/^ \* Basis: (.*)$/gm)].map(
        ([, words = '']) => /^([a-z]+), (\S+)\.$/.exec(words)?.slice(1) ?? [],
      );
      expect(said.length).toBeGreaterThan(0);
      for (const [basis = '', day = ''] of said) {
        expect(BASES).toContain(basis);
        expect(isPastDay(day)).toBe(true);
      }
      expect(text.match(/^ \* Sources?[:,] /gm)).toHaveLength(said.length);
    },
  );

  it('knows of each file whether it is a table', () => {
    expect([...NO_TABLES].filter(name => !FILES.includes(name))).toEqual([]);
  });
});

describe('the tables of secrets', () => {
  const folder = path.join(__dirname, 'secretShapes');
  const sources = readdirSync(folder).flatMap(name => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(
      /\bsource:\s+'([^']+)'/g,
    ),
  ]);

  it('say where to look', () => {
    expect(sources.length).toBeGreaterThan(70);
    for (const [, source = ''] of sources) {
      expect(source).toMatch(
        /^https:\/\/[a-z0-9.-]+\/\S+$|^the (?:name|option)/,
      );
    }
  });
});
