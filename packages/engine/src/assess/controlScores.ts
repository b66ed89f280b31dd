// SPDX-License-Identifier: Apache-2.0
import {
  SCORE_AREAS,
  SEVERITIES,
  type ControlScore,
  type Severity,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import type { AreaLoad, ControlLoad } from './areaLoad.ts';
import { largestRemainder } from './largestRemainder.ts';
import { AREA_WEIGHTS } from './loads.ts';
import type { RuleLoad } from './ruleLoad.ts';
import type { Standing } from './standing.ts';

/** The controls that cost points, dearest first. */
export function controlScores({ areas, raw }: Standing): ControlScore[] {
  const parts = areas.flatMap(area =>
    splitLoad(area).map(({ control, load }) => ({
      area: area.area,
      control,
      load,
      part: AREA_WEIGHTS[area.area] * load,
    })),
  );
  const whole = parts.reduce((so, { part }) => so + part, 0);
  return parts
    .filter(({ load }) => load > 0)
    .map(({ area, control, load, part }) => ({
      control: control.control,
      area,
      outcome: control.failed > 0 ? ('failed' as const) : ('unknown' as const),
      severity: severityOf(control),
      load,
      pointsLost: ((100 - raw) * part) / whole,
      rules: heaviestFirst(control.rules),
    }))
    .sort(
      (a, b) =>
        b.pointsLost - a.pointsLost ||
        SCORE_AREAS.indexOf(a.area) - SCORE_AREAS.indexOf(b.area) ||
        compareText(a.control, b.control),
    );
}

/** The load of an area by its controls; unknown ones share what its limit leaves. */
function splitLoad({ controls, load }: AreaLoad) {
  const failed = controls.reduce((so, control) => so + control.failed, 0);
  const unknown = largestRemainder(
    load - failed,
    controls.map(control => control.total - control.failed),
  );
  return controls.map((control, index) => ({
    control,
    load: control.failed + unknown[index]!,
  }));
}

/** The worst of what failed, else of what is unknown. */
function severityOf({ failed, rules }: ControlLoad): Severity {
  const severities = rules
    .filter(rule => (failed > 0 ? rule.failed : rule.total) > 0)
    .map(({ severity }) => severity);
  return SEVERITIES.find(one => severities.includes(one)) ?? 'info';
}

function heaviestFirst(rules: readonly RuleLoad[]): string[] {
  return rules
    .filter(({ total }) => total > 0)
    .sort(
      (a, b) =>
        b.total - a.total || compareText(a.tally.info.id, b.tally.info.id),
    )
    .map(({ tally }) => tally.info.id);
}
