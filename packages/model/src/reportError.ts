// SPDX-License-Identifier: Apache-2.0

/**
 * Why a scan report cannot be read.
 *
 * @public
 */
export const REPORT_ERROR_CODES = {
  empty: 'There is nothing to read.',
  compressed: 'The bytes are compressed.',
  'utf-16': 'The text is UTF-16 or UTF-32, and JSON is UTF-8.',
  'not-utf8': 'The bytes are not UTF-8.',
  'unexpected-byte': 'This is not JSON.',
  truncated: 'The document stops before its end.',
  'trailing-content': 'Something follows the end of the document.',
  'control-character': 'A string holds a control character.',
  'bad-escape': 'A string holds an escape that JSON does not have.',
  'lone-surrogate': 'A string holds half of a surrogate pair.',
  'duplicate-key': 'A field that is read occurs twice.',
  'unexpected-type': 'A field that holds the findings is of another type.',
  'too-deep': 'The document is nested too deeply.',
  'too-large': 'The document is too large.',
  'text-too-long': 'A text that is read is too long.',
  'too-many-items': 'A list or object that is read is too long.',
  'too-many-findings': 'The report has more findings than are kept.',
  unrecognised: 'The document is of no format that is read.',
  'unsupported-version': 'This version of the format is not read.',
  'field-missing': 'A field without which the report means nothing is missing.',
} as const;

/** @public */
export type ReportErrorCode = keyof typeof REPORT_ERROR_CODES;

/**
 * Where and why the reading of a scan report ended.
 *
 * @public
 */
export interface ReportError {
  readonly code: ReportErrorCode;
  /** For a person: what was expected, what was found, what to do. */
  readonly message: string;
  /** Bytes before the place, from the start of the document. */
  readonly offset: number;
  /**
   * JSON path of the place, such as `$.Results[0].Target`. Parts of a report
   * that are not read have no names: `…` stands for them.
   */
  readonly path: string;
}
