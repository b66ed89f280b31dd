// SPDX-License-Identifier: Apache-2.0
import type { ReportErrorCode } from '@plimsoll/model';
import type { Outline } from './json/outline.ts';
import type { Fields, ShapeValue } from './json/shape.ts';
import type { ReportDraft } from './reportDraft.ts';

/** Reads the reports of one format. */
export interface ReportAdapter {
  /** What a report says as its `format`. */
  readonly id: string;
  /** For people: `Trivy JSON`. */
  readonly title: string;
  readonly homepage: string;
  /** Versions of the scanner or the format whose files were read in tests. */
  readonly testedVersions: readonly string[];

  /**
   * Whether a document is of this format, by how it begins. Of all adapters, at
   * most one may say so of a document.
   */
  recognise(head: Outline): boolean;

  /** Begins to read one report. */
  read(draft: ReportDraft): ReportReading;
}

/** The reading of one report. */
export interface ReportReading {
  /**
   * What to do with the elements of the document, by JSON path. An element
   * comes when it has ended, so after those within it, and in no other order.
   */
  readonly elements: Readonly<Record<string, ReportElement>>;
  /** After the last element; says what is wrong with the whole. */
  finish(): ReportProblem | undefined;
}

export interface ReportElement {
  readonly shape: Fields;
  readonly read: (value: unknown) => void;
}

/** A report that is JSON and yet none that can be read. */
export interface ReportProblem {
  readonly code: ReportErrorCode;
  readonly message: string;
  readonly path: string;
}

/**
 * An element: what to keep of it, and what to do with that.
 *
 * @param read - any field may be absent: it was, or was of another type
 */
export function element<const Shape extends Fields>(
  shape: Shape,
  read: (value: ShapeValue<Shape>) => void,
): ReportElement {
  // The reader makes nothing but values of the shape.
  return { shape, read: value => read(value as ShapeValue<Shape>) };
}
