// SPDX-License-Identifier: Apache-2.0
import { displayPoints } from '@plimsoll/engine';
import type { Assessment, ScoreArea } from '@plimsoll/model';
import type { PrintedPoints } from '@plimsoll/plugin-hardening-common';

/** Lost points as they are printed, in columns that add up. */
export interface PointsColumns {
  /** In the order of the controls. */
  readonly controls: readonly string[];
  /** Of each area that lost any, the sum of its controls as printed. */
  readonly areas: ReadonlyMap<ScoreArea, string>;
  /** The lines below either column; absent where there is no score. */
  readonly printed: PrintedPoints | undefined;
}

/** Prints where the points of an assessment went. */
export function printPoints(
  assessment: Pick<Assessment, 'score' | 'controls'>,
): PointsColumns {
  const column = displayPoints(assessment);
  if (!column) return { controls: [], areas: new Map(), printed: undefined };
  const { controls, ...printed } = column;
  const tenths = new Map<ScoreArea, number>();
  assessment.controls.forEach(({ area }, index) => {
    const lost = Math.round(Number(controls[index]) * 10);
    tenths.set(area, (tenths.get(area) ?? 0) + lost);
  });
  const areas = new Map(
    [...tenths].map(([area, lost]) => [area, (lost / 10).toFixed(1)]),
  );
  return { controls, areas, printed };
}
