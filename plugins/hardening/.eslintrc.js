// SPDX-License-Identifier: Apache-2.0

module.exports = require('../../packages/repo-tools/eslint-plugin/config')(
  __dirname,
  {
    // Card and tab stand on @backstage/ui alone.
    restrictedImportPatterns: ['@material-ui/*', '@mui/*'],
    overrides: [
      {
        // An app of its own, for development.
        files: ['dev/**'],
        rules: { '@backstage/no-ui-css-imports-in-non-frontend': 'off' },
      },
    ],
  },
);
