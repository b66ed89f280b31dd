// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { plimsoll } from './testing/plimsoll.ts';

/** Node of a major version: this one, or what npx can get. */
function nodeOf(major: string): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const { stdout } = spawnSync(
    'npx',
    ['--yes', `--package=node@${major}`, '-c', 'node -p process.execPath'],
    { encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
  );
  return stdout?.trim().split('\n').at(-1) || undefined;
}

const DOCKERFILES = [
  'FROM node\nADD . /app\nRUN curl https://example.org | bash\nCMD npm start\n',
  'ARG V\nFROM a:$V\nRUN <<E\necho é\nE\nUSER Ünï\n',
  'FROM a\nFOO\n',
  'FROM a\nRUN <<E\n',
];
const LINES = DOCKERFILES.map((Dockerfile, id) =>
  JSON.stringify({
    id,
    text: Dockerfile,
    files: { Dockerfile, 'b/Dockerfile': Dockerfile, '.dockerignore': '*\n' },
  }),
);
const INPUT = `${LINES.join('\n')}\nno json\n`;
const CHECK = ['check', '--jsonl', '--now', '2026-11-21'];

it.each(['20', '22', '24'])(
  'runs straight from the checkout, and says the same, under Node %s',
  major => {
    const node = nodeOf(major);
    if (node === undefined && process.env.PLIMSOLL_TEST_ALL !== '1') {
      process.stderr.write(`NOT RUN: Node ${major}, install it or npm\n`);
      return;
    }
    const options = { input: INPUT, node: node ?? `node@${major}` };
    for (const args of [['ast', '--jsonl'], CHECK]) {
      const here = plimsoll(args, { input: INPUT });
      expect(here).toMatchObject({ status: 0, stderr: '' });
      expect(here.stdout.split('\n')).toHaveLength(LINES.length + 2);
      expect(plimsoll(args, options)).toEqual(here);
    }
  },
  90_000,
);

it.each([
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' },
])('says the same with %j', env => {
  const here = plimsoll(CHECK, { input: INPUT });
  expect(plimsoll(CHECK, { input: INPUT, env })).toEqual(here);
});
