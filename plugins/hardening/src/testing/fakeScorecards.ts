// SPDX-License-Identifier: Apache-2.0
import type {
  HardeningApi,
  Scorecard,
} from '@plimsoll/plugin-hardening-common';
import { exampleScorecards, overviewOf, rollupOf } from './exampleOrganisation';

/** The part of the API that the scorecards page asks, but for the rules. */
export type ScorecardsApi = Pick<
  HardeningApi,
  'listScorecards' | 'getScorecardOverview' | 'getRollup' | 'exportScorecards'
>;

/** What a fake backend knows of an organisation. */
export interface FakeOrganisation {
  readonly now?: Date;
  readonly cards?: readonly Scorecard[];
  /** Of everything that is asked. */
  readonly failure?: Error;
  /** As for who may see only some: nothing is counted exactly. */
  readonly isPartial?: boolean;
}

type Filters = NonNullable<Parameters<ScorecardsApi['listScorecards']>[0]>;

/** Answers like a backend, from memory. */
export function fakeScorecards({
  now = new Date(),
  cards = exampleScorecards(now),
  failure,
  isPartial = false,
}: FakeOrganisation = {}): ScorecardsApi {
  const find = (filters: Filters) => {
    if (failure) throw failure;
    return cards.filter(card => matches(card, filters));
  };
  return {
    async listScorecards(query = {}) {
      const { order = 'score', limit = 50, cursor } = query;
      const found = find(query).sort(compareBy(order));
      const from = Number(cursor ?? 0);
      const to = from + limit;
      return {
        items: found.slice(from, to),
        ...(to < found.length && { nextCursor: String(to) }),
        ...(!cursor &&
          !query.text &&
          !query.rule &&
          !isPartial && { total: found.length }),
      };
    },
    async getScorecardOverview(query = {}) {
      const { trend, ...overview } = overviewOf(find(query), now);
      return isPartial
        ? { ...overview, partial: true }
        : { ...overview, trend };
    },
    async getRollup({ by = 'owner', order = 'name', limit = 50 } = {}) {
      const refs = new Set(find({}).flatMap(card => card[by] ?? []));
      const items = [...refs].map(ref => rollupOf(ref, find({ [by]: ref })));
      const column = order.replace('-', '') as 'name' | 'entities' | 'median';
      const sign = order.startsWith('-') ? -1 : 1;
      const keyOf = (one: (typeof items)[0]) =>
        column === 'name' ? one.ref : one[column] ?? 0;
      items.sort((a, b) => (keyOf(a) < keyOf(b) ? -sign : sign));
      return { items: items.slice(0, limit) };
    },
    async exportScorecards(query = {}) {
      const lines = find(query).map(({ entityRef }) => entityRef);
      return new Blob([['entity', ...lines].join('\r\n')]);
    },
  };
}

function matches(card: Scorecard, filters: Filters): boolean {
  const { state, grade, level, reason, rule, text, order = 'score' } = filters;
  const isOne = (wanted: readonly string[] | undefined, value = '') =>
    !wanted?.length || wanted.includes(value);
  return (
    (['owner', 'system', 'domain', 'type', 'lifecycle'] as const).every(
      name => filters[name] === undefined || filters[name] === card[name],
    ) &&
    isOne(state, card.state) &&
    isOne(grade, card.grade) &&
    isOne(level, card.level) &&
    isOne(reason, card.reason) &&
    (!rule || (card.failed ?? 0) > 20) &&
    (!text || card.entityRef.includes(text.toLowerCase())) &&
    (order.replace('-', '') !== 'score' || !state || card.points !== undefined)
  );
}

function compareBy(order: string) {
  const sign = order.startsWith('-') ? -1 : 1;
  const keyOf = (card: Scorecard): string | number => {
    switch (order.replace('-', '')) {
      case 'score':
        return card.points ?? -1;
      case 'owner':
        return card.owner ?? '';
      case 'assessed':
        return card.assessedAt ?? '';
      default:
        return card.entityRef;
    }
  };
  return (a: Scorecard, b: Scorecard) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return a.entityRef < b.entityRef ? -1 : 1;
    return left < right ? -sign : sign;
  };
}
