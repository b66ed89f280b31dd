// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plimsoll } from './testing/plimsoll.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
  writeFileSync(path.join(folder, 'good'), 'FROM a\n');
  writeFileSync(path.join(folder, 'bad'), 'FROM a\nFOO\n');
  writeFileSync(path.join(folder, 'good.yaml'), 'a: b\n');
  writeFileSync(path.join(folder, 'bad.YML'), 'a: [\n');
  writeFileSync(
    path.join(folder, 'bytes'),
    Buffer.from('FROM a\nRUN \xff\n', 'latin1'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('plimsoll', () => {
  it.each([['--help'], ['-h'], ['help']])('has a help: %s', option => {
    const { status, stdout, stderr } = plimsoll([option]);
    expect(stdout).toMatch(
      /^ {2}check \[PATH…\] .*\n {2}rules .*\n {2}explain RULE .*\n {2}ast/m,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(['check', 'rules', 'explain', 'ast'])('has a help for %s', name => {
    const { status, stdout } = plimsoll([name, '--help']);
    expect(stdout).toContain(`Usage: plimsoll ${name}`);
    const longest = Math.max(...stdout.split('\n').map(line => line.length));
    expect(longest).toBeLessThanOrEqual(80);
    expect(status).toBe(0);
  });

  it('tells its version', () => {
    const { status, stdout } = plimsoll(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });

  it.each([
    [['frobnicate'], 'plimsoll: there is no command "frobnicate"'],
    [['chekc'], 'did you mean "check"?'],
    [[], 'plimsoll: name a command'],
    [['--all', 'check'], 'plimsoll: options come after a command'],
    [['ast'], 'plimsoll: ast needs a file'],
    [['ast', '/does/not/exist'], 'plimsoll: cannot read "/does/not/exist"'],
    [['ast', '--frob'], 'plimsoll: ast has no option --frob'],
    [['rules', 'all'], 'plimsoll: rules does not know what to do with "all"'],
    [['rules', '--format', 'xml'], 'plimsoll: --format must be text or json'],
    [['explain'], 'plimsoll: explain needs a rule'],
    [['explain', 'DL9999'], 'plimsoll: no rule is called "DL9999"'],
  ])('says what is wrong with %j', (args, message) => {
    const { status, stdout, stderr } = plimsoll(args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

it.each([
  [['explain', 'x\u001b[2J']],
  [['rules', 'x\u001b[2J']],
  [['check', 'x\u001b[2J']],
  [['check', '--x\u001b[2J']],
])('does not hand control characters on from %j', args => {
  const { status, stderr } = plimsoll(args);
  expect(stderr).toContain('x\\u{1b}[2J');
  expect(stderr).not.toContain('\u001b');
  expect(status).toBe(2);
});

describe('plimsoll ast', () => {
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

  it('prints the tree of a YAML file', () => {
    const good = plimsoll(['ast', path.join(folder, 'good.yaml')]);
    expect(good.stdout).toContain('a: b  1:4–5');
    expect(good.status).toBe(0);
    const bad = plimsoll(['ast', path.join(folder, 'bad.YML')]);
    expect(bad.stdout).toContain('bad.YML:2:1: cannot be read: ');
    expect(bad.status).toBe(1);
  });

  it('answers lines', () => {
    const { status, stdout } = plimsoll(['ast', '--jsonl'], {
      input: '{"id":"x","text":"FROM a"}\nbad\n',
    });
    expect(stdout.split('\n').filter(line => line !== '')).toHaveLength(2);
    expect(status).toBe(0);
  });
});

describe('plimsoll rules', () => {
  it('lists them for a person', () => {
    const { status, stdout } = plimsoll(['rules']);
    expect(stdout).toMatch(/^dockerfile {2}\d+ rules$/m);
    expect(stdout).toMatch(
      /^ {2}dockerfile\/no-privileged-build +high +expert/m,
    );
    expect(status).toBe(0);
  });

  it('lists them for a machine', () => {
    const { status, stdout } = plimsoll(['rules', '--format', 'json']);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        id: 'dockerfile/no-privileged-build',
        area: 'dockerfile',
        severity: 'high',
        rationale: expect.any(String),
      }),
    );
    expect(status).toBe(0);
  });
});

describe('plimsoll explain', () => {
  it('tells all about a rule of ours', () => {
    const { status, stdout } = plimsoll(['explain', 'no-privileged-build']);
    expect(stdout).toMatch(/^dockerfile\/no-privileged-build\n/);
    expect(stdout).toContain('What is judged');
    expect(stdout).toContain('  │ RUN --security=insecure');
    expect(status).toBe(0);
  });

  it("tells which rule of ours is another tool's", () => {
    const { status, stdout } = plimsoll(['explain', 'dl1000']);
    expect(stdout).toContain(
      'hadolint DL1000 is here:\n\ndockerfile/parses-cleanly\n',
    );
    expect(status).toBe(0);
  });
});
