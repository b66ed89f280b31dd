// SPDX-License-Identifier: Apache-2.0

module.exports = require('../../packages/repo-tools/eslint-plugin/config')(
  __dirname,
  {
    overrides: [
      {
        // An app of its own, for development.
        files: ['dev/**'],
        rules: { '@backstage/no-ui-css-imports-in-non-frontend': 'off' },
      },
    ],
  },
);
