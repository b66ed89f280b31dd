// SPDX-License-Identifier: Apache-2.0
import { SCORE_AREAS, type ScoreArea } from '@plimsoll/model';
import { failedControl, type FailedControl } from './failedControl.ts';
import { MOST_UNKNOWN_LOAD } from './loads.ts';
import { roundPart } from './roundPart.ts';
import { mendRule, type RuleLoad } from './ruleLoad.ts';

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
  return SCORE_AREAS.flatMap(area => {
    const own = rules.filter(({ tally }) => tally.info.scoreArea === area);
    if (own.length === 0) return [];
    const controls = groupByControl(own).map(([control, members]) =>
      controlLoad(control, members),
    );
    return [areaLoad(area, controls)];
  });
}

/** The same area once some rules pass wherever they failed. */
export function mendArea(
  area: AreaLoad,
  mended: ReadonlySet<string>,
): AreaLoad {
  const isMended = ({ tally }: RuleLoad) => mended.has(tally.info.id);
  if (!area.controls.some(({ rules }) => rules.some(isMended))) return area;
  const controls = area.controls.map(control =>
    control.rules.some(isMended)
      ? controlLoad(
          control.control,
          control.rules.map(rule => (isMended(rule) ? mendRule(rule) : rule)),
        )
      : control,
  );
  return areaLoad(area.area, controls);
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

function groupByControl(rules: readonly RuleLoad[]): [string, RuleLoad[]][] {
  const groups = new Map<string, RuleLoad[]>();
  for (const rule of rules) {
    const { control } = rule.tally.info;
    const group = groups.get(control);
    if (group) group.push(rule);
    else groups.set(control, [rule]);
  }
  return [...groups];
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
  const tallies = rules.map(({ tally }) => tally);
  return {
    control,
    rules,
    failed,
    total,
    weight,
    known: all > 0 ? (weight * known) / all : 0,
    failure: failedControl(control, tallies),
  };
}
