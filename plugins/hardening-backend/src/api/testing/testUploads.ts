// SPDX-License-Identifier: Apache-2.0
import { ScanReading, type ScanResult } from '../../scans/readScan';
import type { ScanDestination } from '../../scans/scanSlot';
import type { UploadContext } from '../context';

/** Takes reports in the process of the test, from `external:ci`. */
export class TestUploads implements UploadContext {
  mostPerHour = 1_000;
  milliseconds = 10_000;
  woken = 0;
  readonly outcomes: string[] = [];
  /** Beside all that `external:ci` may. */
  readonly allowed = new Set<string>();
  readonly meter = {
    uploaded: (outcome: string) => {
      this.outcomes.push(outcome);
    },
  };
  reader = { readScan };
  mayUpload = async (subject: string, entityRef: string) =>
    subject === 'external:ci' || this.allowed.has(`${subject} ${entityRef}`);

  wake(): void {
    this.woken += 1;
  }
}

async function readScan(
  destination: ScanDestination,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ScanResult> {
  const reading = new ScanReading(destination);
  for await (const chunk of chunks) {
    const error = reading.push(chunk);
    if (error) return { ok: false, error };
  }
  return reading.end();
}
