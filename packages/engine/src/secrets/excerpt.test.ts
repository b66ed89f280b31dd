// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryText } from '../testing/arbitraryText.ts';
import { drawn } from '../testing/plantedSecrets.ts';
import {
  createExcerpts,
  MAX_EXCERPT_COLUMNS,
  MAX_EXCERPT_LINES,
  type Excerpt,
} from './excerpt.ts';

/** The lines, with brackets around what is marked. */
function cut(text: string, piece: string): string[] {
  const start = text.indexOf(piece);
  return shown(createExcerpts(text)({ start, end: start + piece.length }));
}

function shown({ lines, mark }: Excerpt): string[] {
  return lines.map(({ number, text }) => {
    if (number !== mark.line) return `${number} ${text}`;
    const { start, end } = mark;
    return `${number} ${text.slice(0, start)}[${text.slice(
      start,
      end,
    )}]${text.slice(end)}`;
  });
}

const NUMBERS = Array.from({ length: 20 }, (_, index) => `l${index + 1}.`);

describe('createExcerpts', () => {
  it('shows two lines before and behind', () => {
    expect(cut(NUMBERS.join('\n'), 'l9.')).toEqual([
      '7 l7.',
      '8 l8.',
      '9 [l9.]',
      '10 l10.',
      '11 l11.',
    ]);
  });

  it('stops at both ends of the file', () => {
    expect(cut('a\nb\n', 'a')).toEqual(['1 [a]', '2 b']);
    expect(cut('a\nb\n', 'b')).toEqual(['1 a', '2 [b]']);
    expect(cut('a\nb', 'b')).toEqual(['1 a', '2 [b]']);
    expect(cut('', '')).toEqual(['1 []']);
  });

  it('shows the end of a file that ends with a line end', () => {
    const excerpt = createExcerpts('a\n')({ start: 2, end: 2 });
    expect(shown(excerpt)).toEqual(['1 a', '2 []']);
  });

  it('marks the first line of several, and shows seven at most', () => {
    const text = NUMBERS.join('\n');
    const start = text.indexOf('l5.');
    const excerpt = createExcerpts(text)({ start, end: text.length });
    expect(shown(excerpt)).toEqual([
      '3 l3.',
      '4 l4.',
      '5 [l5.]',
      '6 l6.',
      '7 l7.',
      '8 l8.',
      '9 l9.',
    ]);
  });

  it('shows no carriage return at the end of a line', () => {
    expect(cut('a\r\nb\r\nc\r\n', 'b\r\n')).toEqual(['1 a', '2 [b]', '3 c']);
  });

  it('masks secrets, in the lines around as well', () => {
    const text = 'FROM a\nENV DB_PASSWORD=hunter2\nENV DB_PASSWORD hunter22\n';
    expect(cut(text, 'DB_PASSWORD=hunter2')).toEqual([
      '1 FROM a',
      '2 ENV [DB_PASSWORD=•••••••]',
      '3 ENV DB_PASSWORD ••••••••',
    ]);
  });

  it('shows a text that was masked before in the same way', () => {
    const text = `ENV A=gh${'p_'}${drawn('abcDEF0123456789', 36)}\n`;
    const masked = `ENV A=${'\ue414'.repeat(40)}\n`;
    const range = { start: 4, end: 46 };
    expect(createExcerpts(masked)(range)).toEqual(createExcerpts(text)(range));
  });

  it('escapes what could move or hide text', () => {
    expect(cut('\tx\u202eb\u0007\u001b[1mc', 'b')).toEqual([
      '1     x\\u{202e}[b]\\u{7}\\u{1b}[1mc',
    ]);
    expect(cut('a\rb\u2028c\0', 'b')).toEqual(['1 a\\r[b]\\u{2028}c\\u{0}']);
  });

  it('cuts a long line around the mark', () => {
    const text = `${'a'.repeat(500)}MARK${'b'.repeat(500)}`;
    const { lines, mark } = createExcerpts(text)({ start: 500, end: 504 });
    expect(lines[0]?.text).toHaveLength(MAX_EXCERPT_COLUMNS);
    expect(lines[0]?.text).toMatch(/^…a{40}MARKb+…$/);
    expect(lines[0]?.text.slice(mark.start, mark.end)).toBe('MARK');
  });

  it('cuts a long mark, and the end of a long line', () => {
    const text = `a${'b'.repeat(500)}c`;
    const whole = createExcerpts(text)({ start: 1, end: 501 });
    expect(whole.lines[0]?.text).toBe(`a${'b'.repeat(198)}…`);
    expect(whole.mark).toEqual({ line: 1, start: 1, end: 199 });
    const last = createExcerpts(text)({ start: 501, end: 502 });
    expect(last.lines[0]?.text).toBe(`…${'b'.repeat(40)}c`);
    expect(last.mark).toEqual({ line: 1, start: 41, end: 42 });
  });

  it('shows a line of exactly the width whole', () => {
    const text = 'a'.repeat(MAX_EXCERPT_COLUMNS);
    const { lines } = createExcerpts(text)({ start: 199, end: 200 });
    expect(lines[0]?.text).toBe(text);
  });

  it('cuts no pair in two', () => {
    const text = '🐳'.repeat(400);
    const { lines } = createExcerpts(text)({ start: 301, end: 302 });
    expect(lines[0]?.text).toMatch(/^…(?:🐳)+…$/u);
  });

  it('bears a range outside of the text', () => {
    const excerpt = createExcerpts('a\nb');
    expect(shown(excerpt({ start: 90, end: 99 }))).toEqual(['1 a', '2 b[]']);
    expect(shown(excerpt({ start: -5, end: -1 }))).toEqual(['1 []a', '2 b']);
  });

  it('keeps its limits for any text and range', () => {
    const text = arbitraryText([
      'ENV TOKEN=',
      'hunter2',
      'a'.repeat(150),
      '\n',
    ]);
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), (file, start, length) => {
        const { lines, mark } = createExcerpts(file)({
          start,
          end: start + length,
        });
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(MAX_EXCERPT_LINES);
        for (const { text: line } of lines) {
          expect(line.length).toBeLessThanOrEqual(MAX_EXCERPT_COLUMNS);
          expect(line).not.toMatch(/[\0-\x1f\u202a-\u202e\ue400-\ue4ff]/);
        }
        const marked = lines.find(({ number }) => number === mark.line)!;
        expect(mark.start).toBeGreaterThanOrEqual(0);
        expect(mark.end).toBeGreaterThanOrEqual(mark.start);
        expect(marked.text.length).toBeGreaterThanOrEqual(mark.end);
      }),
      { numRuns: 2_000 },
    );
  });
});
