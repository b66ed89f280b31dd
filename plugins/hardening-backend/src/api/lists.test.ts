// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { withRollups } from '../rollups/withRollups';
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
      readonly level: string | null;
      readonly domain_ref: string | null;
      readonly type: string | null;
      readonly lifecycle: string | null;
      readonly reason: string | null;
      readonly title: string | null;
      readonly assessed_at: number | string | null;
    }[];

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      await api.repositories.describe([
        ...manyEntities(140).map((one, index) => ({
          ...one,
          title: index % 10 === 0 ? 'A LOUD title' : undefined,
          domainRef: one.systemRef && `domain:default/d${index % 2}`,
          type: index % 4 === 0 ? 'library' : 'service',
          lifecycle: index % 5 === 0 ? 'experimental' : 'production',
        })),
        { name: 'many', tree: CARELESS },
        { name: 'removed', tree: CARELESS },
      ]);
      await api.repositories.refresh();
      await knex.transaction(transaction =>
        withRollups(
          transaction,
          rows => rows.where({ entity_ref: 'component:default/removed' }),
          async counted => {
            await counted('hardening_entity')
              .where({ entity_ref: 'component:default/removed' })
              .update({ removed_at: 1 });
          },
        ),
      );
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
        expect(body).toHaveProperty('items');
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

    describe('with filters', () => {
      const FILTERS: readonly (readonly [
        string,
        (row: (typeof all)[0]) => boolean,
      ])[] = [
        ['owner=g3', row => row.owner_ref === 'group:default/g3'],
        ['system=s2', row => row.system_ref === 'system:default/s2'],
        ['domain=d1', row => row.domain_ref === 'domain:default/d1'],
        ['type=library', row => row.type === 'library'],
        ['lifecycle=experimental', row => row.lifecycle === 'experimental'],
        ['state=scored', row => row.status === 'scored'],
        ['state=notScored', row => row.status === 'notScored'],
        ['grade=F&grade=C', row => /^[FC]$/.test(row.grade!)],
        ['level=beginner', row => row.level === 'beginner'],
        [
          'level=beginner&level=expert',
          row => row.level !== null && row.level !== 'proficient',
        ],
        ['reason=no-source', row => row.reason === 'no-source'],
        ['text=E1', row => row.entity_ref.includes('e1')],
        ['text=loud', row => /loud/i.test(row.title ?? '')],
        ['rule=dockerfile/no-secrets-in-env', row => failing.has(row.id)],
      ];
      let failing: ReadonlySet<number>;
      beforeAll(async () => {
        const rows = await knex('hardening_finding')
          .where({ rule: 'dockerfile/no-secrets-in-env', scored: 1 })
          .select('entity_id');
        failing = new Set(rows.map(row => row.entity_id));
        if (failing.size < 6) throw new Error('Too few entities fail a rule');
      });
      const text = (a: string | null, b: string | null) =>
        Buffer.compare(Buffer.from(a ?? ''), Buffer.from(b ?? ''));
      type Order = (a: (typeof all)[0], b: (typeof all)[0]) => number;
      const ORDERS: Readonly<Record<string, Order>> = {
        score: (a, b) => a.score! - b.score! || a.id - b.id,
        name: (a, b) => text(a.entity_ref, b.entity_ref),
        owner: (a, b) =>
          text(a.owner_ref, b.owner_ref) || text(a.entity_ref, b.entity_ref),
        assessed: (a, b) =>
          Number(a.assessed_at) - Number(b.assessed_at) || a.id - b.id,
      };
      const isListed: Readonly<
        Record<string, (row: (typeof all)[0]) => boolean>
      > = {
        score: row => row.status === 'scored',
        assessed: row => row.assessed_at !== null,
      };

      it.each(FILTERS)(
        '%s lists what it says, in each order',
        async (query, keep) => {
          for (const [order, compare] of Object.entries(ORDERS)) {
            const expected = all
              .filter(row => keep(row) && (isListed[order]?.(row) ?? true))
              .sort(compare)
              .map(row => row.entity_ref);
            const up = await walk(`/scorecards?${query}&order=${order}`, 9);
            expect([order, refsOf(up)]).toEqual([order, expected]);
            const down = await walk(
              `/scorecards?${query}&order=-${order}`,
              100,
            );
            expect([order, refsOf(down)]).toEqual([order, expected.reverse()]);
          }
        },
      );

      it('takes all pairs of them together', async () => {
        for (const [one, keepOne] of FILTERS) {
          for (const [other, keepOther] of FILTERS) {
            if (one.split('=')[0] === other.split('=')[0]) continue;
            const expected = all
              .filter(row => keepOne(row) && keepOther(row))
              .sort(ORDERS.name)
              .map(row => row.entity_ref);
            const query = `${one}&${other}`;
            const items = await walk(`/scorecards?${query}&order=name`, 50);
            expect([query, refsOf(items)]).toEqual([query, expected]);
          }
        }
      });

      it('says how many there are only where that is right', async () => {
        let said = 0;
        for (const [one, keepOne] of FILTERS) {
          for (const [other, keepOther] of FILTERS) {
            const isPair = one.split('=')[0] !== other.split('=')[0];
            const query = isPair ? `${one}&${other}` : one;
            const { body } = await api.ask(
              'get',
              `/scorecards?${query}&order=name&limit=1`,
            );
            if (body.total === undefined) continue;
            said += 1;
            const expected = all.filter(
              row => keepOne(row) && (!isPair || keepOther(row)),
            ).length;
            expect([query, body.total]).toEqual([query, expected]);
          }
        }
        expect(said).toBeGreaterThan(30);
      });

      it('exports the same, and as many', async () => {
        for (const [query, keep] of FILTERS) {
          const { text: csv } = await api.ask(
            'get',
            `/scorecards/export?${query}&order=name`,
          );
          const [head, ...lines] = csv.trimEnd().split('\r\n');
          expect(head).toMatch(/^entity,title,owner,/);
          expect(lines.map(line => line.split(',')[0])).toEqual(
            all
              .filter(keep)
              .sort(ORDERS.name)
              .map(row => row.entity_ref),
          );
        }
      });
    });

    it('tells how a group stands, and sums to all', async () => {
      for (const [query, keep] of [
        ['', () => true],
        ['?owner=g3', row => row.owner_ref === 'group:default/g3'],
        ['?system=s2', row => row.system_ref === 'system:default/s2'],
        ['?domain=d1', row => row.domain_ref === 'domain:default/d1'],
        ['?type=library', row => row.type === 'library'],
        ['?lifecycle=none', () => false],
      ] as readonly (readonly [string, (row: (typeof all)[0]) => boolean])[]) {
        const { body } = await api.ask('get', `/scorecards/overview${query}`);
        const own = all.filter(keep);
        const count = (status: string) =>
          own.filter(row => row.status === status).length;
        expect(body).toMatchObject({
          entities: own.length,
          scored: count('scored'),
          notScored: count('notScored'),
          pending: count('pending'),
          types: ['library', 'service'],
          lifecycles: ['experimental', 'production'],
          partial: false,
        });
        const scores = own
          .flatMap(row => row.score ?? [])
          .sort((a, b) => a - b);
        expect(body.median).toBe(scores[Math.ceil(scores.length / 2) - 1]);
        expect(
          body.scores.flatMap((one: { points: number; entities: number }) =>
            Array(one.entities).fill(one.points),
          ),
        ).toEqual(scores);
        const reasons = body.reasons.map((one: Row) => Number(one.entities));
        expect(reasons.reduce((a: number, b: number) => a + b, 0)).toBe(
          body.notScored,
        );
        expect(body.trend.at(-1)?.median).toBe(body.median);
        expect(body.trend.at(-1)?.scored ?? 0).toBe(body.scored);
      }
      const { status } = await api.ask(
        'get',
        '/scorecards/overview?owner=a&type=b',
      );
      expect(status).toBe(400);
    });

    it.each(['entities', 'median'])('sorts groups by %s', async order => {
      for (const by of ['owner', 'system', 'domain']) {
        const path = `/scorecards/rollup?by=${by}&order=`;
        const up = await walk(`${path}${order}`, 3);
        const down = await walk(`${path}-${order}`, 100);
        expect(up.length).toBeGreaterThan(1);
        expect(down).toEqual([...up].reverse());
        const values = up.map(one => Number(one[order]));
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }
    });

    it('says what the score was 30 days ago', async () => {
      const { id: entity_id } = all.find(row => row.status === 'scored')!;
      const today = Math.floor(Date.now() / 86_400_000);
      const point = (day: number, score: number) => ({ entity_id, day, score });
      await knex('hardening_history').insert([
        point(today - 50, 11),
        point(today - 31, 12),
        point(today - 29, 13),
      ]);
      const items = await walk('/scorecards?order=name', 100);
      const told = items.filter(one => one.pointsBefore !== undefined);
      expect(told).toMatchObject([{ pointsBefore: 12 }]);
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
      expect(items.map(one => one.ref)).toEqual(owners.sort());
      for (const item of items) {
        const owned = all.filter(row => row.owner_ref === item.ref);
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

      it('tells how those stand, and nothing of the others', async () => {
        const { body } = await api.ask('get', '/scorecards/overview');
        const own = all.filter(row => isVisible(row.entity_ref));
        expect(body).toMatchObject({ entities: own.length, partial: false });
        expect(body.trend).toBeUndefined();
        const { body: page } = await api.ask('get', '/scorecards?order=name');
        expect(page.total).toBeUndefined();
        const { text } = await api.ask('get', '/scorecards/export?order=name');
        expect(text.trimEnd().split('\r\n')).toHaveLength(1 + own.length);
      });

      it('counts those and no other', async () => {
        const items = await walk('/scorecards/rollup', 5);
        for (const item of items) {
          const owned = all.filter(
            row => row.owner_ref === item.ref && isVisible(row.entity_ref),
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
