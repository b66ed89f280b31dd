// SPDX-License-Identifier: Apache-2.0
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { assess, decodeText, isRelevantPath } from '@plimsoll/engine';
import type { Assessment } from '@plimsoll/model';
import type { Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { Assessor } from './assess/assessor';
import { loadAssessment } from './database/assessmentStore';
import { saveEntities } from './database/entityStore';
import { listFindings } from './database/findingStore';
import { openTestDatabase } from './database/testing/openTestDatabase';
import { refreshRepository } from './refresh/refreshRepository';
import {
  describedEntity,
  RefreshHarness,
} from './refresh/testing/refreshHarness';
import { LocalFolderReader } from './sources/localFolders';

const EXAMPLES = path.resolve(__dirname, '../../../examples');
const folders = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const places = [
  ...folders.map(name => [name, '']),
  ...readdirSync(path.join(EXAMPLES, 'shop-monorepo'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => ['shop-monorepo', name]),
] as [string, string][];

/** As whoever has the files at hand would ask the engine. */
function assessFolder(folder: string, now: Date): Assessment {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) =>
      path.relative(folder, path.join(parentPath, name)),
    );
  const files = names.map(name => {
    const content = readFileSync(path.join(folder, name));
    return {
      path: name.replaceAll(path.sep, '/'),
      size: content.length,
      text: isRelevantPath(name) ? decodeText(content) : undefined,
    };
  });
  return assess({ files, listing: 'complete', now });
}

describe('the examples', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const assessor = new Assessor();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
  });
  afterAll(() => assessor.close());

  it.each(places)(
    'are judged as the engine judges them: %s/%s',
    async (name, folder) => {
      const { href: tree } = pathToFileURL(path.join(EXAMPLES, name));
      const harness = new RefreshHarness(knex);
      const context = {
        ...harness.context,
        readers: [new LocalFolderReader([EXAMPLES])],
        assessor,
        logger: mockServices.logger.mock(),
      };
      const source = { tree, host: '', path: folder };
      const entity = `${name}${folder && `-${folder}`}`;
      await saveEntities(knex, [describedEntity(entity, source)]);
      const [claim] = await harness.queue.claim(1);
      const { signal } = new AbortController();
      await refreshRepository(claim!, context, signal);

      const { id } = await harness.entity(entity);
      const now = new Date(claim!.claimedAt);
      const { results, ...expected } = assessFolder(
        path.join(EXAMPLES, name, folder),
        now,
      );
      const { outcomes, ...kept } = (await loadAssessment(knex, id))!;
      expect(JSON.stringify(kept)).toBe(JSON.stringify(expected));
      expect(
        outcomes.map(({ rule, path: file, outcome, findings }) => [
          rule,
          file,
          outcome,
          findings,
        ]),
      ).toEqual(
        results.map(({ rule, path: file, outcome, findings }) => [
          rule,
          file,
          outcome,
          findings.length,
        ]),
      );
      const findings = await listFindings(knex, id, { limit: 10_000 });
      const textsOf = (list: readonly { fingerprint: string }[]) =>
        list
          .map(finding => {
            const { message, range, severity } = finding as never;
            return JSON.stringify([
              finding.fingerprint,
              message,
              range,
              severity,
            ]);
          })
          .sort();
      expect(textsOf(findings)).toEqual(
        textsOf(results.flatMap(result => result.findings)),
      );
    },
  );

  it('describe themselves to the catalog, all of them', () => {
    const { spec } = parse(
      readFileSync(path.join(EXAMPLES, 'catalog-info.yaml'), 'utf8').split(
        '\n---\n',
      )[0]!,
    );
    expect(spec.targets).toEqual(
      folders.map(name => `./${name}/catalog-info.yaml`),
    );
  });
});
