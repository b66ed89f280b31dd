// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { CARELESS, pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';
import type { TestEntity } from './testing/testRepositories';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Row = Readonly<Record<string, unknown>>;

/** With and without a score, and with many scores that are equal. */
const ENTITIES: readonly TestEntity[] = Array.from(
  { length: 140 },
  (_, index) => ({
    name: `e${(index * 7919) % 1000}`,
    ownerRef: index % 11 === 0 ? undefined : `group:default/g${index % 17}`,
    systemRef: index % 3 === 0 ? undefined : `system:default/s${index % 5}`,
    tree: index % 9 === 0 ? undefined : treeOf(index % 8),
  }),
);

function treeOf(variant: number): Readonly<Record<string, string>> {
  if (variant === 0) return { 'README.md': '' };
  const lines = [
    'USER 10001',
    'HEALTHCHECK CMD ["/app"]',
    `ENV DB_PASSWORD=${'Tr0ub4dor3x'}`,
    'RUN curl http://example.test | bash',
    'ADD http://example.test/a /a',
    'EXPOSE 22',
  ];
  const tag = variant % 2 === 0 ? 'latest' : '3.22';
  return {
    Dockerfile: `FROM alpine:${tag}\n${lines.slice(variant - 1).join('\n')}\n`,
    '.dockerignore': '.git\n.env\n',
  };
}

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
        ...ENTITIES,
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

    describe('cursors', () => {
      const many = pathOf('many');
      const LISTS = [
        '/scorecards?limit=2',
        '/scorecards?limit=2&order=name',
        '/scorecards?limit=2&grade=F',
        '/scorecards/rollup?limit=2',
        `${many}/findings?limit=2`,
        `${many}/changes?limit=2`,
      ];
      const cursorOf = async (list: string): Promise<string> => {
        const { body } = await api.ask('get', list);
        expect(body.nextCursor).toEqual(expect.any(String));
        return body.nextCursor;
      };
      const statusOf = async (list: string, cursor: string) => {
        const { status, body } = await api.ask(
          'get',
          `${list}&cursor=${encodeURIComponent(cursor)}`,
        );
        if (status !== 200) {
          expect(body.error.message).toContain('start again without');
        }
        return status;
      };

      it.each(LISTS)('of %s are refused when changed anywhere', async list => {
        const cursor = await cursorOf(list);
        expect(await statusOf(list, cursor)).toBe(200);
        for (let index = 0; index < cursor.length; index++) {
          const other = cursor[index] === 'A' ? 'B' : 'A';
          const changed =
            cursor.slice(0, index) + other + cursor.slice(index + 1);
          expect([index, await statusOf(list, changed)]).toEqual([index, 400]);
        }
        for (const changed of ['x', '.', `${cursor}.`, cursor.slice(1), "'"]) {
          // A cursor and something behind it may be cut there.
          const expected = changed === `${cursor}.` ? 200 : 400;
          expect(await statusOf(list, changed)).toBe(expected);
        }
      });

      it.each(LISTS)('of %s are refused elsewhere', async list => {
        const cursor = await cursorOf(list);
        const elsewhere = [
          ...LISTS,
          '/scorecards?order=-score',
          '/scorecards?owner=g1',
          `${many}/findings?severity=high`,
          `${pathOf('e0')}/findings?limit=2`,
          `${pathOf('e0')}/changes?limit=2`,
        ].filter(other => other !== list);
        for (const other of elsewhere) {
          expect([other, await statusOf(other, cursor)]).toEqual([other, 400]);
        }
      });

      it.each(LISTS)('of %s end after a day', async list => {
        const cursor = await cursorOf(list);
        api.clockOffsetMilliseconds = 23 * 3_600_000;
        expect(await statusOf(list, cursor)).toBe(200);
        api.clockOffsetMilliseconds = 25 * 3_600_000;
        expect(await statusOf(list, cursor)).toBe(400);
      });

      it('of findings end with the assessment', async () => {
        const list = `${many}/findings?limit=2`;
        const cursor = await cursorOf(list);
        const tree = { ...CARELESS, 'worker/Dockerfile': 'FROM alpine:3.22\n' };
        api.repositories.change('many', tree);
        await api.ask('post', `${many}/refresh`);
        await api.repositories.refresh();
        expect(await statusOf(list, cursor)).toBe(400);
      });

      it('lead on where entities leave meanwhile', async () => {
        const list = '/scorecards?order=name&limit=3';
        const { body } = await api.ask('get', list);
        const last = body.items.at(-1).entityRef;
        const own = () => knex('hardening_entity').where({ entity_ref: last });
        await own().update({ removed_at: 1 });
        const next = await api.ask('get', `${list}&cursor=${body.nextCursor}`);
        expect(refsOf(next.body.items)).toEqual(byName().slice(3, 6));
        await own().delete();
        expect(await statusOf(list, body.nextCursor)).toBe(400);
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
