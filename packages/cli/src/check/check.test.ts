// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plimsoll } from '../testing/plimsoll.ts';

const NOW = ['--now', '2026-11-21'];

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll check '));
  write({
    'careless/Dockerfile': 'FROM node\nADD . /app\nCMD npm start\n',
    'insecure/Dockerfile': 'FROM scratch\nRUN --security=insecure x\n',
    'nothing/README.md': '# Nothing\n',
    'service/test/Dockerfile': 'FROM node\n',
    'git/.gitignore': 'out/\n',
    'git/Dockerfile': 'FROM scratch\n',
    'git/out/Dockerfile': 'FROM node\nFOO\n',
  });
  execFileSync('git', ['-C', path.join(root, 'git'), 'init', '-q']);
  symlinkSync('loop', path.join(root, 'loop'));
});
afterAll(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function check(...args: readonly string[]) {
  return plimsoll(['check', ...NOW, ...args], { cwd: root });
}

function checkJson(...args: readonly string[]) {
  return JSON.parse(check('--format', 'json', ...args).stdout);
}

describe('what is judged', () => {
  it('is the folder you are in', () => {
    const { status, stdout } = plimsoll(['check', ...NOW], {
      cwd: path.join(root, 'careless'),
    });
    expect(stdout).toMatch(/^──\([A-F]\)── {2}careless\n/);
    expect(status).toBe(0);
  });

  it('is each path by itself', () => {
    const { stdout } = check('careless', 'nothing', 'insecure/');
    expect(stdout.match(/^──\(.\)──.*$/gm)).toEqual([
      expect.stringMatching(/careless$/),
      '──( )──  nothing',
      expect.stringMatching(/insecure\/$/),
    ]);
  });

  it('is one file without its surroundings', () => {
    const { results, images } = checkJson('careless/Dockerfile');
    expect(images).toMatchObject([{ path: 'Dockerfile' }]);
    expect(results).toContainEqual(
      expect.objectContaining({ reason: 'listing-partial' }),
    );
  });

  it('is what Git does not ignore', () => {
    expect(checkJson('git').images).toHaveLength(1);
    expect(checkJson('git/out').images).toHaveLength(1);
  });

  it('is everything below a folder that would not count elsewhere', () => {
    expect(checkJson('service').score.status).toBe('notScored');
    expect(checkJson('service/test').score.status).toBe('scored');
  });

  it('depends on the images that are trusted', () => {
    write({ 'own/Dockerfile': 'FROM registry.example.com/base/node:22\n' });
    const outcome = (...args: readonly string[]) =>
      checkJson('own', ...args).results.find(
        ({ rule }: { rule: string }) =>
          rule === 'dockerfile/base-image-trusted-source',
      ).outcome;
    expect(outcome()).not.toBe('passed');
    expect(
      outcome(
        '--trust',
        'x.example.com/',
        '--trust=registry.example.com/base/',
      ),
    ).toBe('passed');
  });
});

describe('what is printed', () => {
  it('explains each finding', () => {
    const { stdout, stderr } = check('insecure');
    expect(stdout).toContain(
      [
        '      high  This step runs with all rights of the builder (--security=insecure).',
        '       2:5  dockerfile/no-privileged-build · costs ',
      ].join('\n'),
    );
    expect(stdout).toContain(
      [
        '         2 │ RUN --security=insecure x',
        '           │     ^^^^^^^^^^^^^^^^^^^',
      ].join('\n'),
    );
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });

  it('is narrow where the page is', () => {
    const { stdout } = plimsoll(['check', ...NOW, 'careless'], {
      cwd: root,
      env: { COLUMNS: '60' },
    });
    const long = stdout
      .split('\n')
      .filter(line => line.length > 60 && line.includes(' '.repeat(3)));
    expect(long).toEqual([]);
  });

  it('has colours where they are wanted', () => {
    const { stdout } = plimsoll(['check', ...NOW, 'careless'], {
      cwd: root,
      env: { FORCE_COLOR: '1', NO_COLOR: '' },
    });
    expect(stdout).toContain('\u001b[1m');
  });

  it('is an assessment for a machine', () => {
    expect(checkJson('careless')).toMatchObject({
      schemaVersion: 1,
      score: { status: 'scored' },
    });
  });

  it('is a list of assessments for several paths', () => {
    const answer = checkJson('careless', 'gone', 'nothing');
    expect(answer).toMatchObject([
      { path: 'careless', assessment: { schemaVersion: 1 } },
      { path: 'gone', error: expect.stringContaining('no such file') },
      { path: 'nothing', assessment: { score: { status: 'notScored' } } },
    ]);
  });

  it('is the same again', () => {
    const first = check('--format', 'json', 'careless').stdout;
    expect(check('--format', 'json', 'careless').stdout).toBe(first);
  });
});

describe('the exit code', () => {
  it.each([
    [0, ['careless']],
    [0, ['careless', '--min-score', '0', '--min-grade', 'f']],
    [1, ['careless', '--min-score', '100']],
    [1, ['careless', '--min-grade', 'A']],
    [1, ['insecure', '--fail-on', 'high']],
    [0, ['insecure', '--fail-on', 'critical']],
    [0, ['nothing', '--min-score', '100', '--fail-on', 'low']],
    [1, ['nothing', 'insecure', '--fail-on', 'high', '--format=json']],
    [2, ['gone', 'insecure', '--fail-on', 'high']],
    [2, ['loop']],
    [2, ['careless', '--min-score', '101']],
    [2, ['careless', '--min-grade', 'G']],
    [2, ['careless', '--fail-on', 'info']],
    [2, ['careless', '--format', 'sarif']],
    [2, ['careless', '--frobnicate']],
    [2, ['careless', '']],
  ])('is %i for %j', (status, args) => {
    const run = check(...args);
    expect(run).toMatchObject({
      status,
      stderr: expect.stringMatching(status > 0 ? /^plimsoll: / : /^$/),
    });
  });

  it('comes with the threshold that is missed', () => {
    expect(check('insecure', '--fail-on', 'high').stderr).toMatch(
      /^plimsoll: insecure: \d+ findings?, high or worse; --fail-on high asks for none\n$/,
    );
  });

  it('comes with what is wrong about the time', () => {
    const { status, stderr } = plimsoll(['check', '--now', 'yesterday'], {
      cwd: root,
    });
    expect(stderr).toContain('--now must be a day such as 2026-11-21');
    expect(status).toBe(2);
  });
});

describe('lines', () => {
  const line = `${JSON.stringify({
    id: 'a',
    files: { Dockerfile: 'FROM scratch\nRUN --security=insecure x\n' },
  })}\n`;

  it('are answered one by one', () => {
    const { status, stdout, stderr } = plimsoll(['check', '--jsonl', ...NOW], {
      input: `${line}no json\n\n${line}`,
    });
    expect(stdout.split('\n').map(one => one.slice(0, 10))).toEqual([
      '{"id":"a",',
      '{"id":null',
      '{"id":"a",',
      '',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('are answered in order, the same by several threads as by one', () => {
    const requests = Array.from({ length: 600 }, (_, index) =>
      JSON.stringify({
        id: index,
        files: {
          Dockerfile: `FROM node:${index}\n${'RUN x\n'.repeat(index % 40)}`,
        },
      }),
    );
    const input = `${requests.join('\n')}\n`;
    const options = ['check', '--jsonl', ...NOW];
    const { stdout } = plimsoll([...options, '--threads=3'], { input });
    const answers = stdout.split('\n');
    expect(answers.map(answer => answer.slice(0, 10))).toEqual([
      ...requests.map((_, index) => `{"id":${index},"score":`.slice(0, 10)),
      '',
    ]);
    expect(plimsoll(options, { input }).stdout).toBe(stdout);
  });

  it.each(['--all', '--format=json', '--min-score=1', '--fail-on=low'])(
    'do not go together with %s',
    option => {
      const { status, stderr } = plimsoll(['check', '--jsonl', option]);
      expect(stderr).toMatch(/^plimsoll: --jsonl and --.* do not go together/);
      expect(status).toBe(2);
    },
  );

  it.each([
    [['--jsonl', '--threads=0'], 'a whole number from 1 to 8, and is "0"'],
    [['--threads=2', 'careless'], '--threads goes with --jsonl only'],
  ])('are not answered with %j', (options, complaint) => {
    const { status, stderr } = plimsoll(['check', ...options]);
    expect(stderr).toContain(complaint);
    expect(status).toBe(2);
  });

  it('do not go together with a path', () => {
    const { status, stderr } = plimsoll(['check', '--jsonl', 'careless']);
    expect(stderr).toContain('nothing to do with "careless"');
    expect(status).toBe(2);
  });
});
