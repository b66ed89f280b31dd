// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Empties all tables: sooner done than opening another database. */
export async function clearDatabase(knex: Knex): Promise<void> {
  for (const name of [
    'vulnerability_seen',
    'place',
    'scan',
    'change',
    'history',
    'finding',
    'assessment',
  ]) {
    await knex(`hardening_${name}`).delete();
  }
  for (const name of [
    'entity',
    'file',
    'listing',
    'repository',
    'rollup',
    'rollup_day',
  ]) {
    await knex(`hardening_${name}`).delete();
  }
}
