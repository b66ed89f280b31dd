// SPDX-License-Identifier: Apache-2.0
import type { Excerpt } from '@plimsoll/engine';
import { LABEL_WIDTH } from '../terminal/columns.ts';
import { displayWidth } from '../terminal/displayWidth.ts';
import type { Page } from '../terminal/page.ts';

/** The line that a finding points at, with carets below the place. */
export function excerptLines(
  { lines, mark }: Excerpt,
  { width, colours }: Page,
  paint: (text: string) => string,
): string[] {
  const line = lines.find(({ number }) => number === mark.line);
  if (!line) return [];
  const label = String(line.number).padStart(LABEL_WIDTH);
  const room = width - label.length - BAR.length;
  const { text, start, end } = fit(line.text, mark.start, mark.end, room);
  const before = displayWidth(text.slice(0, start));
  const marked = Math.max(1, displayWidth(text.slice(start, end)));
  const carets = '^'.repeat(Math.min(marked, Math.max(1, room - before)));
  return [
    colours.dim(label + BAR) + text,
    colours.dim(' '.repeat(label.length) + BAR) +
      ' '.repeat(before) +
      paint(carets),
  ];
}

const BAR = ' │ ';

/** Columns that stay visible before the place when the line is cut there. */
const KEPT_BEFORE = 12;

interface Fitted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a line that is too long so that the place stays in sight. */
function fit(whole: string, start: number, end: number, room: number): Fitted {
  if (displayWidth(whole) <= room) return { text: whole, start, end };
  const fromStart = take(whole, 0, room);
  if (Math.min(end, start + room / 2) <= fromStart.length - 1) {
    return { text: fromStart, start, end: Math.min(end, fromStart.length - 1) };
  }
  const first = pairStart(whole, Math.max(0, start - KEPT_BEFORE));
  const text = `…${take(whole, first, room - 1)}`;
  const shift = 1 - first;
  return {
    text,
    start: start + shift,
    end: Math.min(end + shift, text.length),
  };
}

/** What fits of a text from an offset on, with an ellipsis where it is cut. */
function take(text: string, from: number, room: number): string {
  if (displayWidth(text.slice(from)) <= room) return text.slice(from);
  let end = from;
  let used = 1;
  for (const character of text.slice(from)) {
    used += displayWidth(character);
    if (used > room) break;
    end += character.length;
  }
  return `${text.slice(from, end)}…`;
}

/** Not in the middle of a character of two units. */
function pairStart(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit < 0xe000 && index > 0 ? index - 1 : index;
}
