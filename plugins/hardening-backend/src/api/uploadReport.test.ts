// SPDX-License-Identifier: Apache-2.0
import {
  mockCredentials,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { once } from 'node:events';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { trivyReport } from '../scans/testing/trivyReport';
import { dumpDatabase } from './testing/dumpDatabase';
import { EXAMPLES, pathOf } from './testing/examples';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const JSON_TYPE = { 'content-type': 'application/json' };
const GZIP_TYPE = { 'content-type': 'application/gzip' };
const REPORT = trivyReport();
const TELLTALE = 'telltale-of-a-secret';

const serviceHeader = (subject: string) => ({
  authorization: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'hardening',
  }),
});

describe.each(databases.eachSupportedId())(
  'uploads of reports, %s',
  (id: TestDatabaseId) => {
    let knex: Knex;
    let api: TestApi;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      api = new TestApi(knex);
      api.uploads.mostPerHour = 100;
      await api.repositories.describe([
        ...EXAMPLES,
        ...['orders', 'busy', 'gone'].map(name => ({
          name,
          tree: { Dockerfile: 'FROM alpine:3.22\n' },
        })),
      ]);
      await api.repositories.refresh();
      await api.start();
    });
    afterAll(() => api.stop());
    beforeEach(async () => {
      await knex('hardening_scan').delete();
      await knex('hardening_vulnerability_seen').delete();
      api.auditEvents.splice(0);
      api.uploads.outcomes.splice(0);
    });

    const send = (
      body: string | Buffer,
      {
        name = 'shop',
        query = '',
        subject = 'external:ci',
        headers = JSON_TYPE as Readonly<Record<string, string>>,
      } = {},
    ) =>
      api.ask('post', `${pathOf(name)}/reports${query}`, {
        body,
        headers: { ...serviceHeader(subject), ...headers },
      });

    it('keeps a report, says what it read, and has the entity assessed', async () => {
      const woken = api.uploads.woken;
      const { status, body } = await send(REPORT, {
        query: '?dockerfile=worker/Dockerfile',
      });
      expect([status, body]).toEqual([
        201,
        {
          entityRef: 'component:default/shop',
          id: expect.any(String),
          inForce: true,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          facts: {
            scanner: 'Trivy',
            target: 'registry.test/acme/shop:1',
            dockerfile: 'worker/Dockerfile',
            scannedAt: '2026-11-20T06:00:00.000Z',
            receivedAt: expect.any(String),
            vulnerabilities: { critical: 1 },
            fixable: { critical: 1 },
            secrets: 0,
            malware: 0,
          },
        },
      ]);
      expect(api.uploads.woken).toBe(woken + 1);
      expect(api.uploads.outcomes).toEqual(['new']);
      expect(api.auditEvents).toMatchObject([
        {
          eventId: 'report-upload',
          status: 'succeeded',
          meta: { name: 'shop', id: body.id, isNew: true, inForce: true },
        },
      ]);
      const summary = await api.ask('get', pathOf('shop'));
      expect(summary.body.refreshing).toBe(true);
      const list = await api.ask('get', `${pathOf('shop')}/reports`);
      expect(list.body.items).toEqual([
        { id: body.id, subject: 'external:ci', facts: body.facts },
      ]);
    });

    it('takes the same report twice as one, however it is packed or written', async () => {
      const first = await send(REPORT);
      const before = await dumpDatabase(knex);
      const again = [
        await send(REPORT),
        await send(gzipSync(REPORT), { headers: GZIP_TYPE }),
        await send(gzipSync(REPORT), {
          headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
        }),
        await send(JSON.stringify(JSON.parse(REPORT), undefined, 2)),
        await send(`\ufeff${REPORT}\n`),
      ];
      for (const { status, body } of again) {
        expect(status).toBe(200);
        expect([body.id, body.digest]).toEqual([
          first.body.id,
          first.body.digest,
        ]);
      }
      expect(await dumpDatabase(knex)).toBe(before);
      const elsewhere = await send(REPORT, { query: '?dockerfile=Dockerfile' });
      expect(elsewhere.status).toBe(201);
      const other = await send(REPORT, { name: 'orders' });
      expect(other.status).toBe(201);
    });

    it('keeps what a newer one replaces, in whatever order they come', async () => {
      const older = trivyReport({ createdAt: '2026-11-01T00:00:00Z' });
      const ids = new Map<string, string>();
      for (const [what, report] of [
        ['newer', REPORT],
        ['older', older],
      ] as const) {
        const { status, body } = await send(report);
        expect([what, status, body.inForce]).toEqual([
          what,
          201,
          what === 'newer',
        ]);
        ids.set(what, body.id);
      }
      const { body } = await api.ask(
        'get',
        `${pathOf('shop')}/reports?limit=1`,
      );
      expect(body.items).toMatchObject([
        { id: ids.get('older'), supersededAt: expect.any(String) },
      ]);
      const next = await api.ask(
        'get',
        `${pathOf('shop')}/reports?limit=1&cursor=${body.nextCursor}`,
      );
      expect(next.body.items[0].id).toBe(ids.get('newer'));
      expect(next.body.items[0].supersededAt).toBeUndefined();
      expect(next.body.nextCursor).toBeUndefined();
    });

    const deep = `{"SchemaVersion":2,"ArtifactName":${'['.repeat(
      100_000,
    )}${']'.repeat(100_000)}}`;
    const bomb = gzipSync(
      `${REPORT.slice(0, -1)},"a":"${'x'.repeat(40 << 20)}"}`,
    );

    it.each<
      [
        string,
        string | Buffer,
        Readonly<Record<string, string>>,
        number,
        Readonly<Record<string, unknown>>,
      ]
    >([
      ['nothing', '', JSON_TYPE, 400, { code: 'empty', offset: 0 }],
      [
        'what is no JSON',
        `<html>${TELLTALE}</html>`,
        JSON_TYPE,
        400,
        { code: 'unexpected-byte', offset: 0, path: '$' },
      ],
      [
        'a text of another kind',
        Buffer.from(`\ufeff${REPORT}`, 'utf16le'),
        JSON_TYPE,
        400,
        { code: 'utf-16', offset: 0 },
      ],
      [
        'a report that stops',
        REPORT.slice(0, -40),
        JSON_TYPE,
        400,
        {
          code: 'truncated',
          offset: REPORT.length - 40,
          path: expect.stringMatching(
            /^\$\.Results\[0\]\.Vulnerabilities\[0\]/,
          ),
        },
      ],
      [
        'two documents',
        REPORT + REPORT,
        JSON_TYPE,
        400,
        { code: 'trailing-content', offset: REPORT.length },
      ],
      [
        'a list in place of an object',
        REPORT.replace('"Vulnerabilities":[{', '"Vulnerabilities":[1,{'),
        JSON_TYPE,
        400,
        { code: 'unexpected-type', path: '$.Results[0].Vulnerabilities[0]' },
      ],
      [
        'a document of somebody else',
        JSON.stringify({ bomFormat: 'CycloneDX', secret: TELLTALE }),
        JSON_TYPE,
        400,
        { code: 'unrecognised', path: '$' },
      ],
      ['what is nested deeply', deep, JSON_TYPE, 400, { code: 'too-deep' }],
      [
        'a report of tomorrow',
        trivyReport({ createdAt: '2999-01-01T00:00:00Z' }),
        JSON_TYPE,
        400,
        { code: 'scanned-in-future' },
      ],
      ['a bomb', bomb, GZIP_TYPE, 413, { code: 'gzip-ratio' }],
      [
        'gzip that stops',
        gzipSync(REPORT).subarray(0, -20),
        GZIP_TYPE,
        400,
        { code: 'bad-gzip' },
      ],
      [
        'what is no gzip',
        REPORT,
        GZIP_TYPE,
        400,
        { code: 'bad-gzip', offset: expect.any(Number) },
      ],
      [
        'gzip within gzip',
        gzipSync(gzipSync(REPORT)),
        GZIP_TYPE,
        400,
        { code: 'compressed', offset: 0 },
      ],
      [
        'gzip that nobody announced',
        gzipSync(REPORT),
        JSON_TYPE,
        400,
        { code: 'compressed' },
      ],
      [
        'a form',
        `file=${TELLTALE}`,
        { 'content-type': 'application/x-www-form-urlencoded' },
        415,
        { code: 'wrong-media-type' },
      ],
      [
        'another compression',
        REPORT,
        { ...JSON_TYPE, 'content-encoding': 'zstd' },
        415,
        { code: 'wrong-media-type' },
      ],
      [
        'two compressions',
        gzipSync(gzipSync(REPORT)),
        { ...GZIP_TYPE, 'content-encoding': 'gzip' },
        415,
        { code: 'wrong-media-type' },
      ],
    ])(
      'refuses %s, says where and why, and changes nothing',
      async (_, body, headers, status, error) => {
        await send(trivyReport({ createdAt: '2026-10-01T00:00:00Z' }));
        const before = await dumpDatabase(knex);
        const answer = await send(body, { headers });
        expect([answer.status, answer.body.error]).toEqual([
          status,
          expect.objectContaining(error),
        ]);
        expect(answer.text).not.toContain(TELLTALE);
        expect(await dumpDatabase(knex)).toBe(before);
        expect(api.auditEvents.at(-1)).toMatchObject({ status: 'failed' });
        expect(api.uploads.outcomes.at(-1)).toBe(error.code);
      },
    );

    it('refuses one byte more than 64 MiB, while it comes', async () => {
      const most = 64 * 1024 * 1024;
      const begin = `${REPORT.slice(0, -1)},"x":"`;
      const fill = Buffer.alloc(most + 1 - begin.length - 2, 'x');
      const body = Buffer.concat([Buffer.from(begin), fill, Buffer.from('"}')]);
      const answer = await send(body, { name: 'orders' });
      expect([answer.status, answer.body.error.code]).toEqual([
        413,
        'too-large',
      ]);
      const taken = Buffer.concat([
        body.subarray(0, begin.length),
        body.subarray(begin.length + 1, most + 1),
      ]);
      expect((await send(taken, { name: 'orders' })).status).toBe(201);
    });

    it.each([
      ['a user', {}, 'shop', 403, 'not from users'],
      [
        'a subject that is not mapped',
        serviceHeader('external:else'),
        'shop',
        403,
        'external:else',
      ],
      [
        'one that is mapped to another entity',
        serviceHeader('external:orders'),
        'shop',
        403,
        'component:default/shop',
      ],
      [
        'an entity that there is not',
        serviceHeader('external:ci'),
        'nobody',
        404,
        'component:default/nobody',
      ],
    ])('refuses %s', async (_, headers, name, status, message) => {
      api.uploads.allowed.add('external:orders component:default/orders');
      const before = await dumpDatabase(knex);
      const answer = await api.ask('post', `${pathOf(name)}/reports`, {
        body: REPORT,
        headers: { ...JSON_TYPE, ...headers },
      });
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(message);
      expect(await dumpDatabase(knex)).toBe(before);
      expect(api.auditEvents).toMatchObject([
        { eventId: 'report-upload', status: 'failed' },
      ]);
    });

    it('takes one from who is mapped to it, and lacks no permission', async () => {
      api.uploads.allowed.add('external:orders component:default/orders');
      const subject = 'external:orders';
      expect((await send(REPORT, { name: 'orders', subject })).status).toBe(
        201,
      );
      api.permissions.policy = name => name !== 'hardening.report.upload';
      const answer = await send(REPORT, { name: 'orders', subject });
      api.permissions.policy = () => true;
      expect(answer.status).toBe(403);
    });

    it.each([
      '?dockerfile=../Dockerfile',
      '?dockerfile=/Dockerfile',
      '?dockerfile=',
      '?dockerfile=a&dockerfile=b',
      '?path=Dockerfile',
    ])('refuses the query %s', async query => {
      expect((await send(REPORT, { query })).status).toBe(400);
    });

    it('lets so many reports of an entity through in an hour', async () => {
      for (let count = 0; count < 100; count++) {
        expect((await send('', { name: 'busy' })).status).toBe(400);
      }
      const answer = await send(REPORT, { name: 'busy' });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000);
      expect((await send(REPORT, { name: 'gone' })).status).toBe(201);
    });

    it('answers who sends on and on, and too slowly', async () => {
      api.uploads.milliseconds = 50;
      const { hostname, port, pathname } = new URL(api.baseUrl);
      const request = http.request({
        hostname,
        port,
        method: 'POST',
        path: `${pathname}${pathOf('gone')}/reports`,
        headers: { ...JSON_TYPE, ...serviceHeader('external:ci') },
      });
      request.write('{');
      const failed = jest.spyOn(api.uploads.meter, 'uploaded');
      while (failed.mock.calls.length === 0) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      failed.mockRestore();
      request.end();
      const [response] = (await once(request, 'response')) as [
        http.IncomingMessage,
      ];
      api.uploads.milliseconds = 10_000;
      expect(response.statusCode).toBe(408);
      response.resume();
    });
  },
);
