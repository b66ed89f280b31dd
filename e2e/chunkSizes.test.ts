// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const STATIC = path.join(__dirname, '../packages/app/dist/static');

/** What the browser loads once a part of the page is wanted, compressed. */
function lazyKilobytes(exported: string): number {
  const files = readdirSync(STATIC).filter(name => /\.(js|css)$/.test(name));
  const main = files.find(name => /^main\..*\.js$/.test(name))!;
  const code = readFileSync(path.join(STATIC, main), 'utf8');
  // loader:()=>Promise.all([n.e("1"),n.e("2")]).then(…).then(({Name:e})=>…
  const until = code.slice(0, code.indexOf(`then(({${exported}:`));
  const loader = until.slice(until.lastIndexOf('loader:'));
  const chunks = [...loader.matchAll(/\.e\("(\w+)"\)/g)].map(([, id]) => id!);
  expect(chunks).not.toEqual([]);
  const bytes = files
    .filter(name => chunks.some(id => name.startsWith(`${id}.`)))
    .map(name => gzipSync(readFileSync(path.join(STATIC, name))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

test('the card adds little to a page', () => {
  const size = lazyKilobytes('EntityHardeningCard');
  test.info().annotations.push({ type: 'KB', description: size.toFixed(1) });
  expect(size).toBeLessThan(25);
});

test('the tab comes when it is opened', () => {
  const size = lazyKilobytes('HardeningTab');
  test.info().annotations.push({ type: 'KB', description: size.toFixed(1) });
  expect(size).toBeLessThan(80);
});

test('the scorecards come when their page is opened', () => {
  const size = lazyKilobytes('ScorecardsPage');
  test.info().annotations.push({ type: 'KB', description: size.toFixed(1) });
  // A third of it is the table of Backstage UI.
  expect(size).toBeLessThan(90);
});
