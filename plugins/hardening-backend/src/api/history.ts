// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import {
  hardeningAssessmentReadPermission,
  type HistoryPoint,
} from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import { dayOf } from '../database/historyStore';
import { openEntity } from './access';
import type { ApiContext } from './context';
import { parseInput, wholeNumber } from './input';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';
import { listHistoryRows } from './queries/history';
import { isoDayOf } from './times';

const querySchema = z.strictObject({ days: wholeNumber(1, 400).default(90) });

/** The score of an entity by day. */
export const getHistory: Operation<'getHistory'> = async (context, call) => {
  const { days } = parseInput('query', querySchema, call.request.query);
  const { id } = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findEntity(context.knex, ref),
  );
  return { items: await historyOf(context, id, days) };
};

/** The points of the last days, today included. */
export async function historyOf(
  { knex, now }: Pick<ApiContext, 'knex' | 'now'>,
  entityId: number,
  days: number,
): Promise<HistoryPoint[]> {
  const fromDay = dayOf(now()) - days + 1;
  const rows = await listHistoryRows(knex, entityId, fromDay);
  return rows.map(({ day, score, grade }) => ({
    day: isoDayOf(day),
    points: score,
    grade: (grade as Grade | null) ?? undefined,
  }));
}
