// SPDX-License-Identifier: Apache-2.0
import type { HardeningApi } from './hardeningApi';
import { HardeningClient } from './hardeningClient';

const BASE = 'http://portal.test/api/hardening';
const SHOP = 'component:default/shop';
const SHOP_URL = `${BASE}/entities/component/default/shop`;

function setup(answer = new Response('{"items":[]}')) {
  const asked: Request[] = [];
  const client: HardeningApi = new HardeningClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        asked.push(new Request(input, init));
        return answer.clone();
      },
    },
  });
  return { client, asked };
}

describe('HardeningClient', () => {
  it.each<[string, string, (client: HardeningApi) => Promise<unknown>]>([
    ['GET', SHOP_URL, c => c.getEntitySummary(SHOP)],
    ['GET', `${SHOP_URL}/assessment`, c => c.getAssessment(SHOP)],
    ['GET', `${SHOP_URL}/findings`, c => c.listFindings(SHOP)],
    [
      'GET',
      `${SHOP_URL}/findings?severity=high&severity=low&path=a+b%2FDockerfile&limit=7`,
      c =>
        c.listFindings(SHOP, {
          severity: ['high', 'low'],
          rule: undefined,
          path: 'a b/Dockerfile',
          limit: 7,
        }),
    ],
    [
      'GET',
      `${SHOP_URL}/findings/a%2Fb/excerpt`,
      c => c.getExcerpt(SHOP, 'a/b'),
    ],
    [
      'GET',
      `${SHOP_URL}/history?days=30`,
      c => c.getHistory(SHOP, { days: 30 }),
    ],
    [
      'GET',
      `${SHOP_URL}/changes?cursor=x`,
      c => c.listChanges(SHOP, { cursor: 'x' }),
    ],
    ['POST', `${SHOP_URL}/refresh`, c => c.refreshEntity(SHOP)],
    [
      'GET',
      `${SHOP_URL}/assessment?scope=files`,
      c => c.getAssessment(SHOP, { scope: 'files' }),
    ],
    [
      'GET',
      `${SHOP_URL}/reports?limit=2`,
      c => c.listReports(SHOP, { limit: 2 }),
    ],
    [
      'POST',
      `${SHOP_URL}/reports?dockerfile=a%2FDockerfile`,
      c => c.uploadReport(SHOP, { body: '{}' }, { dockerfile: 'a/Dockerfile' }),
    ],
    [
      'GET',
      `${BASE}/scorecards?grade=A`,
      c => c.listScorecards({ grade: ['A'] }),
    ],
    [
      'GET',
      `${BASE}/scorecards/overview?owner=a`,
      c => c.getScorecardOverview({ owner: 'a' }),
    ],
    [
      'GET',
      `${BASE}/scorecards/rollup?limit=1`,
      c => c.getRollup({ limit: 1 }),
    ],
    ['GET', `${BASE}/rules`, c => c.listRules()],
    [
      'GET',
      `${BASE}/rules/dockerfile/non-root-user`,
      c => c.getRule('dockerfile/non-root-user'),
    ],
    [
      'POST',
      `${BASE}/preview`,
      c => c.preview({ files: { Dockerfile: 'FROM a' } }),
    ],
  ])('asks %s %s', async (method, url, ask) => {
    const { client, asked } = setup();
    expect(await ask(client)).toEqual({ items: [] });
    expect(asked).toMatchObject([{ method, url }]);
  });

  it('takes the parts of a reference, and escapes them', async () => {
    const { client, asked } = setup();
    await client.getEntitySummary({
      kind: 'API',
      namespace: 'a b',
      name: '../c',
    });
    expect(asked[0]!.url).toBe(`${BASE}/entities/API/a%20b/..%2Fc`);
  });

  it('sends what is to be previewed as JSON', async () => {
    const { client, asked } = setup();
    const request = { files: { Dockerfile: 'FROM a' } };
    await client.preview(request);
    expect(asked[0]!.headers.get('content-type')).toBe('application/json');
    expect(await asked[0]!.json()).toEqual(request);
  });

  it('sends a report as it is', async () => {
    const { client, asked } = setup();
    const body = new Uint8Array([0x1f, 0x8b, 0]);
    await client.uploadReport(SHOP, { body: ' {}' });
    await client.uploadReport(SHOP, { body, contentType: 'application/gzip' });
    const sent = asked.map(async one => [
      one.headers.get('content-type'),
      new Uint8Array(await one.arrayBuffer()),
    ]);
    expect(await Promise.all(sent)).toEqual([
      ['application/json', new Uint8Array([0x20, 0x7b, 0x7d])],
      ['application/gzip', body],
    ]);
  });

  it('sends a token only when it is given one', async () => {
    const { client, asked } = setup();
    await client.listRules();
    await client.listRules({ token: 'abc' });
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      null,
      'Bearer abc',
    ]);
  });

  it('can be given up', async () => {
    const client = new HardeningClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: { fetch },
    });
    await expect(
      client.listRules({ signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects with what the backend says', async () => {
    const body = {
      error: { name: 'NotAllowedError', message: 'You may not' },
      request: { method: 'GET', url: '/rules' },
      response: { statusCode: 403 },
    };
    const { client } = setup(
      new Response(JSON.stringify(body), {
        status: 403,
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(client.listRules()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'You may not' },
    });
  });
});
