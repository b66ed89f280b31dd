// SPDX-License-Identifier: Apache-2.0

/**
 * Plain words of a rule as Markdown: what means something there is escaped.
 * Words between backticks stay code, and paragraphs stay apart.
 */
export function markdownText(plain: string): string {
  return plain
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escape(part)))
    .join('');
}

/** A text in a fence that it cannot close. */
export function fenced(language: string, text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map(run => run.length)) + 1);
  return `${fence}${language}\n${text.replace(/\r?\n$/, '')}\n${fence}`;
}

function escape(words: string): string {
  return words
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, '$1\\$2');
}
