// SPDX-License-Identifier: Apache-2.0

module.exports = require('./eslint-plugin/config')(__dirname, {
  // Of it, Backstage forbids __dirname, which a build moves. This is never built.
  rules: { 'no-restricted-syntax': 'off' },
});
