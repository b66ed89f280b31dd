// SPDX-License-Identifier: Apache-2.0

import { rulesBrokenBy } from './plant.ts';

const planted = 'packages/engine/src/syntax/planted.ts';
const digest = 'packages/engine/src/text/digest.ts';

describe('the purity of the engine', () => {
  it.each([
    [
      "import { readFileSync } from 'node:fs';\n\nexport const a = readFileSync;\n",
    ],
    ["import { readFileSync } from 'fs';\n\nexport const a = readFileSync;\n"],
    [
      "import { createHash } from 'node:crypto';\n\nexport const a = createHash;\n",
    ],
  ])('refuses modules of Node: %j', async code => {
    expect(await rulesBrokenBy(planted, code)).toEqual([
      'import/no-nodejs-modules',
    ]);
  });

  it('refuses Backstage', async () => {
    const code =
      "import { Entity } from '@backstage/catalog-model';\n\nexport type A = Entity;\n";
    expect(await rulesBrokenBy(planted, code)).toContain(
      'no-restricted-imports',
    );
  });

  it.each([
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    "'a'.localeCompare('b')",
    "'a'.toLocaleUpperCase()",
    "(1).toLocaleString('en')",
    "import('unbash')",
  ])('refuses %s', async expression => {
    const code = `export const a = ${expression};\n`;
    expect(await rulesBrokenBy(planted, code)).toEqual([
      'no-restricted-syntax',
    ]);
  });

  it.each([
    'process.env',
    'console.log',
    'performance.now()',
    'setTimeout(() => {}, 1)',
    'new Intl.Collator()',
    'globalThis.process',
    "require('node:fs')",
    "Buffer.from('')",
    "fetch('')",
  ])('refuses %s', async expression => {
    const code = `export const a = ${expression};\n`;
    expect(await rulesBrokenBy(planted, code)).toContain(
      'no-restricted-globals',
    );
  });

  it('lets the digest have createHash, and nothing else of node:crypto', async () => {
    const use = (imported: string) =>
      `import ${imported} from 'node:crypto';\n\nexport const a = 1;\n`;
    expect(await rulesBrokenBy(digest, use('{ createHash }'))).toEqual([]);
    for (const imported of ['{ randomUUID }', '* as crypto', 'crypto']) {
      expect(await rulesBrokenBy(digest, use(imported))).toEqual([
        'no-restricted-syntax',
      ]);
    }
  });

  it('leaves tests alone', async () => {
    const test = 'packages/engine/src/syntax/planted.test.ts';
    const code =
      "import { readFileSync } from 'node:fs';\n\nexport const a = [readFileSync, Date.now()];\n";
    expect(await rulesBrokenBy(test, code)).not.toContain(
      'import/no-nodejs-modules',
    );
  });

  it('lets a time that came in as an argument be read', async () => {
    const code = 'export const a = (now: string) => new Date(now).getTime();\n';
    expect(await rulesBrokenBy(planted, code)).toEqual([]);
  });
});
