// SPDX-License-Identifier: Apache-2.0
import type { ReportError, ScanReport } from '@plimsoll/model';
import { compileElements } from './json/jsonNode.ts';
import { JsonReader } from './json/jsonReader.ts';
import type { ReportAdapter } from './reportAdapter.ts';
import { ReportDraft } from './reportDraft.ts';
import { recogniseReport, REPORT_HEAD_BYTES } from './recogniseReport.ts';

/** A report, or where and why there is none. */
export type ReportResult =
  | { readonly ok: true; readonly report: ScanReport }
  | { readonly ok: false; readonly error: ReportError };

/** Settings of a reader. */
export interface ReportReaderOptions {
  /** In place of the adapters of this package. */
  readonly adapters?: readonly ReportAdapter[];
  /** Of the document, unpacked; {@link MOST_REPORT_BYTES} when absent. */
  readonly mostBytes?: number;
  /** One more is an error; {@link MOST_REPORT_FINDINGS} when absent. */
  readonly mostFindings?: number;
}

/** Takes a report in pieces. */
export interface ReportReader {
  /**
   * Reads a chunk, from where the one before ended. It takes time in proportion
   * to the chunk, so {@link REPORT_CHUNK_BYTES} is a good size where other work
   * waits.
   *
   * @returns what is wrong, once something is; nothing is read after that
   */
  push(chunk: Uint8Array): ReportError | undefined;
  /** The report, when all chunks were pushed. */
  end(): ReportResult;
}

export const MOST_REPORT_BYTES = 64 * 1024 * 1024;
export const MOST_REPORT_FINDINGS = 50_000;
export const REPORT_CHUNK_BYTES = 64 * 1024;

/** Reads a report of any format that an adapter recognises. */
export function createReportReader(
  options: ReportReaderOptions = {},
): ReportReader {
  let head = new Uint8Array(FIRST_HEAD_BYTES);
  let headLength = 0;
  let reader: ReportReader | undefined;

  const begin = (): ReportReader => {
    const bytes = head.subarray(0, headLength);
    const recognised = recogniseReport(bytes, options.adapters);
    if (!recognised.ok) return refuse(recognised.error);
    const begun = readWith(recognised.adapter, options);
    begun.push(bytes);
    return begun;
  };

  return {
    push(chunk) {
      if (reader) return reader.push(chunk);
      const taken = chunk.subarray(0, REPORT_HEAD_BYTES - headLength);
      if (headLength + taken.length > head.length) {
        head = enlarged(head, headLength + taken.length);
      }
      head.set(taken, headLength);
      headLength += taken.length;
      if (headLength < REPORT_HEAD_BYTES) return undefined;
      reader = begin();
      return reader.push(chunk.subarray(taken.length));
    },
    end() {
      reader ??= begin();
      return reader.end();
    },
  };
}

const FIRST_HEAD_BYTES = 1024;

function enlarged(bytes: Uint8Array, least: number) {
  const length = Math.max(least, Math.min(REPORT_HEAD_BYTES, 2 * bytes.length));
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function refuse(error: ReportError): ReportReader {
  return { push: () => error, end: () => ({ ok: false, error }) };
}

/** Reads a report with an adapter that has recognised it. */
export function readWith(
  adapter: ReportAdapter,
  options: ReportReaderOptions = {},
): ReportReader {
  const { mostBytes = MOST_REPORT_BYTES, mostFindings = MOST_REPORT_FINDINGS } =
    options;
  const draft = new ReportDraft(mostFindings);
  const { elements, finish } = adapter.read(draft);
  const root = compileElements(
    Object.fromEntries(
      Object.entries(elements).map(([path, { shape, read }]) => [
        path,
        {
          shape,
          deliver: (value: unknown) => {
            read(value);
            return !draft.isOverfull;
          },
        },
      ]),
    ),
  );
  const json = new JsonReader(root, mostBytes);
  let bytes = 0;
  return {
    push(chunk) {
      bytes += chunk.length;
      return json.push(chunk);
    },
    end() {
      const error = json.end();
      if (error) return { ok: false, error };
      const problem = finish();
      if (problem) return { ok: false, error: { ...problem, offset: bytes } };
      return { ok: true, report: draft.finish(adapter.id) };
    },
  };
}
