// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SourceError,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { judge } from '../../assess/judge';
import { keepTree } from '../../assess/keptTree';
import { NO_LISTS } from '../../evidence/exploitLists';
import { loadRules, rulesetVersionOf } from '../../assess/loadRules';
import { saveEntities, type CatalogEntity } from '../../database/entityStore';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { refreshRepository } from '../../refresh/refreshRepository';

/** Files of a repository by path, or why it cannot be read. */
export type TestTree = Readonly<Record<string, string>> | SourceError;

/** An entity, and the repository of its own that it has, unless it has none. */
export interface TestEntity extends Partial<Omit<CatalogEntity, 'source'>> {
  readonly name: string;
  readonly tree?: TestTree | undefined;
}

/** Brings entities into the database as the backend does: by its own stores. */
export class TestRepositories {
  readonly queue: RepositoryQueue;
  readonly rules = loadRules([]);
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #trees = new Map<string, TestTree>();

  constructor(knex: Knex, logger: LoggerService) {
    this.#knex = knex;
    this.#logger = logger;
    this.queue = new RepositoryQueue(knex, { leaseMilliseconds: 60_000 });
  }

  /** Notes entities as the catalog describes them; nothing is read yet. */
  async describe(entities: readonly TestEntity[]): Promise<void> {
    const described = entities.map(({ name, tree, ...entity }) => {
      const url = `test:${name}`;
      if (tree) this.#trees.set(url, tree);
      return {
        entityRef: `component:default/${name}`,
        title: undefined,
        ownerRef: undefined,
        systemRef: undefined,
        domainRef: undefined,
        type: 'service',
        lifecycle: 'production',
        ...entity,
        source: tree
          ? { tree: url, host: 'git.test', path: '' }
          : { reason: 'no-source' },
      };
    });
    await saveEntities(this.#knex, described);
  }

  /** Gives the repository of an entity other files. */
  change(name: string, tree: TestTree): void {
    this.#trees.set(`test:${name}`, tree);
  }

  /** Refreshes what is due. */
  async refresh(): Promise<void> {
    for (;;) {
      const claims = await this.queue.claim(100);
      if (claims.length === 0) return;
      for (const claim of claims) {
        await refreshRepository(
          claim,
          {
            knex: this.#knex,
            queue: this.queue,
            readers: [this.#reader],
            assessor: {
              keep: async files => keepTree(files),
              assess: async input => judge(input, this.rules),
            },
            policy: {},
            policyHash: 'none',
            firstEvidenceGraceDays: 14,
            exploitLists: () => NO_LISTS,
            rulesetVersion: rulesetVersionOf(this.rules),
            mostFindings: 10_000,
            mostAttempts: 5,
            periodMilliseconds: 3_600_000,
            logger: this.#logger,
            random: () => 0.5,
          },
          new AbortController().signal,
        );
      }
    }
  }

  readonly #reader: SourceReader = {
    locate: url => ({ tree: url, repository: url, path: '' }),
    read: async url => {
      const tree = this.#trees.get(url);
      if (tree === undefined) throw new Error(`No test has a tree "${url}"`);
      if (tree instanceof SourceError) throw tree;
      const files = Object.entries(tree).map(([path, text]) => ({
        path,
        size: Buffer.byteLength(text),
        content: Buffer.from(text),
      }));
      const revision = createHash('sha256')
        .update(JSON.stringify(tree))
        .digest('hex')
        .slice(0, 40);
      return { kind: 'read', revision, files };
    },
  };
}
