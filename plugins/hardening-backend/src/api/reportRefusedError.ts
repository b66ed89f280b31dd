// SPDX-License-Identifier: Apache-2.0
import type { ReportError, ReportErrorCode } from '@plimsoll/model';

/** Why a report is not taken, where its reader does not even see it. */
export type RefusalCode =
  | ReportErrorCode
  | 'wrong-media-type'
  | 'bad-gzip'
  | 'gzip-ratio'
  | 'too-slow'
  | 'too-costly'
  | 'scanned-in-future';

/** A report that is not taken, and nothing has changed. */
export class ReportRefusedError extends Error {
  readonly statusCode: number;
  readonly code: RefusalCode;
  /** Bytes before the place, unpacked where the code is of the document. */
  readonly offset: number | undefined;
  /** JSON path of the place. */
  readonly path: string | undefined;

  constructor(
    code: RefusalCode,
    message: string,
    place: Partial<Pick<ReportError, 'offset' | 'path'>> = {},
  ) {
    super(message);
    this.name = 'ReportRefusedError';
    this.statusCode = STATUSES[code] ?? 400;
    this.code = code;
    this.offset = place.offset;
    this.path = place.path;
  }
}

const STATUSES: Readonly<Partial<Record<RefusalCode, number>>> = {
  'too-large': 413,
  'too-many-findings': 413,
  'gzip-ratio': 413,
  'too-costly': 413,
  'too-slow': 408,
  'wrong-media-type': 415,
};

/** What the reader of reports says, as an answer. */
export function refusalOf({ code, message, offset, path }: ReportError) {
  return new ReportRefusedError(
    code,
    `The report cannot be read, at byte ${offset} (${path}): ${message}`,
    { offset, path },
  );
}
