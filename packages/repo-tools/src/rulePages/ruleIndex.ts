// SPDX-License-Identifier: Apache-2.0

import { AREAS, type Area } from '@plimsoll/model';
import type { Rule } from '@plimsoll/engine';
import { markdownText } from './markdownText.ts';

/** The page that lists all rules, in Markdown that is not yet formatted. */
export function ruleIndex(rules: readonly Rule[]): string {
  const areas = AREAS.filter(area => rulesOf(area, rules).length > 0);
  return [
    '<!-- Generated from packages/engine/src/rules by "npm run docs:rules"; do not edit. -->',
    '# Rules',
    `${rules.length} rules. Each page says what exactly is judged and why, with examples that the engine has run. \`plimsoll explain <rule>\` shows the same in a terminal.`,
    ...areas.flatMap(area => [
      `## ${area}`,
      [
        '| Rule | Severity | Level | What it holds |',
        '| --- | --- | --- | --- |',
        ...rulesOf(area, rules).map(
          ({ info }) =>
            `| [${info.id.slice(area.length + 1)}](${info.id}.md) | ${
              info.severity
            } | ${info.level} | ${markdownText(info.title)} |`,
        ),
      ].join('\n'),
    ]),
  ].join('\n\n');
}

function rulesOf(area: Area, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ info }) => info.area === area);
}
