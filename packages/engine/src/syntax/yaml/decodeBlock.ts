// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { CARRIAGE_RETURN, NEWLINE, SPACE, TAB } from '../../text/characters.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { TextPieces } from './textPieces.ts';

/** The lines below the header of a literal or folded scalar. */
export interface BlockContent extends TextRange {
  /** Columns that do not belong to the text; -1 when all lines are empty. */
  readonly indent: number;
  /** Of the breaks behind the last line: one, none, or all stay. */
  readonly chomping: 'clip' | 'strip' | 'keep';
}

/** A line of a block; `end` is where its break stands. */
interface Line extends TextRange {
  readonly isEmpty: boolean;
}

/** The text of a block scalar. */
export function decodeBlock(
  source: string,
  block: BlockContent,
  isFolded: boolean,
): MappedText {
  const pieces = new TextPieces(source, block.start);
  // Breaks that wait for the next line to tell what they become.
  let breaks: number[] = [];
  let isFirst = true;
  let wasIndented = false;
  for (const line of linesOf(source, block)) {
    if (line.isEmpty) {
      breaks.push(line.end);
      continue;
    }
    const first = source.charCodeAt(line.start);
    const isIndented = first === SPACE || first === TAB;
    const keepsAll = isFirst || !isFolded || isIndented || wasIndented;
    if (keepsAll) addBreaks(pieces, breaks);
    else if (breaks.length === 1) pieces.add(' ', breaks[0]!);
    else addBreaks(pieces, breaks.slice(1));
    pieces.copy(line.start, line.end);
    breaks = [line.end];
    isFirst = false;
    wasIndented = isIndented;
  }
  if (block.chomping === 'keep') addBreaks(pieces, breaks);
  else if (block.chomping === 'clip' && !isFirst) {
    addBreaks(pieces, breaks.slice(0, 1));
  }
  return pieces.join();
}

function addBreaks(pieces: TextPieces, breaks: readonly number[]): void {
  for (const offset of breaks) pieces.add('\n', offset);
}

function* linesOf(source: string, block: BlockContent): Generator<Line> {
  const { indent, end } = block;
  let start = block.start;
  while (start < end) {
    let stop = start;
    while (stop < end && !isBreak(source.charCodeAt(stop))) stop++;
    let column = 0;
    while (
      column < indent &&
      start + column < stop &&
      source.charCodeAt(start + column) === SPACE
    ) {
      column++;
    }
    const isEmpty = indent < 0 || start + column >= stop;
    const isWindows =
      source.charCodeAt(stop) === CARRIAGE_RETURN &&
      source.charCodeAt(stop + 1) === NEWLINE;
    const breakAt = isWindows ? stop + 1 : stop;
    yield { start: start + column, end: stop, isEmpty };
    start = breakAt + 1;
  }
}

function isBreak(unit: number): boolean {
  return unit === NEWLINE || unit === CARRIAGE_RETURN;
}
