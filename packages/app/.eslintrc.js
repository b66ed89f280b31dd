// SPDX-License-Identifier: Apache-2.0

module.exports = require('../repo-tools/eslint-plugin/config')(__dirname);
