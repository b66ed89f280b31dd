// SPDX-License-Identifier: Apache-2.0

import { rulesBrokenBy } from './plant.ts';

const src = 'packages/engine/src';

describe('the floors of the engine', () => {
  it.each([
    ['text/a.ts', '../syntax/b.ts'],
    ['text/a.ts', '../index.ts'],
    ['syntax/shell/a.ts', '../../artifacts/b.ts'],
    ['syntax/a.ts', '../data/b.ts'],
    ['data/a.ts', '../reports/b.ts'],
    ['artifacts/dockerfile/a.ts', '../../rules/b.ts'],
    ['rules/image/a.ts', '../../assess/b.ts'],
    ['rules/image/a.ts', '../../assess.ts'],
    ['assess/a.ts', '../fixes/b.ts'],
    ['assess.ts', './parsers.ts'],
    ['fixes/a.ts', '../index.ts'],
    ['parsers.ts', './index.ts'],
    ['index.ts', './testing/b.ts'],
    ['rules/image/a.test.ts', '../../assess/b.ts'],
    ['artifacts/compose/a.ts', '../dockerfile/b.ts'],
    ['artifacts/compose/a.ts', '../dockerfile/inner/dockerfile.ts'],
    ['text/a.ts', '../helpers/b.ts'],
  ])('%s must not import %s', async (file, imported) => {
    for (const code of [
      `import { b } from '${imported}';\n\nexport const a = b;\n`,
      `import type { B } from '${imported}';\n\nexport type A = B;\n`,
      `export type A = import('${imported}').B;\n`,
      `export { b } from '${imported}';\n`,
      `export * from '${imported}';\n`,
    ]) {
      expect(await rulesBrokenBy(`${src}/${file}`, code)).toEqual([
        'plimsoll/floors',
      ]);
    }
  });

  it.each([
    ['syntax/a.ts', '../text/b.ts'],
    ['syntax/shell/a.ts', '../yaml/b.ts'],
    ['artifacts/dockerfile/a.ts', './inner/b.ts'],
    ['artifacts/compose/a.ts', '../dockerfile/dockerfile.ts'],
    ['artifacts/compose/a.ts', '../dockerfile/parseDockerfile.ts'],
    ['artifacts/compose/a.ts', '../artifact.ts'],
    ['rules/image/a.ts', '../../data/b.ts'],
    ['rules/image/a.test.ts', '../../testing/b.ts'],
    ['testing/a.ts', '../assess/b.ts'],
    ['fixes/a.ts', '../assess/b.ts'],
    ['index.ts', './assess/b.ts'],
    ['index.ts', './parsers.ts'],
    ['parsers.ts', './artifacts/dockerfile/b.ts'],
  ])('%s may import %s', async (file, imported) => {
    const code = `import { b } from '${imported}';\n\nexport const a = b;\n`;
    expect(await rulesBrokenBy(`${src}/${file}`, code)).toEqual([]);
  });

  it('lets one file know the shell parser of others', async () => {
    const code = "import { parse } from 'unbash';\n\nexport const a = parse;\n";
    expect(await rulesBrokenBy(`${src}/syntax/shell/a.ts`, code)).toEqual([
      '@typescript-eslint/no-restricted-imports',
    ]);
    expect(
      await rulesBrokenBy(`${src}/syntax/shell/parseShell.ts`, code),
    ).toEqual([]);
  });

  it('has a place for every folder', async () => {
    const code = 'export const a = 1;\n';
    expect(await rulesBrokenBy(`${src}/helpers/a.ts`, code)).toEqual([
      'plimsoll/floors',
    ]);
  });
});
