// SPDX-License-Identifier: Apache-2.0

const SPDX_LINE = '// SPDX-License-Identifier: Apache-2.0';

/** A source file begins with its licence, in one line, below a #! if any. */
module.exports = {
  meta: { type: 'suggestion', fixable: 'code', schema: [] },
  create: context => ({
    Program(node) {
      const { sourceCode } = context;
      const first = sourceCode.lines[0].startsWith('#!') ? 2 : 1;
      if (sourceCode.lines[first - 1] === SPDX_LINE) return;

      const loc = { line: first, column: 0 };
      const start = sourceCode.getIndexFromLoc(loc);
      context.report({
        node,
        loc,
        message: `A source file begins with "${SPDX_LINE}".`,
        fix: fixer =>
          fixer.insertTextBeforeRange([start, start], `${SPDX_LINE}\n\n`),
      });
    },
  }),
};
