// SPDX-License-Identifier: Apache-2.0
import {
  hardeningAssessmentReadPermission,
  type Change,
} from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import {
  listChanges as listKept,
  type Change as KeptChange,
} from '../database/historyStore';
import { openEntity } from './access';
import { readCursor, writeCursor } from './cursor';
import { PAGE, parseInput } from './input';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';

const querySchema = z.strictObject(PAGE);

/** What moved the score of an entity, newest first. */
export const listChanges: Operation<'listChanges'> = async (context, call) => {
  const { knex, now } = context;
  const { query } = call.request;
  const { limit, cursor } = parseInput('query', querySchema, query);
  const { id, entityRef } = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findEntity(knex, ref),
  );
  const list = ['changes', entityRef];
  const [beforeId] = cursor ? readCursor(list, cursor, 1, now()) : [];
  const changes = await listKept(knex, id, { limit: limit + 1, beforeId });
  const last = changes[limit - 1];
  return {
    items: changes.slice(0, limit).map(changeOf),
    nextCursor:
      changes.length > limit ? writeCursor(list, [last!.id], now()) : undefined,
  };
};

function changeOf({
  id,
  at,
  before,
  after,
  flips,
  ...rest
}: KeptChange): Change {
  return {
    ...rest,
    id: String(id),
    at: new Date(at).toISOString(),
    before: before ?? null,
    after: after ?? null,
    flips: flips as Change['flips'],
  };
}
