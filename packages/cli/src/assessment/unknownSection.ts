// SPDX-License-Identifier: Apache-2.0
import { describeReason, type Reason, type RuleResult } from '@plimsoll/model';
import { labelled } from '../terminal/columns.ts';
import type { View } from './view.ts';
import { shown } from './words.ts';

/** How much of long lists is shown unless all is asked for. */
const MOST_ROWS = 6;
const MOST_NAMES = 3;

/** What could not be decided, by the reason. */
export function unknownSection(view: View): string[] {
  const { assessment, page, showAll } = view;
  const { bold, dim } = page.colours;
  const lines: string[] = [];
  for (const [reason, results] of groupByReason(assessment.results)) {
    lines.push(...labelled(page, '?', describeReason(reason)));
    const rows = rowsOf(results, showAll);
    const limit = showAll ? rows.length : MOST_ROWS;
    for (const row of rows.slice(0, limit)) {
      lines.push(...labelled(page, '', row, { text: dim }));
    }
    if (rows.length > limit) {
      const text = `… and ${rows.length - limit} more; --all shows them`;
      lines.push(...labelled(page, '', text, { text: dim }));
    }
  }
  return lines.length > 0 ? [bold('Not known'), '', ...lines, ''] : [];
}

function groupByReason(
  results: readonly RuleResult[],
): Map<Reason, RuleResult[]> {
  const reasons = new Map<Reason, RuleResult[]>();
  for (const result of results) {
    const { role, outcome, reason } = result;
    if (outcome !== 'unknown' && outcome !== 'crashed') continue;
    if (reason === undefined || role === 'excluded') continue;
    const group = reasons.get(reason);
    if (group) group.push(result);
    else reasons.set(reason, [result]);
  }
  return reasons;
}

/** The same rules often share a file, and many files a rule. */
function rowsOf(results: readonly RuleResult[], showAll: boolean): string[] {
  const placesByRule = collect(results.map(one => [one.rule, placeOf(one)]));
  const rulesByPlaces = collect(
    [...placesByRule].map(([rule, places]) => [
      listOf([...new Set(places)], showAll),
      rule,
    ]),
  );
  return [...rulesByPlaces].map(
    ([places, rules]) => `${places}: ${listOf(rules, showAll)}`,
  );
}

/** The file, with what the doubt is about: `Dockerfile (VERSION)`. */
function placeOf({ path, detail }: RuleResult): string {
  return shown(detail === undefined ? path : `${path} (${detail})`);
}

function collect(
  pairs: readonly (readonly [string, string])[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function listOf(names: readonly string[], showAll: boolean): string {
  const limit = showAll ? names.length : MOST_NAMES;
  const rest = names.length - limit;
  const list = names.slice(0, limit).join(', ');
  return rest > 0 ? `${list} and ${rest} more` : list;
}
