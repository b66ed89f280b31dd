// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LOADER = path.join(__dirname, '../scripts/loadSources.cjs');

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
  mkdirSync(path.join(root, 'src'));
  write('index.ts', "import { word } from './word.ts';\nconsole.log(word);\n");
  write('word.ts', "export const word: string = 'first';\n");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(path.join(root, 'src', name), text);
}

function run(): string {
  const place = {
    root,
    entry: path.join(root, 'src/index.ts'),
    cache: path.join(root, 'cache'),
  };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '-e',
      `require(${JSON.stringify(LOADER)}).loadBundled(${JSON.stringify(
        place,
      )})`,
    ],
    { encoding: 'utf8' },
  );
  return `${stdout}${stderr}`.trim();
}

function bundles(): string[] {
  return readdirSync(path.join(root, 'cache')).filter(name =>
    name.endsWith('.cjs'),
  );
}

it('runs what the sources say now', () => {
  expect(run()).toBe('first');
  write('word.ts', "export const word: string = 'second';\n");
  expect(run()).toBe('second');
});

it('keeps the bundle until then', () => {
  run();
  const [bundle = ''] = bundles();
  writeFileSync(path.join(root, 'cache', bundle), "console.log('kept');\n");
  expect(run()).toBe('kept');
  expect(bundles()).toEqual([bundle]);
});

it.each(['', '{', '["src/gone.ts"]', '[1]'])(
  'is not misled by a cache that holds %j',
  inputs => {
    mkdirSync(path.join(root, 'cache'));
    writeFileSync(path.join(root, 'cache/inputs.json'), inputs);
    expect(run()).toBe('first');
  },
);

it('shows what is wrong in a source', () => {
  write('word.ts', 'export const word = (;\n');
  expect(run()).toContain('word.ts:1');
});
