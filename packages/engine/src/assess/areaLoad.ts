// SPDX-License-Identifier: Apache-2.0
import { SCORE_AREAS, type ScoreArea } from '@plimsoll/model';
import { failedControl, type FailedControl } from './failedControl.ts';
import { MOST_UNKNOWN_LOAD } from './loads.ts';
import { roundPart } from './roundPart.ts';
import { mendRule, type RuleLoad } from './ruleLoad.ts';
import { hasFailed } from './tallyRules.ts';

/** What a control adds in one area, in whole thousandths. */
export interface ControlLoad {
  readonly control: string;
  /** By id. */
  readonly rules: readonly RuleLoad[];
  /** By the heaviest of its rules that failed. */
  readonly failed: number;
  /** By the heaviest of its rules, with half of what is unknown. */
  readonly total: number;
  /** What it would add if it failed. */
  readonly weight: number;
  /** The part of the weight about which its rules know something. */
  readonly known: number;
  /** What the gates see of it. */
  readonly failure: FailedControl | undefined;
}

/** What an area that applies adds before its share, in whole thousandths. */
export interface AreaLoad {
  readonly area: ScoreArea;
  /** By the id of their first rule. */
  readonly controls: readonly ControlLoad[];
  readonly load: number;
  /** Part of the weight about which something is known, 0 to 1. */
  readonly coverage: number;
}

/** The areas with a rule that applies, in their fixed order. */
export function areaLoads(rules: readonly RuleLoad[]): AreaLoad[] {
  const groups = groupBy(rules, ({ tally }) => tally.info.scoreArea);
  const areas: AreaLoad[] = [];
  for (const area of SCORE_AREAS) {
    const own = groups.get(area);
    if (!own) continue;
    const controls: ControlLoad[] = [];
    for (const [control, members] of groupBy(own, controlOf)) {
      controls.push(controlLoad(control, members));
    }
    areas.push(areaLoad(area, controls));
  }
  return areas;
}

/**
 * The same area once some rules pass wherever they failed.
 *
 * @param action - mends only what it settles, where a rule is divided
 */
export function mendArea(
  area: AreaLoad,
  mended: ReadonlySet<string>,
  action?: string,
): AreaLoad {
  const isMended = ({ tally }: RuleLoad) =>
    hasFailed(tally) && mended.has(tally.info.id);
  let isChanged = false;
  const controls = area.controls.map(control => {
    if (!control.rules.some(isMended)) return control;
    isChanged = true;
    const rules = control.rules.map(rule =>
      isMended(rule) ? mendRule(rule, action) : rule,
    );
    return controlLoad(control.control, rules);
  });
  return isChanged ? areaLoad(area.area, controls) : area;
}

function areaLoad(area: ScoreArea, controls: readonly ControlLoad[]): AreaLoad {
  let [failed, total, weight, known] = [0, 0, 0, 0];
  for (const control of controls) {
    failed += control.failed;
    total += control.total;
    weight += control.weight;
    known += control.known;
  }
  return {
    area,
    controls,
    load: Math.min(failed + MOST_UNKNOWN_LOAD, total),
    coverage: weight > 0 ? roundPart(known / weight) : 1,
  };
}

function controlOf({ tally }: RuleLoad): string {
  return tally.info.control;
}

function groupBy<Key>(
  rules: readonly RuleLoad[],
  keyOf: (rule: RuleLoad) => Key,
): ReadonlyMap<Key, RuleLoad[]> {
  const groups = new Map<Key, RuleLoad[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return groups;
}

function controlLoad(control: string, rules: readonly RuleLoad[]): ControlLoad {
  let [failed, total, weight] = [0, 0, 0];
  let [known, all] = [0, 0];
  for (const rule of rules) {
    failed = Math.max(failed, rule.failed);
    total = Math.max(total, rule.total);
    weight = Math.max(weight, rule.weight);
    known += rule.weight * (1 - rule.unknownShare);
    all += rule.weight;
  }
  return {
    control,
    rules,
    failed,
    total,
    weight,
    known: all > 0 ? (weight * known) / all : 0,
    failure: failedControl(
      control,
      rules.map(({ tally }) => tally),
    ),
  };
}
