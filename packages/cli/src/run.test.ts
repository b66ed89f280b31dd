// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BIN = path.join(__dirname, '../bin/plimsoll');

function plimsoll(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...args],
    { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, stdout, stderr };
}

describe('the command, run from the checkout', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
    writeFileSync(path.join(folder, 'good'), 'FROM a\n');
    writeFileSync(path.join(folder, 'bad'), 'FROM a\nFOO\n');
    writeFileSync(
      path.join(folder, 'bytes'),
      Buffer.from('FROM a\nRUN \xff\n', 'latin1'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints a tree', () => {
    const { status, stdout } = plimsoll(['ast', path.join(folder, 'good')]);
    expect(stdout).toContain('Stage 0 on image docker.io/library/a:latest');
    expect(status).toBe(0);
  });

  it('tells by its exit code that Docker refuses a file', () => {
    const { status, stdout } = plimsoll(['ast', path.join(folder, 'bad')]);
    expect(stdout).toContain(':2:1: Docker refuses this file');
    expect(status).toBe(1);
  });

  it('reads files that are not UTF-8', () => {
    const { stdout } = plimsoll(['ast', path.join(folder, 'bytes')]);
    expect(stdout).toContain('\\u{dcff}  2:5–6');
  });

  it('answers lines', () => {
    const { status, stdout } = plimsoll(
      ['ast', '--jsonl'],
      '{"id":"x","text":"FROM a"}\nbad\n',
    );
    expect(stdout.split('\n').filter(line => line !== '')).toHaveLength(2);
    expect(status).toBe(0);
  });

  it.each([
    [['ast'], 'plimsoll: ast needs a file'],
    [['ast', '/does/not/exist'], 'plimsoll: cannot read "/does/not/exist"'],
    [['frobnicate'], 'plimsoll: there is no command "frobnicate"'],
    [[], 'plimsoll: name a command'],
    [['ast', '--frob'], 'plimsoll: Unknown option `--frob`'],
  ])('says what is wrong with %j', (args, message) => {
    const { status, stdout, stderr } = plimsoll(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('has a help', () => {
    const { status, stdout } = plimsoll(['--help']);
    expect(stdout).toContain('ast [file]');
    expect(status).toBe(0);
  });
});
