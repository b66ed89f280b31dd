// SPDX-License-Identifier: Apache-2.0
import type { HistoryPoint } from '@plimsoll/plugin-hardening-common';
import { instantOfDay } from '../words/time';
import styles from './Sparkline.module.css';

const WIDTH = 112;
const HEIGHT = 26;
const EDGE = 3;
/** A line that hardly moves must not look like a cliff. */
const LEAST_RANGE = 12;

/**
 * The score over the last days as a small stepped line that ends today.
 *
 * @param points - days on which it changed, oldest first, and at least one
 */
export function Sparkline({
  points,
  now,
}: {
  readonly points: readonly HistoryPoint[];
  readonly now: Date;
}) {
  const scored = points.flatMap(({ day, points: score }) =>
    score === null ? [] : [{ at: instantOfDay(day).getTime(), score }],
  );
  const [first] = scored;
  const last = scored.at(-1);
  if (!first || !last) return null;

  const scores = scored.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const range = Math.max(most - least, LEAST_RANGE);
  const base = (least + most - range) / 2;
  const whole = Math.max(now.getTime() - first.at, 1);
  const x = (at: number) =>
    EDGE + ((WIDTH - 2 * EDGE) * Math.min(at - first.at, whole)) / whole;
  const y = (score: number) =>
    HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (score - base)) / range;

  const steps = scored
    .slice(1)
    .map(({ at, score }) => `H${x(at).toFixed(1)}V${y(score).toFixed(1)}`);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`From ${first.score} to ${last.score} in the last days`}
      className={styles.sparkline}
    >
      <path
        d={`M${EDGE} ${y(first.score).toFixed(1)}${steps.join('')}H${
          WIDTH - EDGE
        }`}
      />
      <circle cx={WIDTH - EDGE} cy={y(last.score)} r="2.5" />
    </svg>
  );
}
