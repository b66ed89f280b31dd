// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { parseEntityRef } from '@backstage/catalog-model';
import type { HardeningApi } from '@plimsoll/plugin-hardening-common';
import { fakeHardening, type PageApi } from '../src/testing/fakeHardening';
import { fakeScorecards } from '../src/testing/fakeScorecards';
import { scenarios } from '../src/testing/scenarios';

const NAMES = [
  'scored',
  'gated',
  'golden',
  'stale',
  'not-scored',
  'too-little',
  'pending',
  'no-trend',
  'forbidden',
  'missing',
  'broken',
  'many',
] as const;

/** An entity for each state that card and tab can be in. */
export const ENTITIES: readonly Entity[] = NAMES.map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', description: `Looks ${name}.` },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  relations: [],
}));

/** A backend that knows those entities. */
export function createFakeApi(): HardeningApi {
  const backends = scenarios(new Date()).then(
    all =>
      new Map(
        Object.entries(all).map(([name, backend]) => [
          name,
          fakeHardening(backend),
        ]),
      ),
  );
  const ask =
    <K extends keyof PageApi>(method: K) =>
    async (...args: Parameters<PageApi[K]>) => {
      const [entity] = args;
      const name =
        typeof entity === 'string' ? parseEntityRef(entity).name : 'scored';
      const backend = (await backends).get(name)!;
      const run = backend[method] as (...given: unknown[]) => unknown;
      return run(...args);
    };
  return {
    getEntitySummary: ask('getEntitySummary'),
    getAssessment: ask('getAssessment'),
    listFindings: ask('listFindings'),
    getExcerpt: ask('getExcerpt'),
    getHistory: ask('getHistory'),
    listChanges: ask('listChanges'),
    refreshEntity: ask('refreshEntity'),
    listRules: ask('listRules'),
    ...fakeScorecards(),
  } as unknown as HardeningApi;
}
