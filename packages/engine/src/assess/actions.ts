// SPDX-License-Identifier: Apache-2.0
import {
  ACTION_TITLES,
  EFFORTS,
  GRADES,
  type Action,
  type ActionId,
  type Effort,
  type Grade,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import { rulesToMend } from './rulesToMend.ts';
import { mendStanding, type Standing } from './standing.ts';
import { countSettled } from './settledVulnerabilities.ts';
import { actionOf, hasFailed, type RuleTally } from './tallyRules.ts';

/** What can be done about rules that failed: most worth doing first. */
export function findActions(standing: Standing): Action[] {
  const { score } = standing;
  if (score.status === 'notScored') return [];
  const tallies = failedRules(standing);
  const actions = groupByAction(tallies).map(group => price(standing, group));
  const gate = gateAction(standing, tallies, actions);
  return [
    ...(gate ? [gate] : []),
    // One that is the whole of it already stands first.
    ...actions
      .filter(one => !gate || !isWhole(one, gate, actions))
      .sort(mostWorthFirst),
  ];
}

/** Rules that are settled together, before it is known what that gives. */
interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly RuleTally[];
  /** All that failed in its rules, not only what one action settles. */
  readonly isWhole?: boolean;
}

/** By id; those with a finding that counts. */
function failedRules({ areas }: Standing): readonly RuleTally[] {
  return areas
    .flatMap(({ controls }) => controls)
    .flatMap(({ rules }) => rules)
    .map(({ tally }) => tally)
    .filter(hasFailed)
    .sort((a, b) => compareText(a.info.id, b.info.id));
}

function groupByAction(tallies: readonly RuleTally[]): Group[] {
  const groups = new Map<string, RuleTally[]>();
  for (const tally of tallies) {
    for (const id of tally.parts?.keys() ?? [actionOf(tally.info)]) {
      const group = groups.get(id);
      if (group) group.push(tally);
      else groups.set(id, [tally]);
    }
  }
  return [...groups].map(([id, members]) => ({
    id,
    title: titleOf(id, members),
    members,
  }));
}

function titleOf(id: string, members: readonly RuleTally[]): string {
  const [{ info }] = members as [RuleTally];
  const title = Object.hasOwn(ACTION_TITLES, id)
    ? ACTION_TITLES[id as ActionId]
    : info.title;
  if (!UPDATES.has(id)) return title;
  const settled = countSettled(id, members);
  return `${title}: −${settled} ${
    settled === 1 ? 'vulnerability' : 'vulnerabilities'
  }`;
}

/** What the score becomes when all rules of a group pass. */
function price(
  standing: Standing,
  { id, title, members, isWhole: isAll = false }: Group,
): Action {
  const rules = members.map(({ info }) => info.id);
  const part = isAll ? undefined : id;
  const after = mendStanding(standing, new Set(rules), part);
  const before = pointsAndGrade(standing);
  const { points, grade } = pointsAndGrade(after);
  const gain = points - before.points;
  const rawGain = after.raw - standing.raw;
  return {
    id,
    title,
    rules,
    effort: UPDATES.has(id) ? 'assisted' : hardest(members),
    gain,
    rawGain,
    ...(isBetter(grade, before.grade) && { grade }),
    afterGate: gain === 0 && Math.floor(after.raw) > Math.floor(standing.raw),
  };
}

/** To write a newer version takes the same, however many rules it settles. */
const UPDATES: ReadonlySet<string> = new Set<ActionId>([
  'update-base-image',
  'update-packages',
]);

/** What mends the gates that bind, unless one of them stays. */
function gateAction(
  standing: Standing,
  tallies: readonly RuleTally[],
  actions: readonly Action[],
): Action | undefined {
  const rules = rulesToMend(standing);
  const members = tallies.filter(({ info }) => rules.has(info.id));
  if (members.length === 0) return undefined;
  const group = { id: 'gate', title: '', members, isWhole: true };
  const action = price(standing, group);
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

/** Whether an action alone settles what another does. */
function isWhole(
  { id, rules }: Action,
  { rules: wanted }: Action,
  actions: readonly Action[],
): boolean {
  return (
    rules.length === wanted.length &&
    rules.every(rule => wanted.includes(rule)) &&
    actions.every(
      other =>
        other.id === id || !other.rules.some(rule => wanted.includes(rule)),
    )
  );
}

function hardest(members: readonly RuleTally[]): Effort {
  const efforts = members.map(({ info }) => info.effort);
  return EFFORTS.findLast(effort => efforts.includes(effort)) ?? 'auto';
}

function withArticle(grade: Grade): string {
  return `${'AEF'.includes(grade) ? 'an' : 'a'} ${grade}`;
}
