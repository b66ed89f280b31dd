// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  hardeningReportUploadPermission,
  type ReportReceipt,
} from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import { AssessorError } from '../assess/thread';
import { saveScan } from '../database/scanStore';
import type { ReadScan } from '../scans/readScan';
import { openEntity } from './access';
import type { ApiContext } from './context';
import { parseInput, relativePath } from './input';
import type { Call, Operation } from './operation';
import { findEntity } from './queries/entity';
import { drain, packingOf, readReportBody } from './reportBody';
import { reportFacts } from './reportFacts';
import { ReportRefusedError, refusalOf } from './reportRefusedError';
import { TooManyError } from './tooManyError';
import { UploadRate } from './uploadRate';

/** Those that wait for a thread hold nothing but a connection. */
const MOST_AT_ONCE = 32;
const MOST_AHEAD_MILLISECONDS = 10 * 60_000;

const querySchema = z.strictObject({ dockerfile: relativePath.optional() });

/** Takes a scan report of an entity. */
export function createUploadReport({
  uploads,
}: ApiContext): Operation<'uploadReport'> {
  const rate = new UploadRate(uploads.mostPerHour);
  let running = 0;
  return async (context, call) => {
    const { request, response } = call;
    response.set('Cache-Control', 'no-store');
    const noted = await context.auditor.createEvent({
      eventId: 'report-upload',
      severityLevel: 'medium',
      request,
      meta: { ...request.params },
    });
    const begin = performance.now();
    const seconds = () => (performance.now() - begin) / 1000;
    try {
      if (running >= MOST_AT_ONCE) {
        throw new ServiceUnavailableError(
          'There are too many reports at once; try again in a moment',
        );
      }
      running += 1;
      const { receipt, isNew } = await take(context, call, rate).finally(() => {
        running -= 1;
      });
      const { id, digest, inForce } = receipt;
      await noted.success({ meta: { id, digest, inForce, isNew } });
      uploads.meter.uploaded(isNew ? 'new' : 'known', seconds());
      response.status(isNew ? 201 : 200);
      return receipt;
    } catch (error) {
      await noted.fail({ error: error as Error });
      uploads.meter.uploaded(outcomeOf(error), seconds());
      await drain(request);
      if (!request.readableEnded) response.set('Connection', 'close');
      throw error;
    }
  };
}

async function take(
  context: ApiContext,
  call: Call,
  rate: UploadRate,
): Promise<{ readonly receipt: ReportReceipt; readonly isNew: boolean }> {
  const { knex, uploads } = context;
  const { request } = call;
  const { dockerfile } = parseInput('query', querySchema, request.query);
  const subject = await senderOf(context, call);
  const entity = await openEntity(
    context,
    call,
    [hardeningReportUploadPermission],
    ref => findEntity(knex, ref),
  );
  const { id: entityId, entityRef, repositoryId } = entity;
  const now = context.now();
  const wait = rate.take(entityRef, now);
  if (wait !== undefined) {
    const seconds = Math.ceil(wait / 1000);
    call.response.set('Retry-After', String(seconds));
    throw new TooManyError(
      `There were ${uploads.mostPerHour} reports for "${entityRef}" within an hour; try again in ${seconds} seconds`,
    );
  }
  const scan = await readScan(context, call, { entityRef, dockerfile });
  const news = { entityId, repositoryId, scan, subject, receivedAt: now };
  const saved = await saveScan(knex, news);
  if (!saved) throw new NotFoundError(`"${entityRef}" was removed meanwhile`);
  if (saved.isNew) uploads.wake();
  const facts = reportFacts({ ...scan, receivedAt: now });
  const { digest } = scan;
  const { id, isNew, isInForce: inForce } = saved;
  return {
    isNew,
    receipt: { entityRef, id: String(id), inForce, digest, facts },
  };
}

/** @throws NotAllowedError */
async function senderOf(
  { uploads }: ApiContext,
  { request: { params }, credentials: { principal } }: Call,
): Promise<string> {
  if (principal.type !== 'service') {
    throw new NotAllowedError(
      'Reports are taken from services, by a token of their own, and not from users',
    );
  }
  const { subject } = principal;
  const { kind, namespace, name } = params;
  const entityRef = stringifyEntityRef({
    kind: kind!,
    namespace: namespace!,
    name: name!,
  });
  if (await uploads.mayUpload(subject, entityRef)) return subject;
  throw new NotAllowedError(
    `hardening.uploads.subjects does not let "${subject}" send reports for "${entityRef}"`,
  );
}

/** @throws ReportRefusedError */
async function readScan(
  { uploads, now }: ApiContext,
  { request }: Call,
  destination: Parameters<ApiContext['uploads']['reader']['readScan']>[0],
): Promise<ReadScan> {
  const packing = packingOf(request.headers);
  const chunks = readReportBody(request, packing, uploads.milliseconds);
  const result = await uploads.reader
    .readScan(destination, chunks)
    .catch(error => {
      if (!(error instanceof AssessorError)) throw error;
      throw new ReportRefusedError(
        'too-costly',
        'The report could not be read within the limits of time and memory',
      );
    });
  if (!result.ok) throw refusalOf(result.error);
  const { scannedAt = 0 } = result.scan;
  if (scannedAt > now() + MOST_AHEAD_MILLISECONDS) {
    throw new ReportRefusedError(
      'scanned-in-future',
      `The report says that it was made at ${new Date(
        scannedAt,
      ).toISOString()}, which is still to come`,
    );
  }
  return result.scan;
}

function outcomeOf(error: unknown): string {
  if (error instanceof ReportRefusedError) return error.code;
  if (error instanceof NotAllowedError) return 'not-allowed';
  if (error instanceof NotFoundError) return 'not-found';
  if (error instanceof InputError) return 'wrong-query';
  if (error instanceof TooManyError) return 'too-many';
  return 'failed';
}
