// SPDX-License-Identifier: Apache-2.0
import { createReportReader, type ReportReader } from '@plimsoll/engine';
import type { ReportError, ScanReport } from '@plimsoll/model';
import { gunzipSync, gzipSync } from 'node:zlib';
import { factsOf, type ScanFacts } from './scanFacts';
import { digestOf, imageOf, slotOf, type ScanDestination } from './scanSlot';
import { sightingsOf } from './sightings';

/** A report as it is kept, and what has to be known of it. */
export interface ReadScan {
  readonly slot: string;
  readonly image: string;
  readonly dockerfile: string | undefined;
  /** Of what was read, whatever the file looked like. */
  readonly digest: string;
  readonly scannedAt: number | undefined;
  readonly facts: ScanFacts;
  readonly sightings: readonly string[];
  /** See {@link unpackReport}. */
  readonly body: Uint8Array;
}

/** A report, or where and why there is none. */
export type ScanResult =
  | { readonly ok: true; readonly scan: ReadScan }
  | { readonly ok: false; readonly error: ReportError };

/** Reads one report in pieces. */
export class ScanReading {
  readonly #destination: ScanDestination;
  readonly #reader: ReportReader = createReportReader();

  constructor(destination: ScanDestination) {
    this.#destination = destination;
  }

  /** @returns what is wrong, once something is */
  push(chunk: Uint8Array): ReportError | undefined {
    return this.#reader.push(chunk);
  }

  end(): ScanResult {
    const result = this.#reader.end();
    if (!result.ok) return result;
    return { ok: true, scan: packScan(result.report, this.#destination) };
  }
}

function packScan(
  original: ScanReport,
  destination: ScanDestination,
): ReadScan {
  const report = withoutSecrets(original);
  const { dockerfile } = destination;
  const image = imageOf(report, destination);
  const text = JSON.stringify(report);
  const scannedAt = Date.parse(report.scannedAt ?? '');
  return {
    slot: slotOf(report, image, dockerfile),
    image,
    dockerfile,
    digest: digestOf(text),
    scannedAt: Number.isNaN(scannedAt) ? undefined : scannedAt,
    facts: factsOf(report),
    sightings: sightingsOf(report),
    body: gzipSync(text),
  };
}

/** The report of a kept body. */
export function unpackReport(body: Uint8Array): ScanReport {
  return JSON.parse(gunzipSync(body).toString('utf8'));
}

/**
 * Readers pass over secrets and the lines around them. What a tool says about a
 * failed check is its own text, and may quote a file: nobody needs that here.
 */
function withoutSecrets(report: ScanReport): ScanReport {
  return {
    ...report,
    misconfigurations: report.misconfigurations.map(
      ({ message: _, ...rest }) => rest,
    ),
  };
}
