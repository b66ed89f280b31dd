// SPDX-License-Identifier: Apache-2.0

// For what is in no package. Each package has its own, made with
// packages/repo-tools/eslint-plugin/config.js.

const { createConfig } = require('@backstage/cli/config/eslint-factory');

module.exports = {
  root: true,
  ...createConfig(__dirname, {
    env: { node: true },
    parserOptions: { ecmaVersion: 'latest' },
    plugins: ['plimsoll'],
    rules: {
      'plimsoll/spdx-line': 'error',
      'import/no-default-export': 'error',
      'no-console': 'off',
    },
    // Other people's services, as they would write them.
    ignorePatterns: ['/examples', '/templates'],
  }),
};
