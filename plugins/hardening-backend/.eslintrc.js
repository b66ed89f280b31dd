// SPDX-License-Identifier: Apache-2.0

module.exports = require('../../packages/repo-tools/eslint-plugin/config')(
  __dirname,
  {
    overrides: [
      {
        // What tests stand on lies beside them.
        files: ['src/**/testing/**'],
        rules: {
          '@backstage/no-undeclared-imports': 'off',
          // It only ever runs from a checkout.
          'no-restricted-syntax': 'off',
        },
      },
    ],
  },
);
