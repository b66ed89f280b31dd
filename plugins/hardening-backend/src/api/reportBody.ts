// SPDX-License-Identifier: Apache-2.0
import { MOST_REPORT_BYTES } from '@plimsoll/engine';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { ReportRefusedError } from './reportRefusedError';

/** How the bytes of a report come. */
export type ReportPacking = 'plain' | 'gzip';

const MEBIBYTES = MOST_REPORT_BYTES / 1024 ** 2;
const MOST_RATIO = 200;
/** A few repeated lines may shrink to nothing: they do no harm. */
const FREE_BYTES = 1024 ** 2;
const DRAIN_MILLISECONDS = 5_000;

/** @throws ReportRefusedError - for what is neither JSON nor gzip */
export function packingOf(headers: {
  readonly 'content-type'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
}): ReportPacking {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  const isGzipFile = /^application\/(?:x-)?gzip$/.test(type.trim());
  if (!isGzipFile && !/^application\/(?:[\w.-]+\+)?json$/.test(type.trim())) {
    throw new ReportRefusedError(
      'wrong-media-type',
      'A report comes with Content-Type application/json or application/gzip',
    );
  }
  if (encoding !== 'identity' && (encoding !== 'gzip' || isGzipFile)) {
    throw new ReportRefusedError(
      'wrong-media-type',
      'A report comes as it is, or compressed once, by gzip',
    );
  }
  return isGzipFile || encoding === 'gzip' ? 'gzip' : 'plain';
}

/**
 * The bytes of a report, unpacked, as they come. The request stays open when
 * that ends early, so that it can be answered.
 *
 * @throws ReportRefusedError - at more bytes, or slower ones, than are taken
 */
export async function* readReportBody(
  request: Readable,
  packing: ReportPacking,
  milliseconds: number,
): AsyncGenerator<Uint8Array> {
  const gunzip = packing === 'gzip' ? createGunzip() : undefined;
  const unpacked: Readable & NodeJS.WritableStream =
    gunzip ?? new PassThrough();
  let received = 0;
  const count = (chunk: Uint8Array) => {
    received += chunk.length;
    if (received > MOST_REPORT_BYTES) unpacked.destroy(tooLarge(received));
  };
  const fail = (error?: Error) => {
    if (!request.readableEnded || error) unpacked.destroy(error ?? abandoned());
  };
  const timer = setTimeout(
    () => unpacked.destroy(tooSlow(milliseconds)),
    milliseconds,
  );
  request.on('data', count).once('error', fail).once('close', fail);
  request.pipe(unpacked);
  try {
    let given = 0;
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      given += chunk.length;
      if (given > FREE_BYTES && given > MOST_RATIO * received) {
        throw ratioTooHigh(received);
      }
      yield chunk;
    }
  } catch (error) {
    throw gunzip ? refusalOfGunzip(error, gunzip) : error;
  } finally {
    clearTimeout(timer);
    request.unpipe(unpacked);
    request.off('data', count).off('error', fail).off('close', fail);
    unpacked.destroy();
  }
}

/** Takes in what is left, so that whoever sends it comes to read the answer. */
export async function drain(request: Readable): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, DRAIN_MILLISECONDS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    request.once('end', done).once('close', done).once('error', done).resume();
  });
}

function tooLarge(offset: number) {
  const message = `The report has more than ${MEBIBYTES} MiB`;
  return new ReportRefusedError('too-large', message, { offset });
}

function tooSlow(milliseconds: number) {
  return new ReportRefusedError(
    'too-slow',
    `The report did not come within ${milliseconds / 1000} seconds`,
  );
}

function ratioTooHigh(offset: number) {
  return new ReportRefusedError(
    'gzip-ratio',
    `The report is more than ${MOST_RATIO} times as large as its compressed form; send it as it is`,
    { offset },
  );
}

function abandoned(): Error {
  return new Error('The sender closed the connection');
}

/** An error of zlib says nothing of use but its code. */
function refusalOfGunzip(error: unknown, { bytesWritten }: Gunzip): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!/^Z_[A-Z]+_ERROR$/.test(code)) return error;
  const message =
    code === 'Z_BUF_ERROR'
      ? 'The compressed report stops before its end'
      : `The report cannot be unpacked by gzip, before byte ${bytesWritten}`;
  return new ReportRefusedError('bad-gzip', message, { offset: bytesWritten });
}
