// SPDX-License-Identifier: Apache-2.0
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { openTestDatabase } from '../database/testing/openTestDatabase';
import { EXAMPLES } from './testing/examples';
import {
  OpenApiDocument,
  type DocumentedParameter,
} from './testing/openApiDocument';
import { TestApi } from './testing/testApi';

jest.setTimeout(60_000);
// What is refused never comes to the database.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Values of a parameter, and whether each is one that is documented. */
function valuesOf({ name, schema }: DocumentedParameter): [string, boolean][] {
  const { type, minimum = 0, maximum = 0, maxLength, maxItems = 0 } = schema;
  const one = (value: unknown) => `${name}=${value}`;
  const many = (value: unknown, count: number) =>
    Array.from({ length: count }, () => one(value)).join('&');
  if (type === 'integer') {
    return [
      [one(minimum), true],
      [one(maximum), true],
      [one(minimum - 1), false],
      [one(maximum + 1), false],
      ...['-1', '1.5', '1e1', '0x1', '', 'x', '1%00'].map(
        (value): [string, boolean] => [one(value), false],
      ),
      [many(minimum, 2), false],
    ];
  }
  if (type === 'array') {
    const isClosed = schema.items!.enum !== undefined;
    const values = schema.items!.enum ?? ['a', 'b'];
    return [
      ...values.map((value): [string, boolean] => [one(value), true]),
      [values.map(one).join('&'), true],
      [many(values[0], maxItems), true],
      [many(values[0], maxItems + 1), false],
      [one(''), false],
      [one('x'), !isClosed],
      [`${name}[a]=${values[0]}`, false],
    ];
  }
  if (schema.enum) {
    return [
      ...schema.enum.map((value): [string, boolean] => [one(value), true]),
      [one('x'), false],
      [many(schema.enum[0], 2), false],
    ];
  }
  return [
    // Cursors are no texts that one could make up.
    [one('x'.repeat(maxLength!)), name !== 'cursor'],
    [one('x'.repeat(maxLength! + 1)), false],
    [one(''), false],
    [many('x', 2), false],
  ];
}

const TRIES = new OpenApiDocument().operations.flatMap(
  ({ id, method, path, parameters }) =>
    method !== 'get'
      ? []
      : parameters
          .filter(parameter => parameter.in === 'query')
          .map(parameter => ({ id, path, parameter })),
);

describe.each(databases.eachSupportedId())(
  'limits, %s',
  (id: TestDatabaseId) => {
    let api: TestApi;

    beforeAll(async () => {
      api = new TestApi(await openTestDatabase(databases, id));
      await api.repositories.describe(EXAMPLES);
      await api.repositories.refresh();
      await api.start();
    });
    afterAll(() => api.stop());

    it('are documented of each parameter', () => {
      expect(TRIES.length).toBeGreaterThan(14);
    });

    it.each(TRIES)(
      'hold for $parameter.name of $id',
      async ({ path, parameter }) => {
        const url = path.replace(
          '{kind}/{namespace}/{name}',
          'component/default/shop',
        );
        for (const [query, isGood] of valuesOf(parameter)) {
          const { status, body } = await api.ask('get', `${url}?${query}`);
          expect([query, status]).toEqual([query, isGood ? 200 : 400]);
          expect(body.error?.name).toBe(isGood ? undefined : 'InputError');
        }
      },
    );

    it('say which parameter is not known', async () => {
      const { status, body } = await api.ask('get', '/scorecards?ownre=sales');
      expect(status).toBe(400);
      expect(body.error.message).toContain('"ownre"');
    });

    it('say where a reference is wrong', async () => {
      const { status, body } = await api.ask('get', '/scorecards?owner=:');
      expect(status).toBe(400);
      expect(body.error.message).toContain(
        '"owner": an entity reference is expected',
      );
    });
  },
);
