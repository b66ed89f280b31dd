// SPDX-License-Identifier: Apache-2.0
import { GRADES, MATURITY_LEVELS, type Grade } from '@plimsoll/model';
import type {
  Rollup,
  Scorecard,
  ScorecardOverview,
  TrendPoint,
} from '@plimsoll/plugin-hardening-common';

const DAY_MS = 86_400_000;
const SERVICES = 138;
const UNSCORED = 14;

const NAMES = [
  'checkout',
  'ledger',
  'search',
  'notify',
  'pricing',
  'identity',
  'returns',
  'courier',
  'geo',
  'invoice',
];
const PARTS = ['api', 'worker', 'gateway', 'sync', 'indexer'];
const OWNERS = ['payments', 'discovery', 'logistics', 'platform', 'messaging'];
const SYSTEMS = ['shop', 'fulfilment', 'finance'];
const REASONS = [
  [
    'no-container-artefacts',
    'There is no Dockerfile, no manifest and no image build: nothing to harden.',
  ],
  ['source-forbidden', 'This Backstage may not read its repository.'],
] as const;

/** The services of an organisation that does not exist. */
export function exampleScorecards(now: Date): readonly Scorecard[] {
  return Array.from({ length: SERVICES + UNSCORED }, (_, at) => {
    const name = `${NAMES[at % 10]}-${PARTS[Math.floor(at / 10) % 5]}${
      at < 50 ? '' : `-${Math.floor(at / 50) + 1}`
    }`;
    const common = {
      entityRef: `component:default/${name}`,
      owner: `group:default/team-${OWNERS[(at * 7) % 5]}`,
      system: `system:default/${SYSTEMS[at % 3]}`,
      domain: `domain:default/${at % 3 === 2 ? 'finance' : 'commerce'}`,
      type: at % 9 === 0 ? 'website' : 'service',
      lifecycle: at % 6 === 0 ? 'experimental' : 'production',
    };
    if (at >= SERVICES) {
      const [reason, notScoredReason] = REASONS[at % 4 === 0 ? 1 : 0];
      return { ...common, state: 'notScored', reason, notScoredReason };
    }
    // More good ones than bad ones, as it is where somebody takes care.
    const share = ((at * 61) % SERVICES) / SERVICES;
    const points = Math.round(100 - 72 * share ** 1.7);
    return {
      ...common,
      state: 'scored',
      points,
      grade: gradeOf(points),
      level: MATURITY_LEVELS[[74, 92].filter(least => points >= least).length],
      coverage: 0.7 + ((at * 13) % 30) / 100,
      failed: Math.round((100 - points) / 2.5),
      ...(at % 8 !== 0 && { pointsBefore: points - ((at * 5) % 13) + 5 }),
      assessedAt: new Date(now.getTime() - at * 3_600_000).toISOString(),
    };
  });
}

/** How such services stand together. */
export function overviewOf(
  cards: readonly Scorecard[],
  now: Date,
): ScorecardOverview {
  const points = cards.flatMap(card => card.points ?? []).sort((a, b) => a - b);
  const reasons = new Map<string, { sentence: string; entities: number }>();
  for (const { reason, notScoredReason: sentence = '' } of cards) {
    if (!reason) continue;
    const entities = (reasons.get(reason)?.entities ?? 0) + 1;
    reasons.set(reason, { sentence, entities });
  }
  const { ref: _, ...counts } = rollupOf('', cards);
  return {
    ...counts,
    scores: [...new Set(points)].map(score => ({
      points: score,
      entities: points.filter(one => one === score).length,
    })),
    reasons: [...reasons].map(([reason, rest]) => ({ reason, ...rest })),
    trend: trendTo(counts, now),
    types: ['service', 'website'],
    lifecycles: ['experimental', 'production'],
  };
}

/** How the services of a group stand. */
export function rollupOf(ref: string, cards: readonly Scorecard[]): Rollup {
  const points = cards.flatMap(card => card.points ?? []).sort((a, b) => a - b);
  const tally = <T extends string>(all: readonly T[], of: 'grade' | 'level') =>
    Object.fromEntries(
      all.map(one => [one, cards.filter(card => card[of] === one).length]),
    ) as Record<T, number>;
  const at = (part: number) => points[Math.ceil(points.length * part) - 1];
  return {
    ref,
    entities: cards.length,
    scored: points.length,
    notScored: cards.filter(({ state }) => state === 'notScored').length,
    pending: cards.filter(({ state }) => state === 'pending').length,
    grades: tally(GRADES, 'grade'),
    levels: tally(MATURITY_LEVELS, 'level'),
    median: at(0.5),
    tenth: at(0.1),
    partial: false,
  };
}

function gradeOf(points: number): Grade {
  const at = [90, 80, 70, 55, 40].findIndex(least => points >= least);
  return GRADES[at === -1 ? 5 : at]!;
}

/** Slowly better, with one bad week. */
function trendTo(
  { scored, median = 0, tenth = 0 }: Omit<Rollup, 'ref'>,
  now: Date,
): readonly TrendPoint[] {
  if (scored === 0) return [];
  return [88, 75, 61, 50, 43, 36, 24, 12, 4, 0].map((days, at) => ({
    day: new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10),
    scored,
    median: Math.max(0, median - [8, 7, 6, 5, 7, 5, 3, 2, 1, 0][at]!),
    tenth: Math.max(0, tenth - [15, 14, 12, 10, 13, 9, 6, 4, 2, 0][at]!),
  }));
}
