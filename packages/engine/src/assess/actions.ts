// SPDX-License-Identifier: Apache-2.0
import {
  ACTION_TITLES,
  EFFORTS,
  GRADES,
  type Action,
  type Effort,
  type Grade,
  type RuleInfo,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import { rulesToMend } from './rulesToMend.ts';
import { mendStanding, type Standing } from './standing.ts';
import { hasFailed } from './tallyRules.ts';

/** What can be done about rules that failed: most worth doing first. */
export function findActions(standing: Standing): Action[] {
  const { score } = standing;
  if (score.status === 'notScored') return [];
  const infos = failedRules(standing);
  const actions = groupByAction(infos).map(group => price(standing, group));
  const gate = gateAction(standing, infos, actions);
  return [
    ...(gate ? [gate] : []),
    // One that is the whole of it already stands first.
    ...actions
      .filter(({ rules }) => !gate || !isSame(rules, gate.rules))
      .sort(mostWorthFirst),
  ];
}

/** Rules that are settled together, before it is known what that gives. */
interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly RuleInfo[];
}

/** By id; those with a finding that counts. */
function failedRules({ areas }: Standing): ReadonlyMap<string, RuleInfo> {
  const failed = areas
    .flatMap(({ controls }) => controls)
    .flatMap(({ rules }) => rules)
    .map(({ tally }) => tally)
    .filter(hasFailed)
    .map(({ info }) => info)
    .sort((a, b) => compareText(a.id, b.id));
  return new Map(failed.map(info => [info.id, info]));
}

function groupByAction(infos: ReadonlyMap<string, RuleInfo>): Group[] {
  const groups = new Map<string, RuleInfo[]>();
  for (const info of infos.values()) {
    const id = info.action ?? info.id;
    const group = groups.get(id);
    if (group) group.push(info);
    else groups.set(id, [info]);
  }
  return [...groups].map(([id, members]) => {
    const [{ action, title }] = members as [RuleInfo];
    return { id, title: action ? ACTION_TITLES[action] : title, members };
  });
}

/** What the score becomes when all rules of a group pass. */
function price(standing: Standing, { id, title, members }: Group): Action {
  const rules = members.map(info => info.id);
  const after = mendStanding(standing, new Set(rules));
  const before = pointsAndGrade(standing);
  const { points, grade } = pointsAndGrade(after);
  const gain = points - before.points;
  const rawGain = after.raw - standing.raw;
  return {
    id,
    title,
    rules,
    effort: hardest(members),
    gain,
    rawGain,
    ...(isBetter(grade, before.grade) && { grade }),
    afterGate: gain === 0 && Math.floor(after.raw) > Math.floor(standing.raw),
  };
}

/** What mends the gates that bind, unless one of them stays. */
function gateAction(
  standing: Standing,
  infos: ReadonlyMap<string, RuleInfo>,
  actions: readonly Action[],
): Action | undefined {
  const rules = rulesToMend(standing);
  const members = [...infos.values()].filter(({ id }) => rules.has(id));
  if (members.length === 0) return undefined;
  const action = price(standing, { id: 'gate', title: '', members });
  const fixes = actions.filter(one => one.rules.some(id => rules.has(id)));
  const what = fixes.length === 1 ? fixes[0]!.title : `${fixes.length} fixes`;
  return action.grade
    ? { ...action, title: `Become ${withArticle(action.grade)}: ${what}` }
    : undefined;
}

const EFFORT_COSTS: Readonly<Record<Effort, number>> = {
  auto: 1,
  assisted: 2,
  manual: 4,
};

/** By points for the effort; gates and rounding aside where those are equal. */
function mostWorthFirst(a: Action, b: Action): number {
  const costA = EFFORT_COSTS[a.effort];
  const costB = EFFORT_COSTS[b.effort];
  return (
    b.gain / costB - a.gain / costA ||
    b.rawGain / costB - a.rawGain / costA ||
    compareText(a.id, b.id)
  );
}

function pointsAndGrade({ score }: Standing) {
  return score.status === 'scored' ? score : NO_SCORE;
}

const NO_SCORE = { points: 0, grade: 'F' } as const;

function isBetter(grade: Grade, than: Grade): boolean {
  return GRADES.indexOf(grade) < GRADES.indexOf(than);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every(id => others.includes(id));
}

function hardest(members: readonly RuleInfo[]): Effort {
  const efforts = members.map(({ effort }) => effort);
  return EFFORTS.findLast(effort => efforts.includes(effort)) ?? 'auto';
}

function withArticle(grade: Grade): string {
  return `${'AEF'.includes(grade) ? 'an' : 'a'} ${grade}`;
}
