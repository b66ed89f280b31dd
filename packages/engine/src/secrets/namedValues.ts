// SPDX-License-Identifier: Apache-2.0
import type { LogicalLine } from './logicalLine.ts';
import { MASK_RANGE } from './masks.ts';
import { MAX_NAME_LENGTH, nameSignal, type NameSignal } from './secretName.ts';
import { kindByName, type Report } from './secretPiece.ts';
import { isRandom, natureOfValue } from './secretValue.ts';
import {
  isQuote,
  NestingCursor,
  readValue,
  WORD,
  type FoundValue,
} from './valueReader.ts';
import { findValueSlot, skip, type ValueSlot } from './valueSlot.ts';

/** A word that can be a part of the name of a secret. */
export const NAME_TRIGGER =
  'pass|pword|pwd|pw(?![a-z])|token|secret|key|auth|cred|private|cookie|_pat(?![a-z])';

/**
 * The end of a name around a trigger that says nothing of a secret, such as
 * `keyring` and `apt-key`; undefined where it is one, or may be.
 *
 * @param index - of the trigger
 */
export function harmlessNameEnd(
  text: string,
  index: number,
): number | undefined {
  const start = nameStart(text, index, 0);
  const end = nameEnd(text, index);
  const name = nameOf(text, start, end);
  // What stands before `pwd` makes it one.
  const isHarmless =
    !mayGoOn(text, start, end) &&
    !PWD.test(name) &&
    !isHeader(name) &&
    nameSignal(name) === undefined;
  return isHarmless ? end : undefined;
}

/** Whether line ends or quotation marks may keep more of a name together. */
function mayGoOn(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const behind = text[end];
  return (
    before === '\n' ||
    behind === '\\' ||
    behind === '`' ||
    (isQuote(before) && NAME_CHARACTER.test(text[start - 2] ?? '')) ||
    (isQuote(behind) && NAME_CHARACTER.test(text[end + 1] ?? ''))
  );
}

const PWD = /pwd/i;

function nameOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/^-+|[.-]+$/g, '');
}

/**
 * Finds values behind the name of a secret: `NAME=value`, `name: value`, JSON,
 * XML, `${NAME:-value}`, `--name value`, headers, .netrc and SQL.
 *
 * @param judged - indexes of names whose values are known already
 */
export function findNamedValues(
  { line: { text }, isComment }: LogicalLine,
  judged: ReadonlySet<number>,
  report: Report,
): void {
  const nesting = new NestingCursor(text, !isComment);
  let from = 0;
  TRIGGER.lastIndex = 0;
  for (let hit = TRIGGER.exec(text); hit; hit = TRIGGER.exec(text)) {
    const start = nameStart(text, hit.index, from);
    const end = nameEnd(text, hit.index);
    from = end;
    TRIGGER.lastIndex = Math.max(end, hit.index + 1);
    const name = nameOf(text, start, end);
    if (HAS_MASK.test(name)) continue;
    const signal = isHeader(name) ? 'secret' : nameSignal(name);
    if (signal === undefined || judged.has(start)) continue;
    const { outer, inBraces } = nesting.at(start);
    const slot = findValueSlot(text, { start, end }, outer);
    if (!slot) continue;
    const found = readSlot(text, behindScheme(text, name, slot), inBraces);
    const isOption = text[start] === '-';
    const kind = judge({
      text,
      name,
      signal,
      slot,
      found,
      isComment,
      isOption,
    });
    if (kind !== undefined) {
      report(found.start, found.end, kind);
      from = Math.max(found.end, end);
      TRIGGER.lastIndex = from;
    } else if (found.end - found.start > LONG) TRIGGER.lastIndex = found.end;
  }
}

const TRIGGER = new RegExp(NAME_TRIGGER, 'gi');

/** A longer value is not searched again for names inside it. */
const LONG = 512;

function nameStart(text: string, index: number, from: number): number {
  const least = Math.max(from, index - MAX_NAME_LENGTH - 1);
  let start = index;
  while (start > least && NAME_CHARACTER.test(text[start - 1]!)) start--;
  return start;
}

function nameEnd(text: string, index: number): number {
  let end = index;
  while (end < text.length && NAME_CHARACTER.test(text[end]!)) end++;
  return end;
}

/** Masks are among them: what begins behind one is only a part of a name. */
const NAME_CHARACTER = new RegExp(`[A-Za-z0-9_.${MASK_RANGE}-]`);
const HAS_MASK = new RegExp(`[${MASK_RANGE}]`);

function isHeader(name: string): boolean {
  return /^(?:proxy-)?authorization$/i.test(name);
}

/** In a header the credential stands behind the scheme. */
function behindScheme(text: string, name: string, slot: ValueSlot): ValueSlot {
  if (!isHeader(name)) return slot;
  const index = skip(text, slot.index, /\\?["']?[A-Za-z]{3,12}[ \t]+/y);
  if (index === undefined) return slot;
  return { index, form: 'argument', outer: slot.outer ?? '"' };
}

function readSlot(
  text: string,
  { index, form, outer }: ValueSlot,
  inBraces: boolean,
): FoundValue {
  if (form === 'element') {
    const close = text.indexOf('<', index);
    const end = close < 0 ? text.length : close;
    return readValue(text.slice(0, end), index, WORD);
  }
  const inList = form === 'colon' || form === 'json' || form === 'default';
  return readValue(text, index, { outer, inList, inBraces });
}

/** A value with all that tells what it is. */
interface Candidate {
  readonly text: string;
  readonly name: string;
  readonly signal: NameSignal;
  readonly slot: ValueSlot;
  readonly found: FoundValue;
  readonly isComment: boolean;
  /** The name begins with a minus. */
  readonly isOption: boolean;
}

/** The kind of secret that the value is; undefined where it is none. */
function judge(candidate: Candidate): string | undefined {
  const { text, name, signal, slot, found, isComment, isOption } = candidate;
  if (found.isMasked || found.end <= found.start) return undefined;
  const value = text.slice(found.start, found.end);
  if (natureOfValue(value, signal, name) !== 'literal') return undefined;
  if (!found.isQuoted && isProgram(text, slot, found)) return undefined;
  const special = isHeader(name) ? 'authorization' : kindByName(name, value);
  if (special !== undefined) return special;
  const isDrawn = isRandom(value);
  if (signal === 'vague') return isDrawn ? 'random-value' : undefined;
  if (isDrawn) return signal === 'password' ? 'password' : 'random-value';
  const gaps = value.match(/\s+/g)?.length ?? 0;
  if (gaps > MAX_GAPS) return undefined;
  const isDoubtful =
    gaps > 0 ||
    (isComment && signal !== 'password') ||
    (slot.form === 'colon' && !found.isQuoted);
  if (isDoubtful) return 'named-value';
  if (signal === 'password') return 'password';
  return isOption ? 'secret-argument' : 'named-value';
}

/** A value with more gaps is a sentence. */
const MAX_GAPS = 3;

/** Whether it looks like a part of a program or a sentence, and no value. */
function isProgram(
  text: string,
  { form }: ValueSlot,
  { start, end }: FoundValue,
): boolean {
  // In JSON all texts have quotation marks; others have to stay what they are.
  if (form === 'json' || text[end] === '(') return true;
  if (form !== 'spaced' && form !== 'colon') return false;
  if (/^[[{]/.test(text[start]!)) return true;
  const isLone = skip(text, end, /[ \t]*(?:#|$|[,}\]"'\\])/y) !== undefined;
  return (
    !isLone ||
    /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$/.test(
      text.slice(start, Math.min(end, start + MAX_NAME_LENGTH)),
    )
  );
}
