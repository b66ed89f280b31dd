// SPDX-License-Identifier: Apache-2.0
import { KEY_SECRETS } from '../data/secretShapes/keys.ts';
import { maskOf } from './masks.ts';
import type { Report } from './secretPiece.ts';

const KIND = KEY_SECRETS.find(({ id }) => id === 'private-key')!;

/**
 * Finds the parts of private keys in PEM form, over several lines, with `\n`
 * in the place of line ends, or told line by line by `echo`. The lines around
 * them stay: they are no secret.
 */
export function findPrivateKeys(text: string, report: Report): void {
  let index = text.indexOf(BEGIN);
  while (index >= 0) {
    index = text.indexOf(BEGIN, findPrivateKey(text, index, report));
  }
}

/** How the header of a private key begins. */
const BEGIN = '-----BEGIN ';

/**
 * @param index - of the header
 * @returns where to go on
 */
function findPrivateKey(text: string, index: number, report: Report): number {
  HEADER.lastIndex = index;
  if (!HEADER.test(text)) return index + BEGIN.length;
  const start = HEADER.lastIndex;
  const body = text.slice(start, start + MAX_LENGTH);
  const dashes = body.indexOf('-----');
  const end = dashes < 0 ? body.length : dashes;
  const isClosed = body.startsWith('-----END', end);
  const lines = readLines(body, end);
  const isKey = lines.some(({ hasLongPart }) => hasLongPart);
  if (!isKey) return start;
  for (const line of lines) {
    // Without a footer it ends where something else stands.
    if (!isClosed && !line.isBody && line !== lines[0]) break;
    for (const { from, to } of line.parts) {
      const isTail = isClosed && /[^=]{2}==?$/.test(body.slice(from, to));
      if (line.isBody || isTail || to - from >= LONG_PART) {
        report(start + from, start + to, KIND.id);
      }
    }
  }
  return start;
}

const HEADER =
  /-----BEGIN (?:[A-Z0-9]+ ){0,3}(?:PRIVATE KEY(?: BLOCK)?|Static key V1)-----/y;
/** Longer keys do not exist; an RSA key of 16,384 bits has 12,700. */
const MAX_LENGTH = 32_768;

interface KeyLine {
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  readonly hasLongPart: boolean;
  /** Nothing else stands in it, and it is no single word. */
  readonly isBody: boolean;
}

function readLines(body: string, end: number): KeyLine[] {
  const lines: KeyLine[] = [];
  for (let from = 0; from < end; ) {
    const newline = body.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push(readLine(body.slice(from, to), from, lines.at(-1)?.isBody));
    from = to + 1;
  }
  return lines;
}

function readLine(line: string, offset: number, isBehindBody = false): KeyLine {
  const parts: { from: number; to: number }[] = [];
  PART.lastIndex = 0;
  for (let part = PART.exec(line); part; part = PART.exec(line)) {
    const [found] = part;
    const isEscape = line[part.index - 1] === '\\' && /^[nrt]/.test(found);
    const from = part.index + (isEscape ? 1 : 0);
    const to = part.index + found.length;
    if (to > from) parts.push({ from: offset + from, to: offset + to });
  }
  const hasLongPart = parts.some(({ from, to }) => to - from >= LONG_PART);
  const isAlone = !OTHER.test(line);
  // The last line of a key is short.
  const isBody = isAlone && (hasLongPart || (isBehindBody && parts.length < 2));
  return { parts, hasLongPart, isBody };
}

/** Base 64, masked or not. */
const PART = new RegExp(`[A-Za-z0-9+/=${maskOf(KIND)}]+`, 'g');
/** What no line of a key has, quotation marks and line ends aside. */
const OTHER = new RegExp(`[^A-Za-z0-9+/=${maskOf(KIND)}\\s"'\\\\,;]`);
/** Among other words only long runs are parts of a key. */
const LONG_PART = 24;
