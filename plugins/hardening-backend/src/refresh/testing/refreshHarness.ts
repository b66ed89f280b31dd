// SPDX-License-Identifier: Apache-2.0
import { NO_LISTS } from '../../evidence/exploitLists';
import { mockServices } from '@backstage/backend-test-utils';
import { RULES, type Policy } from '@plimsoll/engine';
import type { Knex } from 'knex';
import { judge } from '../../assess/judge';
import { keepTree } from '../../assess/keptTree';
import { rulesetVersionOf } from '../../assess/loadRules';
import { saveEntities, type KnownSource } from '../../database/entityStore';
import { RepositoryQueue } from '../../database/repositoryQueue';
import { refreshRepository, type RefreshContext } from '../refreshRepository';
import { MemorySource } from './memorySource';

/** An entity of the tests. */
export function describedEntity(name: string, source: KnownSource) {
  return {
    entityRef: `component:default/${name}`,
    title: undefined,
    ownerRef: 'group:default/crew',
    systemRef: undefined,
    domainRef: undefined,
    type: 'service',
    lifecycle: 'production',
    source,
  };
}

/** Refreshes repositories of memory, in this thread, one after the other. */
export class RefreshHarness {
  readonly source = new MemorySource();
  readonly knex: Knex;
  readonly queue: RepositoryQueue;
  context: RefreshContext;

  constructor(knex: Knex) {
    this.knex = knex;
    this.queue = new RepositoryQueue(knex, { leaseMilliseconds: 60_000 });
    this.context = {
      knex,
      queue: this.queue,
      readers: [this.source],
      assessor: {
        keep: async files => keepTree(files),
        assess: async input => structuredClone(judge(input, RULES)),
      },
      policy: {},
      policyHash: 'none',
      firstEvidenceGraceDays: 14,
      exploitLists: () => NO_LISTS,
      rulesetVersion: rulesetVersionOf(RULES),
      mostFindings: 1000,
      mostAttempts: 3,
      periodMilliseconds: 3_600_000,
      logger: mockServices.logger.mock(),
      random: () => 0.5,
    };
  }

  /** Another policy, as after a restart with another configuration. */
  usePolicy(policy: Policy) {
    const policyHash = JSON.stringify(policy);
    this.context = { ...this.context, policy, policyHash };
  }

  /** Entities by name and `tree` or `tree#folder`. */
  async describe(entities: Readonly<Record<string, string>>) {
    await saveEntities(
      this.knex,
      Object.entries(entities).map(([name, place]) => {
        const [tree = '', path = ''] = place.split('#');
        return describedEntity(name, { tree, host: 'memory', path });
      }),
    );
  }

  /** All that is due, in the order of the queue; says how each went. */
  async refreshDue(): Promise<string[]> {
    const outcomes: string[] = [];
    for (;;) {
      const [claim] = await this.queue.claim(1);
      if (!claim) return outcomes;
      const { signal } = new AbortController();
      const outcome = await refreshRepository(claim, this.context, signal);
      outcomes.push(outcome.replace(/^failed-.*/, 'failed'));
    }
  }

  /** Has all repositories asked again, as after the period. */
  async refreshAll(): Promise<string[]> {
    const rows = await this.knex('hardening_repository').select('id');
    await this.queue.request(rows.map(({ id }) => id));
    return this.refreshDue();
  }

  entity(name: string) {
    return this.knex('hardening_entity')
      .where({ entity_ref: `component:default/${name}` })
      .first();
  }

  async rowsOf(table: string, name: string) {
    const { id } = await this.entity(name);
    return this.knex(`hardening_${table}`).where({ entity_id: id });
  }
}

/** The tables that are written while something is done, each once. */
export async function tablesWritten(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const tables = new Set<string>();
  const note = ({ sql }: { readonly sql: string }) => {
    const written = /^\s*(?:insert into|update|delete from)\s+[`"]?(\w+)/i.exec(
      sql,
    );
    if (written) tables.add(written[1]!);
  };
  knex.on('query', note);
  try {
    await work();
  } finally {
    knex.removeListener('query', note);
  }
  return [...tables].sort();
}
