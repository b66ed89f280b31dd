// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newRule } from './newRule.ts';

const FILES = [
  { path: 'dockerfile/no-sudo.test.ts', text: '' },
  {
    path: 'dockerfile/no-sudo.ts',
    text: "export const noSudo = defineRule({\n  id: 'dockerfile/no-sudo',\n",
  },
  {
    path: 'dockerfile/user-set-late.ts',
    text: 'export const userSetLate = defineRule({',
  },
];

describe('newRule', () => {
  it('writes rule, test and list, sorted by id', () => {
    const texts = newRule('dockerfile/user', FILES);
    expect([...texts.keys()]).toEqual([
      'packages/engine/src/rules/dockerfile/user.ts',
      'packages/engine/src/rules/dockerfile/user.test.ts',
      'packages/engine/src/rules/rules.ts',
    ]);
    expect(texts.get('packages/engine/src/rules/rules.ts'))
      .toBe(`// SPDX-License-Identifier: Apache-2.0
import { noSudo } from './dockerfile/no-sudo.ts';
import { dockerfileUser } from './dockerfile/user.ts';
import { userSetLate } from './dockerfile/user-set-late.ts';
import type { Rule } from './rule.ts';

/**
 * The rules of this version, by id.
 *
 * @public
 */
export const RULES: readonly Rule[] = [noSudo, dockerfileUser, userSetLate];
`);
  });

  it('gives a rule the artifact of its area', () => {
    const texts = newRule('dockerignore/excludes-logs', FILES);
    const rule = texts.get(
      'packages/engine/src/rules/dockerignore/excludes-logs.ts',
    );
    expect(rule).toContain(
      'export const dockerignoreExcludesLogs = defineRule({',
    );
    expect(rule).toContain("id: 'dockerignore/excludes-logs',");
    expect(rule).toContain("artifact: 'buildContext',");
    expect(rule).toContain("scoreArea: 'dockerignore',");
  });

  it('gives no two rules one name', () => {
    const taken = {
      path: 'dockerfile/other.ts',
      text: 'export const userSet = defineRule({',
    };
    const texts = newRule('dockerfile/user-set', [taken]);
    expect(texts.get('packages/engine/src/rules/rules.ts')).toContain(
      '[userSet, dockerfileUserSet]',
    );
  });

  it.each(['dockerfile/new-thing', 'dockerignore/new-thing'])(
    'writes a rule and a test that compile: %s',
    id => expect(compilerErrors(newRule(id, []))).toEqual([]),
    120_000,
  );

  it.each([
    ['dockerfile/no-sudo', 'dockerfile/no-sudo exists'],
    ['docker/no-sudo', '"docker/no-sudo" begins with no area'],
    ['no-sudo', '"no-sudo" begins with no area'],
    ['dockerfile', '"" is no slug'],
    ['dockerfile/', '"" is no slug'],
    ['dockerfile/No-sudo', '"No-sudo" is no slug'],
    ['dockerfile/no_sudo', '"no_sudo" is no slug'],
    ['dockerfile/../x', '".." is no slug'],
    ['dockerfile/a/b', '"a" is no slug'],
    ['dockerfile/-a', '"-a" is no slug'],
    ['dockerfile/1-a', '"1-a" is no slug'],
    ['compose/no-sudo', 'no files of area compose yet'],
  ])('refuses %s', (id, message) => {
    expect(() => newRule(id, FILES)).toThrow(message);
  });
});

/** What the compiler says of files that do not exist, as if they did. */
function compilerErrors(texts: ReadonlyMap<string, string>): string[] {
  const root = path.join(__dirname, '../../../..');
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-'));
  try {
    for (const [file, text] of texts) {
      fs.mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
      fs.writeFileSync(path.join(scratch, file), text);
    }
    const config = {
      extends: path.join(root, 'tsconfig.core.json'),
      files: [...texts.keys()],
      include: [],
      // An import is looked for in the scratch folder, then in the project.
      compilerOptions: {
        rootDir: path.parse(scratch).root,
        rootDirs: [scratch, root],
        typeRoots: [path.join(root, 'node_modules/@types')],
        types: ['jest', 'node'],
      },
    };
    const project = path.join(scratch, 'tsconfig.json');
    fs.writeFileSync(project, JSON.stringify(config));
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(
      process.execPath,
      [compiler, '--pretty', 'false', '-p', project],
      { encoding: 'utf8' },
    );
    // Errors of other files are not about these.
    return stdout.split('\n').filter(line => line.includes('new-thing'));
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}
