// SPDX-License-Identifier: Apache-2.0

module.exports = require('../../packages/repo-tools/eslint-plugin/config')(
  __dirname,
);
