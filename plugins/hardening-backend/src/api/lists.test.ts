// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { CARELESS, pathOf } from './testing/examples';
import { manyEntities } from './testing/manyEntities';
import { TestApi } from './testing/testApi';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Row = Readonly<Record<string, unknown>>;

describe.each(databases.eachSupportedId())(
  'lists, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;
    /** All entities, as the database has them. */
    let all: {
      readonly id: number;
      readonly entity_ref: string;
      readonly owner_ref: string | null;
      readonly system_ref: string | null;
      readonly status: string;
      readonly score: number | null;
      readonly grade: string | null;
    }[];

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe([
        ...manyEntities(140),
        { name: 'many', tree: CARELESS },
        { name: 'removed', tree: CARELESS },
      ]);
      await api.repositories.refresh();
      await knex('hardening_entity')
        .where({ entity_ref: 'component:default/removed' })
        .update({ removed_at: 1 });
      await api.start();
      all = await knex('hardening_entity').whereNull('removed_at').select();
    });
    beforeEach(() => {
      api.permissions.policy = () => true;
      api.clockOffsetMilliseconds = 0;
    });
    afterAll(() => api.stop());

    const walk = async (path: string, limit: number) => {
      const items: Row[] = [];
      const glue = path.includes('?') ? '&' : '?';
      let next: string | undefined = '';
      for (let pages = 0; next !== undefined; pages++) {
        if (pages > 1000) throw new Error(`${path} does not end`);
        const { body } = await api.ask(
          'get',
          `${path}${glue}limit=${limit}${next}`,
        );
        expect(body.items.length).toBeLessThanOrEqual(limit);
        items.push(...body.items);
        next = body.nextCursor && `&cursor=${body.nextCursor}`;
      }
      return items;
    };
    const refsOf = (rows: readonly Row[]) => rows.map(row => row.entityRef);
    const byScore = (sign: 1 | -1, keep = (_: (typeof all)[0]) => true) =>
      all
        .filter(row => row.status === 'scored' && keep(row))
        .sort((a, b) => sign * (a.score! - b.score! || a.id - b.id))
        .map(row => row.entity_ref);
    const byName = () =>
      all
        .map(row => row.entity_ref)
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

    it('has examples of everything', () => {
      const grades = new Set(all.map(row => row.grade));
      expect(grades.size).toBeGreaterThan(3);
      expect(new Set(all.map(row => row.score)).size).toBeLessThan(20);
      expect(
        all.filter(row => row.status === 'notScored').length,
      ).toBeGreaterThan(20);
    });

    it.each([1, 7, 100])('walks scorecards in pages of %i', async limit => {
      for (const [query, expected] of [
        ['', byScore(1)],
        ['?order=-score', byScore(-1)],
        ['?order=name', byName()],
        ['?order=-name', byName().reverse()],
        ['?owner=g3', byScore(1, row => row.owner_ref === 'group:default/g3')],
        [
          '?system=s2&order=-score',
          byScore(-1, row => row.system_ref === 'system:default/s2'),
        ],
        ['?grade=A&grade=C', byScore(1, row => /^[AC]$/.test(row.grade!))],
        [
          '?grade=D&grade=B&grade=D&owner=Group:Default/G4&order=-score',
          byScore(
            -1,
            row =>
              /^[BD]$/.test(row.grade!) && row.owner_ref === 'group:default/g4',
          ),
        ],
        ['?owner=nobody', []],
      ] as const) {
        const items = await walk(`/scorecards${query}`, limit);
        expect([query, refsOf(items)]).toEqual([query, expected]);
      }
    });

    it.each([1, 7, 100])('walks findings in pages of %i', async limit => {
      const path = `${pathOf('many')}/findings`;
      const { body } = await api.ask('get', `${path}?limit=100`);
      expect(body.items.length).toBeGreaterThan(8);
      expect(await walk(path, limit)).toEqual(body.items);
      const high = body.items.filter((one: Row) => one.severity === 'high');
      expect(await walk(`${path}?severity=high`, limit)).toEqual(high);
    });

    it.each([1, 7, 100])('walks changes in pages of %i', async limit => {
      const { id: entity_id } = all.find(row => /many$/.test(row.entity_ref))!;
      const own = () => knex('hardening_change').where({ entity_id });
      const [first] = await own().orderBy('id').limit(1);
      const { id: _, ...columns } = first;
      while (Number((await own().count('id as n'))[0]!.n) < 20) {
        await knex('hardening_change').insert(columns);
      }
      const ids = (await own().orderBy('id', 'desc')).map(row => `${row.id}`);
      const items = await walk(`${pathOf('many')}/changes`, limit);
      expect(items.map(one => one.id)).toEqual(ids);
    });

    it.each([1, 7, 100])('walks roll-ups in pages of %i', async limit => {
      const items = await walk('/scorecards/rollup', limit);
      const owners = [...new Set(all.flatMap(row => row.owner_ref ?? []))];
      expect(items.map(one => one.owner)).toEqual(owners.sort());
      for (const item of items) {
        const owned = all.filter(row => row.owner_ref === item.owner);
        const scored = owned.filter(row => row.status === 'scored');
        expect(item).toMatchObject({
          entities: owned.length,
          scored: scored.length,
          partial: false,
        });
        for (const [grade, count] of Object.entries(item.grades as Row)) {
          expect(count).toBe(scored.filter(row => row.grade === grade).length);
        }
      }
    });

    describe('where one may see only some', () => {
      const isVisible = (ref: string) => /[0-4]$/.test(ref);
      beforeEach(() => {
        api.permissions.policy = (name, ref) =>
          dependsOn(name === 'catalog.entity.read', ref, isVisible);
      });

      it.each([1, 7, 100])('walks those in pages of %i', async limit => {
        const visible = (refs: readonly string[]) => refs.filter(isVisible);
        expect(refsOf(await walk('/scorecards', limit))).toEqual(
          visible(byScore(1)),
        );
        expect(refsOf(await walk('/scorecards?order=-name', limit))).toEqual(
          visible(byName().reverse()),
        );
      });

      it('counts those and no other', async () => {
        const items = await walk('/scorecards/rollup', 5);
        for (const item of items) {
          const owned = all.filter(
            row => row.owner_ref === item.owner && isVisible(row.entity_ref),
          );
          expect(item).toMatchObject({
            entities: owned.length,
            partial: false,
          });
        }
        const owned = all.filter(
          row => row.owner_ref !== null && isVisible(row.entity_ref),
        );
        const sum = items.reduce((n, one) => n + Number(one.entities), 0);
        expect(sum).toBe(owned.length);
      });

      it('leads on past what is hidden, and names nothing of it', async () => {
        let asked = 0;
        api.permissions.policy = (name, ref) =>
          dependsOn(name === 'hardening.assessment.read', ref, () => {
            asked += 1;
            return false;
          });
        for (const path of ['/scorecards?order=name', '/scorecards/rollup']) {
          asked = 0;
          const { body } = await api.ask('get', path);
          expect(body.items).toEqual([]);
          expect(asked).toBeLessThanOrEqual(1_500);
        }
        const { body } = await api.ask('get', '/scorecards/rollup?limit=3');
        const [payload] = body.nextCursor.split('.');
        expect(
          JSON.parse(Buffer.from(payload, 'base64url').toString()),
        ).toEqual([expect.any(Number), expect.any(Number)]);
        expect(await walk('/scorecards/rollup', 3)).toEqual([]);
      });
    });
  },
);

/** A decision that depends on the entity, where it is a question of that. */
function dependsOn(
  isQuestion: boolean,
  entityRef: string | undefined,
  decide: (entityRef: string) => boolean,
): boolean | undefined {
  if (!isQuestion) return true;
  return entityRef === undefined ? undefined : decide(entityRef);
}
