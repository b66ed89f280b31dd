// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// The table is no part of what the engine publishes.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { PLANTED_SECRETS } from '../../../engine/src/testing/plantedSecrets.ts';
import { plimsoll } from '../testing/plimsoll.ts';

/** With a finding in the line of the secret, or near it, wherever it stands. */
const FILES = PLANTED_SECRETS.map(({ dockerfile }, index) => ({
  path: `${index}/Dockerfile`,
  text: dockerfile,
}));

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
  for (const { path: name, text } of FILES) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file));
    writeFileSync(file, text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const LINES = FILES.map(file =>
  JSON.stringify({ id: file.path, files: { Dockerfile: file.text } }),
);

it.each<[string, readonly string[], string]>([
  ['text', [], ''],
  ['all text', ['--all'], ''],
  ['JSON', ['--format', 'json'], ''],
  ['complaints', ['--fail-on', 'low', '--min-score', '100'], ''],
  ['lines', ['--jsonl'], LINES.join('\n')],
  ['bad lines', ['--jsonl'], LINES.map(line => line.slice(0, -1)).join('\n')],
  [
    'bad texts',
    ['--jsonl'],
    LINES.map(line => line.replace('"files":', '"file":')).join('\n'),
  ],
])('shows no secret in %s', (_, options, input) => {
  const paths = options.includes('--jsonl') ? [] : [root];
  const run = plimsoll(['check', ...options, ...paths], { input });
  const shown = run.stdout + run.stderr;
  expect(shown.length).toBeGreaterThan(1000);
  const leaks = PLANTED_SECRETS.filter(({ secret }) => shown.includes(secret));
  expect(leaks.map(({ kind }) => kind)).toEqual([]);
});

it('shows the lines that they stand in', () => {
  const { stdout } = plimsoll(['check', '--all', root]);
  expect(stdout).toContain('ENV DB_PASSWORD=••');
});
