// SPDX-License-Identifier: Apache-2.0
import { describeReason, type Assessment, type Score } from '@plimsoll/model';
import type { Colours } from '../terminal/page.ts';
import { wrap } from '../terminal/wrap.ts';
import type { View } from './view.ts';
import { count, countBySeverity, shown, withArticle } from './words.ts';

/** The mark with the grade in it; beside it score, level and what holds it down. */
export function headSection({ title, assessment, page }: View): string[] {
  const { colours, width } = page;
  const { score, gates } = assessment;
  const mark = markOf(score);
  const indent = ' '.repeat(mark.length + 2);
  const wrapped = (text: string) => wrap(text, width - indent.length);
  const broken = gates
    .filter(({ binding }) => binding)
    .flatMap(({ grade, message }) =>
      wrapped(`Not ${withArticle(grade)}: ${message}`),
    );
  const [first = '', ...others] = [
    colours.bold(shown(title)),
    ...wrapped(describeScore(assessment)),
    ...broken.map(line => colours.red(line)),
    ...describeFindings(assessment).flatMap(wrapped),
  ];
  const paint = gradePaint(score, colours);
  return [`${paint(mark)}  ${first}`, ...others.map(line => indent + line)];
}

/** As on a ship's side: a circle that a line goes through. */
function markOf(score: Score): string {
  return score.status === 'scored' ? `──(${score.grade})──` : '──( )──';
}

function describeScore({ score, level, coverage }: Assessment): string {
  if (score.status === 'notScored') {
    return `No score: ${describeReason(score.reason)}`;
  }
  const parts = [`${score.points} of 100`];
  if (level !== undefined) parts.push(`level ${level}`);
  const known = Math.floor(coverage * 100);
  if (known < 100) parts.push(`${known} % of what applies is known`);
  return parts.join(', ');
}

function describeFindings({ results }: Assessment): string[] {
  const findings = results.flatMap(result => result.findings);
  const counted = findings.filter(({ scored }) => scored);
  const others = findings.length - counted.length;
  const verb = others === 1 ? 'does' : 'do';
  const parts: string[] = [];
  if (counted.length > 0) {
    const number = count(counted.length, 'finding');
    parts.push(`${number}: ${countBySeverity(counted)}`);
  }
  if (others > 0) {
    const noun =
      counted.length > 0 ? `${others} more` : count(others, 'finding');
    parts.push(`${noun} that ${verb} not count`);
  }
  return parts.length > 0 ? [parts.join('; ')] : [];
}

function gradePaint(score: Score, colours: Colours): (text: string) => string {
  if (score.status === 'notScored') return colours.dim;
  const paint = GRADE_COLOURS[score.grade];
  return text => colours.bold(colours[paint](text));
}

const GRADE_COLOURS = {
  A: 'green',
  B: 'green',
  C: 'yellow',
  D: 'yellow',
  E: 'red',
  F: 'red',
} as const;
