// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readClock } from '../database/dialect';
import { saveEntities, type CatalogEntity } from '../database/entityStore';
import { removeGone } from '../database/goneEntities';
import { dayOf } from '../database/historyStore';
import { deleteOld } from '../database/retention';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { ORGANISATION, findRollup, listTrendRows } from './rollupStore';
import { listKept, listLastDays, recount } from './testing/recount';
import { withRollups } from './withRollups';

jest.setTimeout(240_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ENTITIES = 400;
const CHANGES = 10_000;
const PARALLEL = 4;

describe.each(databases.eachSupportedId())(
  'roll-ups, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    const score = async (refs: readonly string[], columns: object) => {
      const ids = await knex('hardening_entity')
        .whereIn('entity_ref', [...refs])
        .pluck('id');
      const chosen = (rows: Knex.QueryBuilder) => rows.whereIn('id', ids);
      await knex.transaction(transaction =>
        withRollups(transaction, chosen, async counted => {
          await chosen(counted('hardening_entity'))
            .whereNull('removed_at')
            .update(columns);
        }),
      );
    };

    it('equal a recount after ten thousand random changes', async () => {
      let changes = 0;
      const work = async (seed: number) => {
        const random = randomOf(seed);
        const pick = (most: number) => Math.floor(random() * most);
        while (changes < CHANGES) {
          const size = 1 + pick(30);
          const some = Array.from({ length: size }, () => pick(ENTITIES));
          const refs = [...new Set(some)].map(refOf);
          changes += refs.length;
          const what = random();
          if (what < 0.15) {
            await saveEntities(
              knex,
              refs.map(ref => entityOf(ref, pick)),
            );
          } else if (what < 0.2) {
            // What was not seen twice in a row is gone.
            const seen = new Set(
              Array.from({ length: ENTITIES }, (_, n) => refOf(n)),
            );
            for (const ref of refs.slice(0, 8)) seen.delete(ref);
            const now = await readClock(knex);
            await removeGone(knex, seen, now);
            await removeGone(knex, seen, now);
          } else {
            await score(refs, standing(pick));
          }
        }
      };
      await Promise.all(
        Array.from({ length: PARALLEL }, (_, index) => work(index + 1)),
      );
      expect(changes).toBeGreaterThanOrEqual(CHANGES);
      const expected = await recount(knex);
      expect(expected.length).toBeGreaterThan(15);
      expect(await listKept(knex)).toEqual(expected);
      expect(await listLastDays(knex)).toEqual(expected);
    });

    it('are left alone by what changes nothing that is counted', async () => {
      const [before] = await Promise.all([listKept(knex)]);
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) => asked.push(sql);
      knex.on('query', listen);
      await score([refOf(1), refOf(2)], { revision: 'other' });
      knex.removeListener('query', listen);
      expect(asked.filter(sql => /hardening_rollup/.test(sql))).toEqual([]);
      expect(await listKept(knex)).toEqual(before);
    });

    it('go back with the transaction that moved them', async () => {
      const before = await listKept(knex);
      await expect(
        knex.transaction(async transaction => {
          await withRollups(
            transaction,
            rows => rows,
            async counted => {
              await counted('hardening_entity').update({ owner_ref: null });
            },
          );
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      expect(await listKept(knex)).toEqual(before);
    });

    it('have a row for each day on which they moved, and what held before', async () => {
      const today = dayOf(await readClock(knex));
      const own = { dimension: 'organisation', ref: '' };
      const [last] = await knex('hardening_rollup_day').where(own);
      const at = (day: number, median: number) => ({ ...last, day, median });
      await knex('hardening_rollup_day').insert([
        at(today - 500, 10),
        at(today - 450, 20),
        at(today - 40, 30),
      ]);
      const days = async (from: number) =>
        (await listTrendRows(knex, ORGANISATION, today - from)).map(
          ({ day, median }) => [day - today, median],
        );
      expect(await days(1)).toEqual([
        [-40, 30],
        [0, last.median],
      ]);
      expect((await days(90))[0]).toEqual([-450, 20]);
      expect((await days(900))[0]).toEqual([-500, 10]);

      await deleteOld(knex, {
        historyDays: 400,
        removedDays: 30,
        reportDays: 30,
      });
      expect(await days(900)).toEqual([
        [-450, 20],
        [-40, 30],
        [0, last.median],
      ]);
    });

    it('forget a group that has no entity any more', async () => {
      await saveEntities(knex, [
        {
          ...entityOf('component:default/last', () => 0),
          ownerRef: 'group:default/last',
        },
      ]);
      const group = { dimension: 'owner', ref: 'group:default/last' } as const;
      expect(await findRollup(knex, group)).toMatchObject({ entities: 1 });
      await saveEntities(knex, [entityOf('component:default/last', () => 0)]);
      expect(await findRollup(knex, group)).toBeUndefined();
      expect(await listKept(knex)).toEqual(await recount(knex));
    });
  },
);

function refOf(number: number): string {
  return `component:default/e${number}`;
}

/** As the catalog may say: with and without an owner, a system, a source. */
function entityOf(
  entityRef: string,
  pick: (most: number) => number,
): CatalogEntity {
  const one = (prefix: string, most: number) => {
    const number = pick(most);
    return number === 0 ? undefined : `${prefix}${number}`;
  };
  return {
    entityRef,
    title: undefined,
    ownerRef: one('group:default/g', 9),
    systemRef: one('system:default/s', 5),
    domainRef: one('domain:default/d', 3),
    type: one('type', 4),
    lifecycle: one('lifecycle', 3),
    source:
      pick(3) === 0
        ? { reason: 'no-source' }
        : { tree: `test:${pick(4)}`, host: 'git.test', path: '' },
  };
}

/** What an assessment may come to. */
function standing(pick: (most: number) => number): object {
  if (pick(5) === 0) {
    return {
      status: 'notScored',
      reason: pick(2) === 0 ? 'no-container-artefacts' : 'not-enough-evidence',
      score: null,
      grade: null,
      level: null,
    };
  }
  const score = pick(101);
  return {
    status: 'scored',
    reason: null,
    score,
    grade: 'FEDCBA'[Math.floor(score / 17)],
    level: [null, 'beginner', 'proficient', 'expert'][pick(4)],
  };
}

/** The same numbers from 0 to 1 in each run. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
