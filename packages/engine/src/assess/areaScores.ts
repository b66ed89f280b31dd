// SPDX-License-Identifier: Apache-2.0
import {
  SCORE_AREAS,
  type AreaScore,
  type NotApplicableReason,
  type PlacedFinding,
  type RuleInfo,
  type RuleResult,
  type Scope,
  type ScoreArea,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import { AREA_WEIGHTS } from './loads.ts';
import { rawOf, type Standing } from './standing.ts';

/** Whether the evidence of an area is looked at in a scope. */
export function isCollected(area: ScoreArea, scope: Scope): boolean {
  return scope === 'full' || !BEYOND_FILES.has(area);
}

/** All areas in their fixed order, those that do not apply with the reason. */
export function areaScores(
  { areas }: Standing,
  scope: Scope,
  infos: ReadonlyMap<string, RuleInfo>,
  results: readonly RuleResult<PlacedFinding>[],
): AreaScore[] {
  const weights = areas.reduce((so, { area }) => so + AREA_WEIGHTS[area], 0);
  return SCORE_AREAS.map(area => {
    const applying = areas.find(one => one.area === area);
    if (!applying) {
      const reason = isCollected(area, scope)
        ? reasonOf(area, infos, results)
        : 'not-collected-here';
      return { area, share: 0, reason, load: 0, raw: 100, coverage: 0 };
    }
    const { load, coverage } = applying;
    const share = AREA_WEIGHTS[area] / weights;
    return { area, share, load, raw: rawOf(load), coverage };
  });
}

const BEYOND_FILES: ReadonlySet<ScoreArea> = new Set(['scan', 'image']);

/** What most of its rules say; among equals the first. */
function reasonOf(
  area: ScoreArea,
  infos: ReadonlyMap<string, RuleInfo>,
  results: readonly RuleResult<PlacedFinding>[],
): NotApplicableReason {
  const isCounted = (info: RuleInfo | undefined) =>
    info?.scoreArea === area && info.lifecycle === 'stable';
  if (![...infos.values()].some(isCounted)) return 'not-judged-yet';
  const counts = new Map<NotApplicableReason, number>();
  for (const { rule, role, outcome, reason } of results) {
    if (outcome !== 'notApplicable' || role === 'excluded') continue;
    if (!isCounted(infos.get(rule))) continue;
    const said = reason as NotApplicableReason;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [mostSaid] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || compareText(a, b),
  );
  return mostSaid?.[0] ?? 'no-dockerfile';
}
