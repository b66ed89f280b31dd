// SPDX-License-Identifier: Apache-2.0
import { AREAS, type RuleInfo } from '@plimsoll/model';
import type { Page } from '../terminal/page.ts';
import { severityPaint } from '../terminal/severityPaint.ts';
import { wrap } from '../terminal/wrap.ts';

/** A title needs this much to be readable beside an id. */
const LEAST_TITLE_WIDTH = 28;

/** The catalogue as a table for each area. */
export function formatRules(rules: readonly RuleInfo[], page: Page): string {
  const { bold, dim } = page.colours;
  const tables = AREAS.flatMap(area => {
    const members = rules.filter(rule => rule.area === area);
    if (members.length === 0) return [];
    const heading = `${bold(area)}${dim(
      `  ${members.length === 1 ? '1 rule' : `${members.length} rules`}`,
    )}`;
    return [[heading, '', ...tableOf(members, page)].join('\n')];
  });
  const hint = dim('"plimsoll explain RULE" tells all about one.');
  return `${[...tables, hint].join('\n\n')}\n`;
}

/** Id, severity, level, title; the title goes below where there is no room. */
export function tableOf(rules: readonly RuleInfo[], page: Page): string[] {
  const { dim } = page.colours;
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const titleColumn = 2 + idWidth + 2 + SEVERITY_WIDTH + LEVEL_WIDTH;
  const isBeside = page.width - titleColumn >= LEAST_TITLE_WIDTH;
  return rules.flatMap(({ id, severity, level, title }) => {
    const head = [
      `  ${id.padEnd(idWidth + 2)}`,
      severityPaint(severity, page.colours)(severity.padEnd(SEVERITY_WIDTH)),
      dim(level.padEnd(LEVEL_WIDTH)),
    ].join('');
    if (!isBeside) {
      const lines = wrap(title, page.width - 4).map(line => dim(`    ${line}`));
      return [head.trimEnd(), ...lines];
    }
    const [first = '', ...others] = wrap(title, page.width - titleColumn);
    const indent = ' '.repeat(titleColumn);
    return [head + first, ...others.map(line => indent + line)];
  });
}

const SEVERITY_WIDTH = 'critical'.length + 2;
const LEVEL_WIDTH = 'proficient'.length + 2;
