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
import { UsageError } from '../exitCodes.ts';
import { readSnapshot } from './readSnapshot.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll files '));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['-C', root, ...identity, ...args], { stdio: 'pipe' });
}

function pathsOf(target = root): string[] {
  return readSnapshot(target)
    .files.map(file => file.path)
    .sort();
}

describe('a folder outside of Git', () => {
  it('lists everything but .git and node_modules', () => {
    write({
      Dockerfile: 'FROM a\n',
      'src/main.js': '',
      'node_modules/a/index.js': '',
      'src/node_modules/b/Dockerfile': '',
      '.env': 'A=b\n',
    });
    const { listing, warnings } = readSnapshot(root);
    expect(pathsOf()).toEqual(['.env', 'Dockerfile', 'src/main.js']);
    expect({ listing, warnings }).toEqual({
      listing: 'complete',
      warnings: [],
    });
  });

  it('reads only the texts that rules look into', () => {
    write({ Dockerfile: 'FROM é\n', '.dockerignore': '*\n', 'main.js': 'x' });
    expect(readSnapshot(root).files).toEqual(
      expect.arrayContaining([
        { path: 'Dockerfile', size: 8, text: 'FROM é\n' },
        { path: '.dockerignore', size: 2, text: '*\n' },
        { path: 'main.js', size: 1 },
      ]),
    );
  });

  it('reads bytes that are not UTF-8, in texts and in names', () => {
    const folder = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0x66, 0xff]),
    ]);
    mkdirSync(folder);
    writeFileSync(
      Buffer.concat([folder, Buffer.from('/Dockerfile')]),
      Buffer.from('FROM a\xff', 'latin1'),
    );
    expect(readSnapshot(root).files).toEqual([
      { path: 'f\udcff/Dockerfile', size: 7, text: 'FROM a\udcff' },
    ]);
  });

  it('lists a large file without its text', () => {
    write({ Dockerfile: 'FROM a\n'.padEnd((1 << 20) + 1, '#') });
    expect(readSnapshot(root).files).toEqual([
      { path: 'Dockerfile', size: (1 << 20) + 1 },
    ]);
  });

  it('reads through links within, and never through those that lead out', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'plimsoll-outside-'));
    writeFileSync(path.join(outside, 'Dockerfile'), 'FROM secret\n');
    write({ 'docker/recipe': 'FROM a\n' });
    symlinkSync('docker/recipe', path.join(root, 'Dockerfile'));
    symlinkSync(
      path.join(outside, 'Dockerfile'),
      path.join(root, 'Dockerfile.out'),
    );
    symlinkSync(outside, path.join(root, 'folder'));
    symlinkSync('nowhere', path.join(root, 'Dockerfile.gone'));
    symlinkSync('.', path.join(root, 'docker/loop'));
    const { files } = readSnapshot(root);
    const texts = files.map(({ path: name, text }) => [name, text]);
    expect(Object.fromEntries(texts)).toEqual({
      'docker/recipe': undefined,
      Dockerfile: 'FROM a\n',
      'Dockerfile.out': undefined,
      'Dockerfile.gone': undefined,
      'docker/loop': undefined,
      folder: undefined,
    });
    rmSync(outside, { recursive: true });
  });

  it('leaves out second names of a Dockerfile', () => {
    write({ 'docker/Dockerfile.debian': 'FROM a\n', 'api/.keep': '' });
    symlinkSync('docker/Dockerfile.debian', path.join(root, 'Dockerfile'));
    symlinkSync('../Dockerfile', path.join(root, 'api/Dockerfile'));
    expect(pathsOf()).toEqual(['api/.keep', 'docker/Dockerfile.debian']);
  });

  it('does not wait for a pipe that is called Dockerfile', () => {
    execFileSync('mkfifo', [path.join(root, 'Dockerfile')]);
    expect(readSnapshot(root).files).toEqual([]);
  });
});

describe('a Git checkout', () => {
  beforeEach(() => git('init', '-q'));

  it('lists what is tracked or not ignored, and exists', () => {
    write({
      '.gitignore': 'dist/\n*.log\n!kept.log\n',
      Dockerfile: 'FROM a\n',
      'gone/Dockerfile': 'FROM gone\n',
      'dist/Dockerfile': 'FROM b\n',
      'a.log': '',
      'kept.log': '',
      'new é/Dockerfile': 'FROM c\n',
    });
    git('add', 'Dockerfile', 'gone');
    rmSync(path.join(root, 'gone'), { recursive: true });
    expect(pathsOf()).toEqual([
      '.gitignore',
      'Dockerfile',
      'kept.log',
      'new é/Dockerfile',
    ]);
    expect(readSnapshot(root)).toMatchObject({
      listing: 'complete',
      warnings: [],
    });
  });

  it('lists a folder below the top with paths from there', () => {
    write({
      '.gitignore': '*.log\n',
      'a b/api/Dockerfile': 'FROM a\n',
      'a b/api/x.log': '',
      'other/Dockerfile': 'FROM b\n',
    });
    for (const target of ['a b/api', 'a b/api/', 'a b/../a b/api/.']) {
      expect(pathsOf(`${root}/${target}`)).toEqual(['Dockerfile']);
    }
  });

  it('lists an ignored folder that is named', () => {
    write({ '.gitignore': 'out/\n', 'out/Dockerfile': 'FROM a\n' });
    expect(pathsOf()).toEqual(['.gitignore']);
    expect(pathsOf(path.join(root, 'out'))).toEqual(['Dockerfile']);
  });

  it('lists each file of an unfinished merge once', () => {
    write({ Dockerfile: 'FROM a\n' });
    git('add', '.');
    git('commit', '-qm', 'a');
    git('branch', 'other');
    write({ Dockerfile: 'FROM b\n' });
    git('commit', '-qam', 'b');
    git('checkout', '-q', 'other');
    write({ Dockerfile: 'FROM c\n' });
    git('commit', '-qam', 'c');
    expect(() => git('merge', '-q', '-')).toThrow();
    expect(pathsOf()).toEqual(['Dockerfile']);
  });

  it('leaves out submodules and checkouts within', () => {
    write({ Dockerfile: 'FROM a\n', 'inner/Dockerfile': 'FROM b\n' });
    execFileSync('git', ['-C', path.join(root, 'inner'), 'init', '-q']);
    expect(pathsOf()).toEqual(['Dockerfile']);
    expect(pathsOf(path.join(root, 'inner'))).toEqual(['Dockerfile']);
  });

  it('does not leave the root through a folder that became a link', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'plimsoll-outside-'));
    writeFileSync(path.join(outside, 'Dockerfile'), 'FROM secret\n');
    write({ 'api/Dockerfile': 'FROM a\n' });
    git('add', '.');
    rmSync(path.join(root, 'api'), { recursive: true });
    symlinkSync(outside, path.join(root, 'api'));
    const texts = readSnapshot(root).files.map(({ text }) => text);
    expect(texts.filter(text => text !== undefined)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('walks where Git fails, and says so', () => {
    write({ '.gitignore': '*.log\n', 'a.log': '', Dockerfile: 'FROM a\n' });
    write({ '.git/config': '[broken\n' });
    const { warnings } = readSnapshot(root);
    expect(pathsOf()).toEqual(['.gitignore', 'Dockerfile', 'a.log']);
    expect(warnings).toEqual([
      expect.stringMatching(/^git cannot list .*ignored files.*: fatal: bad/),
    ]);
  });

  it('walks where there is no Git', () => {
    write({ Dockerfile: 'FROM a\n' });
    const before = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      const { warnings } = readSnapshot(root);
      expect(pathsOf()).toEqual(['Dockerfile']);
      expect(warnings).toEqual([expect.stringContaining('git cannot list')]);
    } finally {
      process.env.PATH = before;
    }
  });

  it('is not led astray by the variables of a hook', () => {
    write({ Dockerfile: 'FROM a\n' });
    process.env.GIT_DIR = '/nowhere';
    process.env.GIT_INDEX_FILE = '/nowhere/index';
    try {
      expect(pathsOf()).toEqual(['Dockerfile']);
      expect(readSnapshot(root).warnings).toEqual([]);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
  });
});

describe('a file that is named', () => {
  it('is all there is', () => {
    write({ Dockerfile: 'FROM a\n', '.dockerignore': '*\n' });
    expect(readSnapshot(path.join(root, 'Dockerfile'))).toEqual({
      files: [{ path: 'Dockerfile', size: 7, text: 'FROM a\n' }],
      listing: 'partial',
      warnings: [],
    });
  });

  it('keeps the name of a link to it', () => {
    write({ recipe: 'FROM a\n' });
    symlinkSync('recipe', path.join(root, 'Dockerfile'));
    const { files } = readSnapshot(path.join(root, 'Dockerfile'));
    expect(files).toMatchObject([{ path: 'Dockerfile', text: 'FROM a\n' }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', 'there is no such file or folder'],
    ['file/below', 'a part of the path is a file'],
    ['loop', 'its links go round in a circle'],
    ['pipe', 'it is no file and no folder'],
  ])('says why: %s', (name, reason) => {
    write({ file: '' });
    symlinkSync('loop', path.join(root, 'loop'));
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    const target = path.join(root, name);
    expect(() => readSnapshot(target)).toThrow(UsageError);
    expect(() => readSnapshot(target)).toThrow(
      `cannot read "${target}": ${reason}`,
    );
  });
});
