// SPDX-License-Identifier: Apache-2.0

// The house rules that no published plugin has. ESLint finds them as "plimsoll",
// through a link in the root package.json.

module.exports = {
  rules: {
    floors: require('./floors'),
    'spdx-line': require('./spdxLine'),
  },
};
