// SPDX-License-Identifier: Apache-2.0

// Overrides for a package's .eslintrc.js: what code must not touch when its
// result depends on its arguments alone.

const impureGlobals = [
  ...['process', 'performance', 'console', 'fetch', 'crypto', 'navigator'],
  ...['Buffer', 'globalThis', 'global', 'require', 'Intl'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
].map(name => ({
  name,
  message: 'This is pure code: what it needs comes in as an argument.',
}));

const TIME = 'The time comes in as `now`.';
const LOCALE = 'The result must not depend on the locale.';

const impureSyntax = [
  ['ImportExpression', 'Pure code imports nothing while it runs.'],
  ['[object.name="Math"][property.name="random"]', 'No randomness.'],
  ['[object.name="Date"][property.name="now"]', TIME],
  ['NewExpression[callee.name="Date"][arguments.length=0]', TIME],
  ['CallExpression[callee.name="Date"]', TIME],
  ['MemberExpression[property.name=/^(localeCompare$|toLocale)/]', LOCALE],
  [
    'ImportDeclaration[source.value="node:crypto"] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier[imported.name!="createHash"])',
    'Of node:crypto, createHash alone is pure.',
  ],
].map(([selector, message]) => ({ selector, message }));

module.exports = [
  {
    files: ['src/**'],
    excludedFiles: ['**/*.test.ts', 'src/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...impureSyntax],
      'import/no-nodejs-modules': 'error',
    },
  },
  {
    files: ['src/text/digest.ts'],
    rules: {
      'import/no-nodejs-modules': ['error', { allow: ['node:crypto'] }],
    },
  },
];
