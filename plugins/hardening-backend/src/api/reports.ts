// SPDX-License-Identifier: Apache-2.0
import { hardeningAssessmentReadPermission } from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import { listScans } from '../database/scanStore';
import { openEntity } from './access';
import { readCursor, writeCursor } from './cursor';
import { PAGE, parseInput } from './input';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';
import { reportFacts } from './reportFacts';
import { isoOf } from './times';

const querySchema = z.strictObject(PAGE);

/** The scan reports of an entity, those received last first. */
export const listReports: Operation<'listReports'> = async (context, call) => {
  const { knex, now } = context;
  const query = parseInput('query', querySchema, call.request.query);
  const { limit, cursor } = query;
  const { id: entityId, entityRef } = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findEntity(knex, ref),
  );
  const list = ['reports', entityRef];
  const [beforeId] = cursor ? readCursor(list, cursor, 1, now()) : [];
  const page = { limit: limit + 1, beforeId };
  const scans = await listScans(knex, entityId, page);
  const last = scans[limit - 1];
  return {
    items: scans.slice(0, limit).map(scan => ({
      id: String(scan.id),
      subject: scan.subject,
      supersededAt: isoOf(scan.supersededAt),
      facts: reportFacts(scan),
    })),
    nextCursor:
      scans.length > limit ? writeCursor(list, [last!.id], now()) : undefined,
  };
};
