// SPDX-License-Identifier: Apache-2.0
import { REPORT_ERROR_CODES, type ReportErrorCode } from '@plimsoll/model';
import { MOST_DEPTH } from './frames.ts';

/** What the first bytes of a document say against it, if anything. */
export function documentStart(
  byte: number,
  offset: number,
): ReportErrorCode | undefined {
  if (offset > 0) return undefined;
  if (byte === 0xff || byte === 0xfe || byte === 0) return 'utf-16';
  // gzip, Zstandard.
  return byte === 0x1f || byte === 0x28 ? 'compressed' : undefined;
}

/** A sentence that says a fault to a person, and what to do about it. */
export function faultSentence(code: ReportErrorCode): string {
  return ADVICE[code] ?? REPORT_ERROR_CODES[code];
}

const ADVICE: Partial<Record<ReportErrorCode, string>> = {
  compressed: 'The bytes are compressed; unpack them first.',
  'utf-16':
    'The text is UTF-16 or UTF-32; let the scanner write the file itself, or convert it to UTF-8.',
  truncated:
    'The document stops before its end; was the file copied as a whole?',
  'trailing-content':
    'Something follows the end of the document; one file holds one report.',
  'too-deep': `The document is nested more than ${MOST_DEPTH} levels deep.`,
};

/** A byte as a person would like to see it. */
export function shownByte(byte: number): string {
  return byte > 0x20 && byte < 0x7f
    ? `"${String.fromCharCode(byte)}"`
    : `the byte 0x${byte.toString(16).padStart(2, '0')}`;
}
