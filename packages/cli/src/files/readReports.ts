// SPDX-License-Identifier: Apache-2.0
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  createReportReader,
  MOST_REPORT_BYTES,
  REPORT_CHUNK_BYTES,
} from '@plimsoll/engine';
import type { ScanEvidence } from '@plimsoll/model';
import { UsageError } from '../exitCodes.ts';
import { reasonOf } from './readSnapshot.ts';

// As the portal has it: what one refuses, the other does too.
const MOST_RATIO = 200;
const FREE_BYTES = 1024 ** 2;

/**
 * Reads scan reports, as they were named: `FILE`, or `FILE=DOCKERFILE` where it
 * takes a word on which image that is. A file may be compressed by gzip.
 *
 * @throws UsageError - that says which cannot be read, where and why
 */
export function readReports(names: readonly string[]): ScanEvidence[] {
  return names.map(name => {
    const { file, dockerfile } = splitName(name);
    const report = readReport(file);
    return { report, ...(dockerfile !== undefined && { dockerfile }) };
  });
}

/** An equals sign may be part of the name of a file, too. */
function splitName(name: string): { file: string; dockerfile?: string } {
  const equals = name.lastIndexOf('=');
  if (equals < 0 || isThere(name)) return { file: name };
  const dockerfile = name.slice(equals + 1);
  const parts = dockerfile.split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..')) {
    throw new UsageError(
      `--report ${name}: after "=" comes the path of a Dockerfile within the folder that is judged, such as services/api/Dockerfile`,
    );
  }
  return { file: name.slice(0, equals), dockerfile };
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function readReport(file: string): ScanEvidence['report'] {
  const reader = createReportReader();
  for (const chunk of chunksOf(file)) {
    if (reader.push(chunk)) break;
  }
  const result = reader.end();
  if (result.ok) return result.report;
  const { message, offset, path } = result.error;
  throw new UsageError(
    `cannot read the report "${file}", at byte ${offset} (${path}): ${message}`,
  );
}

/** At most one chunk more than is read; unpacked where it is compressed. */
function* chunksOf(file: string): Generator<Uint8Array> {
  let isFirst = true;
  const packed: Buffer[] = [];
  for (const chunk of rawChunksOf(file)) {
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) packed.push(chunk);
    else if (packed.length > 0) packed.push(chunk);
    else yield chunk;
    isFirst = false;
  }
  if (packed.length > 0) yield* slicesOf(unpack(file, Buffer.concat(packed)));
}

function* rawChunksOf(file: string): Generator<Buffer> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    let left = MOST_REPORT_BYTES + REPORT_CHUNK_BYTES;
    while (left > 0) {
      const chunk = Buffer.alloc(REPORT_CHUNK_BYTES);
      const length = readSync(handle, chunk, 0, chunk.length, null);
      if (length === 0) return;
      left -= length;
      yield chunk.subarray(0, length);
    }
  } catch (error) {
    throw new UsageError(
      `cannot read the report "${file}": ${reasonOf(error)}`,
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function unpack(file: string, packed: Buffer): Buffer {
  let bytes: Buffer;
  try {
    // One byte more, so that the reader says where it is too long.
    bytes = gunzipSync(packed, { maxOutputLength: MOST_REPORT_BYTES + 1 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ERR_BUFFER_TOO_LARGE'
        ? `it has more than ${MOST_REPORT_BYTES / 1024 ** 2} MiB once unpacked`
        : 'it cannot be unpacked by gzip';
    throw new UsageError(`cannot read the report "${file}": ${reason}`);
  }
  if (bytes.length > FREE_BYTES && bytes.length > MOST_RATIO * packed.length) {
    throw new UsageError(
      `cannot read the report "${file}": it is more than ${MOST_RATIO} times as large as its compressed form; give it as it is`,
    );
  }
  return bytes;
}

function* slicesOf(bytes: Buffer): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += REPORT_CHUNK_BYTES) {
    yield bytes.subarray(start, start + REPORT_CHUNK_BYTES);
  }
}
