// SPDX-License-Identifier: Apache-2.0
import type { ReportError } from '@plimsoll/model';
import { printable } from '../text/printable.ts';
import { compileOutline } from './json/jsonNode.ts';
import { JsonReader } from './json/jsonReader.ts';
import type { Outline } from './json/outline.ts';
import type { ReportAdapter } from './reportAdapter.ts';
import { REPORT_ADAPTERS } from './reportAdapters.ts';

/** An adapter, or where and why there is none. */
export type RecognisedReport =
  | { readonly ok: true; readonly adapter: ReportAdapter }
  | { readonly ok: false; readonly error: ReportError };

/** How much of a document is looked at to recognise its format. */
export const REPORT_HEAD_BYTES = 64 * 1024;

/**
 * Tells which adapter reads a document.
 *
 * @param head - its first bytes; more than {@link REPORT_HEAD_BYTES} are not
 *   looked at, fewer only when it has no more
 */
export function recogniseReport(
  head: Uint8Array,
  adapters: readonly ReportAdapter[] = REPORT_ADAPTERS,
): RecognisedReport {
  const reader = new JsonReader(compileOutline(), REPORT_HEAD_BYTES);
  const error =
    reader.push(head.subarray(0, REPORT_HEAD_BYTES)) ??
    (head.length < REPORT_HEAD_BYTES ? reader.end() : undefined);
  const outline = (reader.root ?? new Map()) as Outline;
  const [adapter, ...others] = adapters.filter(one => one.recognise(outline));
  // What is wrong with a known format is said by its own reading, which knows
  // the path.
  if (adapter && others.length === 0) return { ok: true, adapter };
  return { ok: false, error: error ?? unrecognised(outline, adapters) };
}

function unrecognised(
  outline: Outline,
  adapters: readonly ReportAdapter[],
): ReportError {
  const titles = adapters.map(({ title }) => title).join(', ');
  return {
    code: 'unrecognised',
    message: `The document is none of: ${titles}. It ${described(outline)}`,
    offset: 0,
    path: '$',
  };
}

/** What a document begins with, for the person who sent it. */
function described(outline: Outline): string {
  if (Array.isArray(outline)) return 'is a list';
  if (!(outline instanceof Map)) return 'is neither an object nor a list';
  const names = [...outline.keys()].slice(0, SHOWN_NAMES);
  if (names.length === 0) return 'is an empty object';
  return `begins with the fields ${names.map(shortName).join(', ')}`;
}

const SHOWN_NAMES = 5;

function shortName(name: string): string {
  return `"${printable(name.slice(0, 40))}"`;
}
