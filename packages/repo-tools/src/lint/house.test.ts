// SPDX-License-Identifier: Apache-2.0

import { rulesBrokenBy, severityOf } from './plant.ts';

const anywhere = [
  'packages/model/src/planted.ts',
  'packages/engine/src/text/planted.ts',
  'packages/cli/src/planted.ts',
  'packages/repo-tools/src/planted.ts',
];

describe.each(anywhere)('the house rules in %s', file => {
  it('want the licence line', async () => {
    const code = 'export const a = 1;\n';
    expect(await rulesBrokenBy(file, code, { licence: false })).toEqual([
      'plimsoll/spdx-line',
    ]);
    expect(await rulesBrokenBy(file, code)).toEqual([]);
  });

  it('want named exports', async () => {
    expect(await rulesBrokenBy(file, 'export default 1;\n')).toEqual([
      'import/no-default-export',
    ]);
  });

  it('refuse any', async () => {
    expect(await rulesBrokenBy(file, 'export const a: any = 1;\n')).toEqual([
      '@typescript-eslint/no-explicit-any',
    ]);
  });
});

it('let no package mix the old frontend system with the new', async () => {
  for (const file of anywhere) {
    expect(await severityOf('@backstage/no-mixed-plugin-imports', file)).toBe(
      'error',
    );
  }
});

it('want the licence line in scripts, too', async () => {
  const code = 'export const a = 1;\n';
  const file = 'scripts/planted.mjs';
  expect(await rulesBrokenBy(file, code, { licence: false })).toEqual([
    'plimsoll/spdx-line',
  ]);
});

describe('the doors that the CLI uses', () => {
  const broken = (door: string) =>
    rulesBrokenBy(
      'packages/cli/src/planted.ts',
      `import { a } from '${door}';\n\nexport const b = a;\n`,
    );

  it.each(['@plimsoll/engine', '@plimsoll/engine/parsers', '@plimsoll/model'])(
    'may be %s',
    async door => {
      expect(await broken(door)).toEqual([]);
    },
  );

  it.each([
    '@plimsoll/repo-tools',
    '@plimsoll/engine/src/text/lines.ts',
    '@plimsoll/engine/testing',
    '@plimsoll/model/schemas',
  ])('must not be %s', async door => {
    expect(await broken(door)).toContain('no-restricted-syntax');
  });

  it('must not be a path into another package', async () => {
    expect(await broken('../../engine/src/index.ts')).toContain(
      '@backstage/no-relative-monorepo-imports',
    );
  });
});
