// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SEVERITIES, type Assessment } from '@plimsoll/model';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import type { Knex } from 'knex';
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { parse, parseAllDocuments } from 'yaml';
import { loadAssessment } from './database/assessmentStore';
import { openTestDatabase } from './database/testing/openTestDatabase';
import { hardeningPlugin } from './plugin';
import { trivyReport } from './scans/testing/trivyReport';
import { eventually } from './testing/eventually';

const ROOT = path.resolve(__dirname, '../../..');
const EXAMPLES = path.join(ROOT, 'examples');
const places = Object.keys(
  JSON.parse(readFileSync(path.join(EXAMPLES, 'expected.json'), 'utf8')),
);
const folders = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

const SENDER = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('ci'),
  targetPluginId: 'hardening',
});

/** What the program on the command line says, in a process of its own. */
function check(
  place: string,
  now: string,
  reports: readonly string[] = [],
): Assessment {
  const options = [
    ...['check', '--format', 'json', '--now', now],
    ...reports.flatMap(report => ['--report', report]),
  ];
  return JSON.parse(
    execFileSync(
      process.execPath,
      [
        path.join(ROOT, 'packages/cli/bin/plimsoll'),
        ...options,
        path.join(EXAMPLES, place),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    ),
  );
}

/** The components of an example as the catalog reads them, by their folder. */
function describedIn(folder: string): [string, Entity][] {
  const file = path.join(EXAMPLES, folder, 'catalog-info.yaml');
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as Entity)
    .filter(({ kind }) => kind === 'Component')
    .map(entity => {
      const { annotations = {} } = entity.metadata;
      const source = annotations['backstage.io/source-location'] ?? 'dir:.';
      const location = `file:${file}`;
      return [
        path.posix.join(folder, source.replace('dir:', '')),
        {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...annotations,
              'backstage.io/managed-by-location': location,
            },
          },
        },
      ];
    });
}

/** A component that is nothing but a folder. */
function entityOf(place: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: place.replaceAll('/', '-'),
      annotations: {
        'backstage.io/managed-by-location': `file:${EXAMPLES}/${place}/c.yaml`,
      },
    },
  };
}

describe('the examples', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const described = new Map(folders.flatMap(describedIn));
  const entityAt = (place: string) => described.get(place) ?? entityOf(place);
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
    backend = await startTestBackend({
      features: [
        hardeningPlugin,
        catalogServiceMock.factory({ entities: places.map(entityAt) }),
        mockServices.rootConfig.factory({
          data: {
            hardening: {
              sources: { local: { roots: [EXAMPLES] } },
              uploads: {
                subjects: [
                  {
                    subject: 'ci',
                    entities: ['component:default/photos-node'],
                  },
                ],
              },
            },
          },
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
      ],
    });
    await eventually(async () => {
      const rows = await knex('hardening_entity').whereNotNull('assessed_at');
      return rows.length === places.length || undefined;
    });
  });
  afterAll(() => backend?.stop());

  it.each(places)(
    'have one score on the command line and in the portal: %s',
    async place => {
      const { name } = entityAt(place).metadata;
      const own = `/api/hardening/entities/component/default/${name}`;
      const ask = async (url: string) => {
        const { status, body } = await request(backend.server).get(own + url);
        expect([url, status]).toEqual([url, 200]);
        return body;
      };
      const summary = await ask('');
      const expected = check(place, summary.assessedAt);
      const { score, level, results } = expected;
      const listed = await listAll(ask);
      const findings = listed.map(
        ({ firstSeenAt: _, pointsLost: __, ...finding }) => finding,
      );
      const all = results.flatMap(({ rule, path: subject, ...result }) =>
        result.findings.map(({ range: _, data: __, ...finding }) => ({
          ...finding,
          rule,
          subject,
        })),
      );
      expect(summary.state).toBe(score.status);
      expect(summary.score).toEqual(score);
      expect(summary.level).toBe(level);
      expect(findings.sort(byFingerprint)).toEqual(all.sort(byFingerprint));

      // And all else: areas, controls, gates, actions, outcomes.
      const { id } = await knex('hardening_entity')
        .where({ entity_ref: `component:default/${name}` })
        .first('id');
      const { outcomes, ...kept } = (await loadAssessment(knex, id, 'files'))!;
      expect(kept).toEqual({ ...expected, results: undefined });
      expect(outcomes).toEqual(
        results.map(({ findings: found, ...result }) => ({
          ...result,
          findings: found.length,
          severity: SEVERITIES.find(severity =>
            found.some(finding => finding.severity === severity),
          ),
        })),
      );
    },
  );

  it('have one score with the same reports, too', async () => {
    const place = 'photos-node';
    const url = `/api/hardening/entities/component/default/${place}`;
    const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-reports-'));
    // Past its grace, and not for as long again: a file alone cannot tell that.
    const createdAt = new Date(Date.now() - 100 * 86_400_000).toISOString();
    const vulnerabilities = [
      { id: 'CVE-2026-1000', severity: 'MEDIUM' },
      { id: 'CVE-2026-1001', severity: 'LOW' },
      { id: 'CVE-2026-1002', severity: 'CRITICAL', fixedVersion: '' },
    ];
    const reports = ['Dockerfile', 'worker.Dockerfile'].map(
      (dockerfile, index) => ({
        dockerfile,
        file: path.join(folder, `${index}.json`),
        body: trivyReport({
          createdAt,
          image: `registry.test/photos-${index}:1`,
          vulnerabilities: vulnerabilities.slice(index),
        }),
      }),
    );
    for (const { file, body, dockerfile } of reports) {
      writeFileSync(file, body);
      const { status } = await request(backend.server)
        .post(`${url}/reports?dockerfile=${dockerfile}`)
        .set('authorization', SENDER)
        .type('json')
        .send(body);
      expect(status).toBe(201);
    }
    const summary = await eventually(async () => {
      const { body } = await request(backend.server).get(url);
      return body.scans?.count === 2 ? body : undefined;
    });
    const expected = check(
      place,
      summary.assessedAt,
      reports.map(({ file, dockerfile }) => `${file}=${dockerfile}`),
    );
    rmSync(folder, { recursive: true });
    const { id } = await knex('hardening_entity')
      .where({ entity_ref: `component:default/${place}` })
      .first('id');
    const kept = (await loadAssessment(knex, id))!;
    const { results, validUntil: _, ...rest } = expected;
    expect(expected.scope).toBe('full');
    expect(kept).toMatchObject(rest);
    expect(kept.outcomes).toEqual(
      results.map(({ findings, ...result }) =>
        expect.objectContaining({ ...result, findings: findings.length }),
      ),
    );
    expect(summary.score).toEqual(expected.score);
  });

  it('are all of them', () => {
    for (const [place] of described) expect(places).toContain(place);
    const [catalog = ''] = readFileSync(
      path.join(EXAMPLES, 'catalog-info.yaml'),
      'utf8',
    ).split('\n---\n');
    expect(parse(catalog).spec.targets).toEqual(
      folders.map(name => `./${name}/catalog-info.yaml`),
    );
  });
});

/** All pages of the findings. */
async function listAll(
  ask: (url: string) => Promise<{ items: Finding[]; nextCursor?: string }>,
): Promise<Finding[]> {
  const all: Finding[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const page = await ask(`/findings?limit=20${cursor}`);
    all.push(...page.items);
    cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
  }
  return all;
}

const byFingerprint = (
  one: { readonly fingerprint: string },
  other: { readonly fingerprint: string },
) => (one.fingerprint < other.fingerprint ? -1 : 1);
