// SPDX-License-Identifier: Apache-2.0

const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');
const path = require('node:path');

const houseRules = {
  'plimsoll/spdx-line': 'error',
  'import/no-default-export': 'error',
  '@typescript-eslint/no-explicit-any': 'error',

  // Backstage only warns.
  '@backstage/no-mixed-plugin-imports': 'error',

  // A file begins with what it is about; its tables and helpers may follow. Use
  // before definition that would really happen is still found.
  '@typescript-eslint/no-use-before-define': [
    'error',
    { functions: false, classes: false, variables: false },
  ],

  // Parsers and masks are about control characters.
  'no-control-regex': 'off',

  // Properties assert, and so do helpers named after what they expect.
  'jest/expect-expect': [
    'error',
    { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] },
  ],
};

/** They declare tests on behalf of others, and may use what tests use. */
const testHarnesses = {
  files: ['src/testing/**'],
  rules: {
    'jest/no-export': 'off',
    'jest/valid-title': 'off',
    '@backstage/no-undeclared-imports': 'off',
  },
};

/** Backstage loads a plugin by the default export of its entry point. */
const pluginEntries = {
  files: ['src/{index,alpha,legacy}.{ts,tsx}'],
  rules: { 'import/no-default-export': 'off' },
};

/**
 * The lint configuration of a package: Backstage's for its role, and the house
 * rules. `extra` is what Backstage's factory takes.
 */
module.exports = function packageConfig(directory, extra = {}) {
  const { role } = require(path.join(directory, 'package.json')).backstage;
  const isPlugin = /-plugin(-module)?$/.test(role);
  return createConfigForRole(directory, role, {
    ...extra,
    plugins: ['plimsoll', ...(extra.plugins ?? [])],
    rules: { ...houseRules, ...extra.rules },
    overrides: [
      testHarnesses,
      ...(isPlugin ? [pluginEntries] : []),
      ...(extra.overrides ?? []),
    ],
  });
};
