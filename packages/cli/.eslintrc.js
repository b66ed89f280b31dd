// SPDX-License-Identifier: Apache-2.0

const packageConfig = require('../repo-tools/eslint-plugin/config');

const doors = '^@plimsoll[/](?!(engine|engine[/]parsers|model)$)';

module.exports = packageConfig(__dirname, {
  restrictedSyntax: [
    {
      selector: `:matches(ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/${doors}/]`,
      message:
        'The CLI stands on @plimsoll/engine, @plimsoll/engine/parsers and @plimsoll/model alone.',
    },
  ],
});
