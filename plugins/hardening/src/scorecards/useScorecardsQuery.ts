// SPDX-License-Identifier: Apache-2.0
import {
  GRADES,
  MATURITY_LEVELS,
  type Grade,
  type MaturityLevel,
} from '@plimsoll/model';
import type { QueryOf } from '@plimsoll/plugin-hardening-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The lists that the page can show. */
export const TABS = ['services', 'groups', 'not-scored'] as const;

/** One of them. */
export type TabName = (typeof TABS)[number];

/** By what entities are counted together, other than all. */
export const GROUPINGS = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'type',
] as const;

/** One of them. */
export type Grouping = (typeof GROUPINGS)[number];

/** By what groups are listed. */
export const ROLLED_UP = ['owner', 'system', 'domain'] as const;

/** One of them. */
export type RolledUp = (typeof ROLLED_UP)[number];

type ListOrder = NonNullable<QueryOf<'listScorecards'>['order']>;
type GroupOrder = NonNullable<QueryOf<'getRollup'>['order']>;

/** What the address says about the page, so that a link shows the same. */
export interface ScorecardsQuery
  extends Readonly<Partial<Record<Grouping, string>>> {
  readonly tab: TabName;
  /** Only these; all when empty. */
  readonly grades: readonly Grade[];
  readonly levels: readonly MaturityLevel[];
  /** A rule that has to fail. */
  readonly rule?: string;
  readonly text: string;
  /** Why there is no score. */
  readonly reason?: string;
  readonly order: ListOrder;
  readonly by: RolledUp;
  readonly groupOrder: GroupOrder;
}

/** Changes some of what the address says. */
export type ChangeQuery = (change: Partial<ScorecardsQuery>) => void;

/** What the address says, and how to change it. */
export function useScorecardsQuery(): readonly [ScorecardsQuery, ChangeQuery] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseScorecardsQuery(params), [params]);
  const change = useCallback(
    (news: Partial<ScorecardsQuery>) =>
      setParams(
        before =>
          writeScorecardsQuery(before, {
            ...parseScorecardsQuery(before),
            ...news,
          }),
        // Another tab is another page: the way back leads to the one before.
        { replace: news.tab === undefined, preventScrollReset: true },
      ),
    [setParams],
  );
  return [query, change];
}

const ORDERS: readonly ListOrder[] = [
  'score',
  '-score',
  'name',
  '-name',
  'owner',
  '-owner',
  'assessed',
  '-assessed',
];
const GROUP_ORDERS: readonly GroupOrder[] = [
  'name',
  '-name',
  'entities',
  '-entities',
  'median',
  '-median',
];

/** Reads an address; what makes no sense in it is left out. */
export function parseScorecardsQuery(params: URLSearchParams): ScorecardsQuery {
  const one = <T extends string>(name: string, all: readonly T[]) =>
    all.find(value => value === params.get(name)) ?? all[0]!;
  const some = <T extends string>(name: string, all: readonly T[]) => {
    const wanted = params.getAll(name);
    return all.filter(value => wanted.includes(value));
  };
  const groups = GROUPINGS.map(name => [name, params.get(name) || undefined]);
  return {
    ...(Object.fromEntries(groups) as Record<Grouping, string | undefined>),
    tab: one('tab', TABS),
    grades: some('grade', GRADES),
    levels: some('level', MATURITY_LEVELS),
    rule: params.get('rule') || undefined,
    text: params.get('text') ?? '',
    reason: params.get('reason') || undefined,
    order: one('order', ORDERS),
    by: one('by', ROLLED_UP),
    groupOrder: one('sort', GROUP_ORDERS),
  };
}

/** Writes it into an address, whose other parameters stay. */
export function writeScorecardsQuery(
  before: URLSearchParams,
  query: ScorecardsQuery,
): URLSearchParams {
  const params = new URLSearchParams(before);
  const set = (name: string, value: string | undefined, usual = '') => {
    params.delete(name);
    if (value && value !== usual) params.set(name, value);
  };
  set('tab', query.tab, TABS[0]);
  for (const name of GROUPINGS) set(name, query[name]);
  for (const [name, values] of [
    ['grade', query.grades],
    ['level', query.levels],
  ] as const) {
    params.delete(name);
    for (const value of values) params.append(name, value);
  }
  set('rule', query.rule);
  set('text', query.text);
  set('reason', query.reason);
  set('order', query.order, ORDERS[0]);
  set('by', query.by, ROLLED_UP[0]);
  set('sort', query.groupOrder, GROUP_ORDERS[0]);
  return params;
}

/** The one group whose counts can be told; undefined where there are several. */
export function countedGroup(
  query: ScorecardsQuery,
): Readonly<Partial<Record<Grouping, string>>> | undefined {
  const chosen = GROUPINGS.filter(name => query[name] !== undefined);
  if (chosen.length > 1) return undefined;
  return Object.fromEntries(chosen.map(name => [name, query[name]]));
}

/** The groups to which entities have to belong. */
export function groupFilters(query: ScorecardsQuery) {
  const { owner, system, domain, lifecycle, type } = query;
  return { owner, system, domain, lifecycle, type };
}

/** Which services the address asks for. */
export function serviceFilters(
  query: ScorecardsQuery,
): QueryOf<'listScorecards'> {
  const { grades, levels, rule, text, order } = query;
  return {
    ...groupFilters(query),
    state: ['scored'],
    grade: [...grades],
    level: [...levels],
    rule,
    text: text.trim() || undefined,
    order,
  };
}
