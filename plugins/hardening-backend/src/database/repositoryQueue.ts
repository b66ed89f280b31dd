// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres, nowSql, rowsOf } from './dialect';
import { textOf, wholeText } from './rows';

/** Who asked is served first; all others in the order in which they are due. */
export const PRIORITY = { request: 0, due: 1 } as const;

/** The right to look at one repository, until the lease ends. */
export interface Claim {
  readonly repositoryId: number;
  /** Of its tree. */
  readonly url: string;
  readonly host: string;
  readonly etag: string | undefined;
  readonly treeRevision: string | undefined;
  /** Whether its host is to be asked; otherwise what is kept is enough. */
  readonly isFetchDue: boolean;
  /** Why it could not be read the last time. */
  readonly failure:
    | {
        readonly since: number;
        readonly errorClass: string;
        readonly message: string;
      }
    | undefined;
  /** By the clock of the database. */
  readonly claimedAt: number;
  /** Whoever claims later gets a higher one; results need the latest. */
  readonly token: number;
  /** The requests that this read answers. */
  readonly reqSeq: number;
  /** 1, unless leases before this one were never ended. */
  readonly attempt: number;
}

/** Thrown where a result comes after its lease was lost. */
export class LeaseLostError extends Error {
  constructor(url: string) {
    super(`The lease on "${url}" was lost; another worker has taken over`);
    this.name = 'LeaseLostError';
  }
}

/** How it went, for when the repository is due again. */
export type Ending =
  /** Its host answered. */
  | {
      readonly kind: 'read';
      readonly fetchInMilliseconds: number;
      /** When time alone changes an outcome. */
      readonly validUntil?: number | undefined;
    }
  /** Its host was not asked. */
  | { readonly kind: 'kept'; readonly validUntil?: number | undefined }
  | {
      readonly kind: 'failed';
      readonly fetchInMilliseconds: number;
      readonly validUntil?: number | undefined;
      readonly errorClass: string;
      readonly message: string;
    }
  /** Set aside until someone asks for it. */
  | {
      readonly kind: 'parked';
      readonly errorClass?: string | undefined;
      readonly message?: string | undefined;
    };

/**
 * The repositories that are due, in the database: one row for each, so that the
 * backlog never grows beyond their number, and asking twice is asking once.
 */
export class RepositoryQueue {
  readonly #knex: Knex;
  readonly #leaseMilliseconds: number;

  constructor(knex: Knex, options: { readonly leaseMilliseconds: number }) {
    this.#knex = knex;
    this.#leaseMilliseconds = options.leaseMilliseconds;
  }

  /** Takes up to `limit` repositories that are due and that nobody holds. */
  async claim(limit: number): Promise<Claim[]> {
    const knex = this.#knex;
    const now = nowSql(knex);
    const skip = isPostgres(knex) ? 'FOR UPDATE SKIP LOCKED' : '';
    const rows = rowsOf(
      await knex.raw(
        `UPDATE hardening_repository
         SET lease_until = ${now} + ?, token = token + 1, attempt = attempt + 1
         WHERE id IN (
           SELECT id FROM hardening_repository
           WHERE parked_at IS NULL AND due_at <= ${now} AND lease_until <= ${now}
           ORDER BY priority, due_at LIMIT ? ${skip})
         RETURNING id, url, host, etag, tree_revision, failing_since,
           error_class, error_message, token, req_seq, attempt, ${now} AS claimed_at,
           CASE WHEN fetch_at <= ${now} THEN 1 ELSE 0 END AS is_fetch_due`,
        [this.#leaseMilliseconds, limit],
      ),
    );
    return rows.map(row => ({
      repositoryId: Number(row.id),
      url: String(row.url),
      host: String(row.host),
      etag: textOf(row.etag),
      treeRevision: textOf(row.tree_revision),
      isFetchDue: Number(row.is_fetch_due) === 1,
      failure:
        row.failing_since === null
          ? undefined
          : {
              since: Number(row.failing_since),
              errorClass: String(row.error_class),
              message: String(row.error_message),
            },
      claimedAt: Number(row.claimed_at),
      token: Number(row.token),
      reqSeq: Number(row.req_seq),
      attempt: Number(row.attempt),
    }));
  }

  /** Holds on to a lease; false when it is lost. */
  async extend(claim: Claim): Promise<boolean> {
    const knex = this.#knex;
    const count = await this.#held(knex, claim).update({
      lease_until: knex.raw(`${nowSql(knex)} + ?`, [this.#leaseMilliseconds]),
    });
    return count === 1;
  }

  /** Gives a lease back as if it had never been taken. */
  async release(claim: Claim): Promise<void> {
    const knex = this.#knex;
    await this.#held(knex, claim).update({
      lease_until: 0,
      attempt: knex.raw('attempt - 1'),
    });
  }

  /**
   * Writes a result under the lease and ends it: all of it, or nothing once
   * another worker has the repository.
   *
   * @throws LeaseLostError
   */
  async commit(
    claim: Claim,
    ending: Ending,
    write: (transaction: Knex.Transaction) => Promise<void> = async () => {},
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      // First: the row is then locked against whoever would claim it.
      const count = await this.#held(transaction, claim).update(
        endingColumns(transaction, claim, ending),
      );
      if (count !== 1) throw new LeaseLostError(claim.url);
      await write(transaction);
    });
  }

  /** Makes repositories due now, parked ones too, and has their hosts asked. */
  async request(repositoryIds: readonly number[]): Promise<void> {
    const knex = this.#knex;
    await this.#wake(repositoryIds, {
      fetch_at: knex.raw(nowSql(knex)),
      priority: PRIORITY.request,
    });
  }

  /** Has repositories assessed again, from what is kept as far as it will do. */
  async reassess(repositoryIds: readonly number[]): Promise<void> {
    await this.#wake(repositoryIds, {});
  }

  async #wake(ids: readonly number[], columns: object): Promise<void> {
    const knex = this.#knex;
    for (let start = 0; start < ids.length; start += CHUNK) {
      await knex('hardening_repository')
        .whereIn('id', ids.slice(start, start + CHUNK))
        .update({
          ...columns,
          req_seq: knex.raw('req_seq + 1'),
          due_at: knex.raw(nowSql(knex)),
          parked_at: null,
          attempt: 0,
        });
    }
  }

  /**
   * Has a host left alone for a while: all its repositories that would be due
   * before are due after that, by and by.
   */
  async postponeHost(host: string, milliseconds: number): Promise<void> {
    const knex = this.#knex;
    const now = nowSql(knex);
    // A tenth of the time, spread by what is at hand in both databases.
    const spread = Math.max(1, Math.round(milliseconds / 10));
    const later = knex.raw(`${now} + ? + (id * 7919) % ?`, [
      Math.round(milliseconds),
      spread,
    ]);
    await knex('hardening_repository')
      .where({ host })
      .where('fetch_at', '<', knex.raw(`${now} + ?`, [milliseconds]))
      .where('lease_until', '<=', knex.raw(now))
      .update({ fetch_at: later, due_at: later });
  }

  #held(knex: Knex, { repositoryId, token }: Claim) {
    return knex('hardening_repository')
      .where({ id: repositoryId, token })
      .whereNot({ lease_until: 0 });
  }
}

/** Has a repository assessed again, soon, from what is kept of it. */
export async function wakeForEvidence(
  transaction: Knex.Transaction,
  repositoryId: number,
): Promise<void> {
  await transaction('hardening_repository')
    .where({ id: repositoryId })
    .update({
      priority: PRIORITY.request,
      req_seq: transaction.raw('req_seq + 1'),
      due_at: transaction.raw(nowSql(transaction)),
      parked_at: null,
      attempt: 0,
    });
}

const CHUNK = 500;

/** Due as planned, unless a request came that this has not answered. */
function endingColumns(knex: Knex, { reqSeq }: Claim, ending: Ending) {
  const now = nowSql(knex);
  const unlessAsked = (sql: string, values: readonly number[], asked: string) =>
    knex.raw(`CASE WHEN req_seq = ? THEN ${sql} ELSE ${asked} END`, [
      reqSeq,
      ...values,
    ]);
  const ended = { lease_until: 0, attempt: 0 };
  if (ending.kind === 'parked') {
    return {
      ...ended,
      parked_at: unlessAsked(now, [], 'NULL'),
      failing_since: ending.errorClass
        ? knex.raw(`COALESCE(failing_since, ${now})`)
        : null,
      error_class: ending.errorClass ?? null,
      error_message: ending.message ?? null,
    };
  }
  const { validUntil = Number.MAX_SAFE_INTEGER } = ending;
  const earlier = (sql: string, values: readonly number[]) =>
    unlessAsked(
      `CASE WHEN ${sql} < ? THEN ${sql} ELSE ? END`,
      [...values, validUntil, ...values, validUntil],
      now,
    );
  const priority = unlessAsked(`${PRIORITY.due}`, [], 'priority');
  if (ending.kind === 'kept') {
    return { ...ended, priority, due_at: earlier('fetch_at', []) };
  }
  const fetchIn = [Math.round(ending.fetchInMilliseconds)];
  return {
    ...ended,
    priority,
    due_at: earlier(`${now} + ?`, fetchIn),
    fetch_at: unlessAsked(`${now} + ?`, fetchIn, 'fetch_at'),
    ...(ending.kind === 'read'
      ? {
          read_at: knex.raw(now),
          failing_since: null,
          error_class: null,
          error_message: null,
        }
      : {
          failing_since: knex.raw(`COALESCE(failing_since, ${now})`),
          error_class: ending.errorClass,
          error_message: wholeText(ending.message),
        }),
  };
}
