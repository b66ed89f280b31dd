// SPDX-License-Identifier: Apache-2.0
import { isMask, printable } from '@plimsoll/engine';
import { SEVERITIES, type Finding, type Grade } from '@plimsoll/model';

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

/** `3 findings in 2 files`. */
export function countIn(findings: readonly Finding[]): string {
  const paths = new Set(findings.map(({ path }) => path));
  return `${count(findings.length, 'finding')} in ${count(paths.size, 'file')}`;
}

/** `a B`, `an A`. */
export function withArticle(grade: Grade): string {
  return `${'AEF'.includes(grade) ? 'an' : 'a'} ${grade}`;
}

/** `1 critical, 5 high, 11 medium`; worst first, without those that are none. */
export function countBySeverity(findings: readonly Finding[]): string {
  return SEVERITIES.map(severity => ({
    severity,
    number: findings.filter(finding => finding.severity === severity).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${severity}`)
    .join(', ');
}

/** Text of a file or a rule as a terminal may show it. */
export function shown(text: string): string {
  return printable(text).replace(PRIVATE, character =>
    isMask(character.charCodeAt(0)) ? '•' : character,
  );
}

/** Among them is what the engine puts in place of secrets. */
const PRIVATE = /[\ue000-\uf8ff]/g;
