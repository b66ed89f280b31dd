// SPDX-License-Identifier: Apache-2.0
import { labelled } from '../terminal/columns.ts';
import { withArticle } from './words.ts';
import type { View } from './view.ts';

const MOST_CONTROLS = 12;

/** Where the points went: a column that adds up as printed. */
export function pointsSection(view: View): string[] {
  const { assessment, page, points, showAll } = view;
  if (!points || points.total === '0.0') return [];
  const { bold, dim } = page.colours;
  const rows = assessment.controls.map(
    ({ control, outcome, rules }, index) => ({
      points: points.controls[index] ?? '0.0',
      text: describe(control, outcome === 'unknown', rules),
    }),
  );
  const limit =
    showAll || rows.length <= MOST_CONTROLS + 1 ? rows.length : MOST_CONTROLS;
  const rest = rows.slice(limit);
  const all = [
    ...rows.slice(0, limit),
    ...(rest.length > 0
      ? [
          {
            points: sum(rest.map(row => row.points)),
            text: `${rest.length} more; --all shows them`,
          },
        ]
      : []),
    { points: points.rounding, text: 'rounding down' },
    { points: points.gate, text: gateText(view) },
  ].filter(row => row.points !== '0.0');
  return [
    bold('Where the points went'),
    '',
    ...all.flatMap(row => labelled(page, `-${row.points}`, row.text)),
    dim(`${' '.repeat(4)}${'─'.repeat(6)}`),
    ...labelled(page, `-${points.total}`, 'in all', { label: bold }),
    '',
  ];
}

function describe(
  control: string,
  isUnknown: boolean,
  rules: readonly string[],
): string {
  const [first, ...others] = rules;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const name = control === first ? control : `${control}: ${first}${more}`;
  return isUnknown ? `${name} (not known, counts half)` : name;
}

function gateText({ assessment }: View): string {
  const messages = assessment.gates
    .filter(({ binding }) => binding)
    .map(({ grade, message }) => `not ${withArticle(grade)}: ${message}`);
  return `gate, ${messages.join('; ')}`;
}

/** Of numbers with one decimal, exactly. */
function sum(points: readonly string[]): string {
  const tenths = points.reduce(
    (so, one) => so + Math.round(Number(one) * 10),
    0,
  );
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
