// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { SECRET_KINDS, type SecretKind } from '../data/secretShapes.ts';
import { SPACE } from '../text/characters.ts';
import { MappedText } from '../text/mappedText.ts';
import {
  findCommandSecrets,
  mayGivePasswords,
  PROGRAM_TRIGGER,
  STATEMENT_TRIGGER,
} from './commandSecrets.ts';
import { findVariables, setsVariables } from './dockerfilePairs.ts';
import { LogicalLines, type LogicalLine } from './logicalLine.ts';
import { kindOfMask, MASK_RANGE } from './masks.ts';
import {
  findNamedValues,
  harmlessNameEnd,
  NAME_TRIGGER,
} from './namedValues.ts';
import { findPrivateKeys } from './privateKeys.ts';
import type { Report, SecretPiece } from './secretPiece.ts';
import { findShapedSecrets } from './shapedSecrets.ts';
import { findUrlCredentials } from './urlCredentials.ts';
import { findValueBelow } from './valueBelow.ts';

/** A secret that stands in a text, masked or not. */
export interface Secret extends TextRange {
  readonly kind: SecretKind;
  /**
   * What is masked of it, in order; several where line ends or quotation marks
   * stand in between.
   */
  readonly parts: readonly TextRange[];
}

/**
 * Finds all secrets of a text, in its order; none overlaps another.
 *
 * Reads any kind of file. Linear in the length of the text, and next to nothing
 * where no word tells of a secret.
 */
export function findSecrets(text: string): readonly Secret[] {
  const pieces: SecretPiece[] = [];
  findByForm(text, pieces);
  findByContext(text, pieces);
  return pieces.length === 0 ? NONE : join(text, settle(pieces));
}

const NONE: readonly Secret[] = [];

/** What can be told without the line around it. */
function findByForm(text: string, pieces: SecretPiece[]): void {
  const report: Report = (start, end, kind) => {
    pieces.push({ start, end, kind });
  };
  findMasks(text, report);
  findUrlCredentials(text, report);
  findPrivateKeys(text, report);
  findShapedSecrets(text, report);
}

function findMasks(text: string, report: Report): void {
  MASK.lastIndex = 0;
  for (let hit = MASK.exec(text); hit; hit = MASK.exec(text)) {
    MASK.lastIndex = readMasks(text, hit.index, report);
  }
}

const MASK = new RegExp(`[${MASK_RANGE}]`, 'g');

/**
 * Reads a run of masks, which are hardly ever of several kinds.
 *
 * @returns behind it
 */
function readMasks(text: string, start: number, report: Report): number {
  let kind: SecretKind | undefined;
  let end = start;
  for (;;) {
    const next = kindOfMask(text.charCodeAt(end));
    if (!next) break;
    kind = kind ? stronger(kind, next) : next;
    end++;
  }
  // Perhaps a kind of a later version, perhaps no mask at all.
  if (!kind) return start + 1;
  report(start, end, kind.id);
  return end;
}

/** What the words around it tell. */
function findByContext(text: string, pieces: SecretPiece[]): void {
  const hasPrograms = mayGivePasswords(text);
  const trigger = hasPrograms ? WITH_PROGRAMS : WITHOUT_PROGRAMS;
  trigger.lastIndex = 0;
  let lines: LogicalLines | undefined;
  for (let hit = trigger.exec(text); hit; hit = trigger.exec(text)) {
    const { index, 1: name } = hit;
    let end = name === undefined ? undefined : harmlessNameEnd(text, index);
    if (end === undefined) {
      end = index + hit[0].length;
      lines ??= new LogicalLines(text);
      for (const line of lines.around(index)) {
        findInLine(line, hasPrograms, pieces);
        findValueBelow(text, line, reporter(MappedText.at(0, text), pieces));
        end = Math.max(end, line.end);
      }
    }
    trigger.lastIndex = end;
  }
}

/** What holds a line with a secret has one of these; the group is of a name. */
const WITHOUT_PROGRAMS = new RegExp(
  `${STATEMENT_TRIGGER}|(${NAME_TRIGGER})`,
  'gi',
);
const WITH_PROGRAMS = new RegExp(
  `${PROGRAM_TRIGGER}|${WITHOUT_PROGRAMS.source}`,
  'gi',
);

function findInLine(
  line: LogicalLine,
  hasPrograms: boolean,
  pieces: SecretPiece[],
): void {
  const report = reporter(line.line, pieces);
  const judged = setsVariables(line) ? findVariables(line, report) : NO_NAMES;
  findNamedValues(line, judged, report);
  findCommandSecrets(line, hasPrograms, report);
}

function reporter(line: MappedText, pieces: SecretPiece[]): Report {
  return (start, end, kind) => {
    for (const range of unbroken(line, start, end)) {
      pieces.push({ ...range, kind });
    }
  };
}

const NO_NAMES: ReadonlySet<number> = new Set();

/**
 * The ranges of the file that are masked of a part of a logical line: all but
 * what would change how the line is read.
 */
function unbroken(line: MappedText, start: number, end: number): TextRange[] {
  const from = line.offsetAt(start);
  const to = line.endOffsetAt(start, end);
  const part = line.text.slice(start, end);
  if (to - from === end - start && !KEPT.test(part)) {
    return [{ start: from, end: to }];
  }
  const ranges: { start: number; end: number }[] = [];
  let index = 0;
  while (index < part.length) {
    const length = maskedLength(part, index);
    for (let unit = index; unit < index + length; unit++) {
      const offset = line.offsetAt(start + unit);
      const last = ranges.at(-1);
      if (last?.end === offset) last.end++;
      else ranges.push({ start: offset, end: offset + 1 });
    }
    index += Math.max(length, 1);
  }
  return ranges;
}

/** Control characters and backslashes. */
const KEPT = /[\0-\x1f\\]/;

/**
 * How many characters at an index are masked together. Not a control character,
 * nor a backslash that JSON does not know: with one of them an array is none.
 */
function maskedLength(text: string, index: number): number {
  if (text[index] === '\\') {
    ESCAPE.lastIndex = index;
    return ESCAPE.exec(text)?.[0].length ?? 0;
  }
  return text.charCodeAt(index) < SPACE ? 0 : 1;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Puts pieces in order and those together that meet. */
function settle(pieces: SecretPiece[]): SecretPiece[] {
  pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  const settled: SecretPiece[] = [];
  for (const piece of pieces) {
    const last = settled.at(-1);
    if (last && piece.start <= last.end) {
      settled[settled.length - 1] = {
        start: last.start,
        end: Math.max(last.end, piece.end),
        kind: stronger(kindOf(last), kindOf(piece)).id,
      };
    } else settled.push(piece);
  }
  return settled;
}

/**
 * What looks like something tells more than a name. Least tells a private key,
 * whose parts can be anything: what was masked as a part of one is one.
 */
function stronger(a: SecretKind, b: SecretKind): SecretKind {
  return rank(b) > rank(a) ? b : a;
}

function rank({ id, mask, shapes }: SecretKind): number {
  if (id === 'private-key') return -1;
  return shapes.length > 0 ? 1_000 : mask;
}

const KINDS: ReadonlyMap<string, SecretKind> = new Map(
  SECRET_KINDS.map(kind => [kind.id, kind]),
);

function kindOf(piece: SecretPiece): SecretKind {
  return KINDS.get(piece.kind)!;
}

/** Joins the pieces that only line ends and quotation marks keep apart. */
function join(text: string, pieces: readonly SecretPiece[]): Secret[] {
  const secrets: SecretDraft[] = [];
  for (const piece of pieces) {
    const { start, end } = piece;
    const kind = kindOf(piece);
    const last = secrets.at(-1);
    const isNext =
      last?.kind === kind &&
      start - last.end <= MAX_GLUE &&
      GLUE.test(text.slice(last.end, start));
    if (last && isNext) {
      last.parts.push(piece);
      last.end = end;
    } else secrets.push({ kind, parts: [piece], start, end });
  }
  return secrets;
}

interface SecretDraft {
  readonly kind: SecretKind;
  readonly parts: TextRange[];
  readonly start: number;
  end: number;
}

const MAX_GLUE = 200;
const GLUE = /^(?:[\s\\`"']|\\[nr])*$/;
