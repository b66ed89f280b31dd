// SPDX-License-Identifier: Apache-2.0
import { GROUP_COLUMNS, type ScorecardFilters } from './scorecardFilters';
import type { Position } from './scorecards';

/** By what entities can be listed. */
export const SCORECARD_ORDERS = ['score', 'name', 'owner', 'assessed'] as const;

/** One of them. */
export type ScorecardOrder = (typeof SCORECARD_ORDERS)[number];

/** Something that entities are sorted by. */
interface SortKey {
  readonly expression: string;
  valueOf(row: Position): string | number;
}

/** The way along an index that gives a list in its order. */
export interface Path {
  /** Of the index. */
  readonly condition: string;
  /** Its leading columns with their values; several are walked side by side. */
  readonly lanes: readonly Readonly<Record<string, string>>[];
  readonly order: readonly SortKey[];
  /** Whether all that is on it is wanted; else each has to be looked at. */
  readonly isExact: boolean;
  compare(a: Position, b: Position): number;
}

/** Groups up to this size are sorted as a whole where no index does it. */
export const MOST_SORTED = 1_000;

/**
 * Chooses the index that leads past the fewest entities.
 *
 * @param groupSize - how many entities the wanted owner, system or domain has;
 * Infinity when that is not known
 */
export function pathOf(
  order: ScorecardOrder,
  filters: ScorecardFilters,
  groupSize: number,
): Path {
  const { used, ...rest } =
    order === 'score'
      ? pathByScore(filters)
      : pathByText(order, filters, groupSize);
  const left = Object.entries(filters).filter(
    ([name, value]) => value !== undefined && !used.includes(name),
  );
  return {
    ...rest,
    isExact: left.length === 0,
    lanes: left.length === 0 || rest.lanes.length === 1 ? rest.lanes : [{}],
    compare: compareBy(rest.order),
  };
}

type Draft = Omit<Path, 'isExact' | 'compare'> & {
  /** The filters that the index sees to. */
  readonly used: readonly string[];
};

const CURRENT = 'removed_at IS NULL';
const SCORED = `status = 'scored' AND ${CURRENT}`;
const UNSCORED = `status <> 'scored' AND ${CURRENT}`;
const ASSESSED = `assessed_at IS NOT NULL AND ${CURRENT}`;
const OWNER = "COALESCE(owner_ref, '')";

const ID: SortKey = { expression: 'id', valueOf: row => row.id };
const SCORE: SortKey = { expression: 'score', valueOf: row => row.score! };
const NAME: SortKey = {
  expression: 'entity_ref',
  valueOf: row => row.entity_ref,
};
const OWNER_KEY: SortKey = {
  expression: OWNER,
  valueOf: row => row.owner_ref ?? '',
};
const ASSESSED_AT: SortKey = {
  expression: 'assessed_at',
  valueOf: row => Number(row.assessed_at),
};

/** Each grade or level by itself: among others it might begin at the far end. */
function pathByScore(filters: ScorecardFilters): Draft {
  const base = { condition: SCORED, order: [SCORE, ID] };
  const state = isOnly(filters, 'scored') ? ['state'] : [];
  const group = wantedGroup(filters);
  if (group) {
    const { name, ref } = group;
    const lane = { [GROUP_COLUMNS[name]]: ref };
    return { ...base, lanes: [lane], used: [name, ...state] };
  }
  for (const name of ['grade', 'level'] as const) {
    const values = filters[name];
    if (!values) continue;
    const lanes = [...new Set(values)].map(value => ({ [name]: value }));
    return { ...base, lanes, used: [name, ...state] };
  }
  return { ...base, lanes: [{}], used: state };
}

function pathByText(
  order: ScorecardOrder,
  filters: ScorecardFilters,
  groupSize: number,
): Draft {
  const group = wantedGroup(filters);
  const keys = KEYS[order];
  const condition = order === 'assessed' ? ASSESSED : CURRENT;
  if (group) {
    const { name, ref } = group;
    const hasIndex =
      order === 'name' || (order === 'owner' && name === 'owner');
    if (hasIndex || groupSize <= MOST_SORTED) {
      const column = name === 'owner' ? OWNER : GROUP_COLUMNS[name];
      const lanes = [{ [column]: ref }];
      const isByName = order === 'name' || name === 'owner';
      const sorted = order !== 'assessed' && isByName ? [NAME] : keys;
      return { condition, order: sorted, lanes, used: [name] };
    }
  }
  const { state } = filters;
  if (order === 'name' && state?.length === 1 && state[0] !== 'scored') {
    const lanes = [{ status: state[0]! }];
    return { condition: UNSCORED, order: keys, lanes, used: ['state'] };
  }
  return { condition, order: keys, lanes: [{}], used: [] };
}

const KEYS: Readonly<Record<ScorecardOrder, readonly SortKey[]>> = {
  score: [SCORE, ID],
  name: [NAME],
  owner: [OWNER_KEY, NAME],
  assessed: [ASSESSED_AT, ID],
};

function isOnly({ state }: ScorecardFilters, wanted: string): boolean {
  return state !== undefined && state.every(one => one === wanted);
}

/** By which there are indexes; of several the smallest, as a rule. */
function wantedGroup(filters: ScorecardFilters) {
  for (const name of ['owner', 'system', 'domain'] as const) {
    const ref = filters[name];
    if (ref !== undefined) return { name, ref };
  }
  return undefined;
}

function compareBy(order: readonly SortKey[]): Path['compare'] {
  return (a, b) => {
    for (const { valueOf } of order) {
      const [left, right] = [valueOf(a), valueOf(b)];
      if (left === right) continue;
      if (typeof left === 'number') return left - Number(right);
      // As the databases sort: by bytes.
      return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
    }
    return 0;
  };
}
