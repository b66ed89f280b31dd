// SPDX-License-Identifier: Apache-2.0

const path = require('node:path');
const packageConfig = require('../repo-tools/eslint-plugin/config');
const pure = require('../repo-tools/eslint-plugin/pure');

/** From the ground up. An import goes down, or stays in its folder. */
const floors = [
  ['text'],
  ['syntax', 'reports', 'data'],
  ['secrets'],
  ['artifacts'],
  ['rules'],
  ['assess'],
  ['fixes'],
  ['parsers'],
  ['index', 'testing'],
];

module.exports = packageConfig(__dirname, {
  restrictedImportPatterns: ['@backstage/*'],
  rules: {
    'plimsoll/floors': [
      'error',
      { src: path.join(__dirname, 'src'), floors, apart: ['artifacts'] },
    ],
  },
  overrides: [
    ...pure,
    {
      // A parser of others stands behind one file, so that it can be replaced.
      files: ['src/**'],
      excludedFiles: ['src/syntax/shell/parseShell.ts'],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            name: 'unbash',
            message: 'Only syntax/shell/parseShell.ts knows it.',
          },
        ],
      },
    },
  ],
});
