// SPDX-License-Identifier: Apache-2.0
import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * Which list a cursor leads on in: operation, entity, filters, order, and what
 * else decides where its rows stand.
 */
export type ListId = readonly unknown[];

/** Behind which row a page begins; ids and numbers, no names. */
export type CursorKey = readonly number[];

/** Writes down where the next page of a list begins. */
export function writeCursor(list: ListId, key: CursorKey, now: number): string {
  const payload = Buffer.from(JSON.stringify([now, ...key]));
  const text = payload.toString('base64url');
  return `${text}.${sealOf(list, text)}`;
}

/**
 * Reads where a page begins.
 *
 * @param length - of the key
 * @throws InputError - where the cursor is of another list, was changed, or is
 * too old
 */
export function readCursor(
  list: ListId,
  cursor: string,
  length: number,
  now: number,
): CursorKey {
  const dot = cursor.indexOf('.');
  const text = cursor.slice(0, dot);
  if (cursor.slice(dot + 1) !== sealOf(list, text)) {
    throw new InputError(
      'The cursor is not one of this list, with these filters and in this order, as it is now; start again without one',
    );
  }
  const [writtenAt, ...key] = parsePayload(text);
  if (writtenAt === undefined || key.length !== length) {
    throw new InputError('The cursor was made up; start again without one');
  }
  if (now - writtenAt > LIFE_MILLISECONDS)
    throw staleCursor('a day has passed');
  return key;
}

/** For a cursor that leads to what is no longer there. */
export function staleCursor(why: string): InputError {
  return new InputError(
    `The cursor no longer leads on, ${why}; start again without one`,
  );
}

const LIFE_MILLISECONDS = 86_400_000;

const payloadSchema = z.tuple([z.int()], z.int32());

function parsePayload(text: string): number[] {
  try {
    const json = Buffer.from(text, 'base64url').toString('utf8');
    return payloadSchema.parse(JSON.parse(json));
  } catch {
    return [];
  }
}

/**
 * Finds out what was changed, or taken from another list. There is no secret in
 * it: all replicas agree without one, and who makes up a cursor gets nothing
 * that could not be asked for anyway.
 */
function sealOf(list: ListId, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([list, text]))
    .digest('base64url')
    .slice(0, 22);
}
