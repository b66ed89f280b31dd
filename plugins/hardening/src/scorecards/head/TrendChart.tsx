// SPDX-License-Identifier: Apache-2.0
import type { TrendPoint } from '@plimsoll/plugin-hardening-common';
import { useWidth } from '../../tab/history/useWidth';
import text from '../../text.module.css';
import { formatDay } from '../../words/time';
import { stepsOf, TREND_DAYS, type TrendLine } from './trendShape';
import styles from './TrendChart.module.css';

const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 80;
const TOP = 10;
const BOTTOM = 24;
const DAY_MS = 86_400_000;

const GRADE_LINES = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [55, 'D'],
  [40, 'E'],
] as const;

/** How median and 10th percentile moved. */
export function TrendChart({
  trend,
  now,
}: {
  /** Undefined where the reader may see only some services. */
  readonly trend?: readonly TrendPoint[];
  readonly now: Date;
}) {
  const [box, width] = useWidth(420);
  if (!trend) {
    return (
      <p className={text.muted}>
        There is no trend of the services that you may see: it is kept of all of
        them.
      </p>
    );
  }
  const lines = (['median', 'tenth'] as const).map(line => ({
    line,
    steps: stepsOf(trend, line, now),
  }));
  const values = lines.flatMap(({ steps }) => steps.map(({ value }) => value));
  if (values.length === 0) {
    return <p className={text.muted}>The trend begins with the first score.</p>;
  }
  const [least, most] = rangeOf(values);
  const x = (at: number) => LEFT + at * (width - LEFT - RIGHT);
  const y = (value: number) =>
    HEIGHT -
    BOTTOM -
    ((HEIGHT - TOP - BOTTOM) * (value - least)) / (most - least);
  const [medians, tenths] = lines.map(({ steps }) => steps.at(-1)?.value);
  const isClose = Math.abs(y(medians!) - y(tenths!)) < 13;
  return (
    <div ref={box} className={styles.box}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`In ${TREND_DAYS} days, the median went from ${
          lines[0]!.steps[0]?.value
        } to ${medians}, the 10th percentile from ${
          lines[1]!.steps[0]?.value
        } to ${tenths}`}
      >
        {GRADE_LINES.filter(([value]) => value >= least && value <= most).map(
          ([value, grade]) => (
            <g key={grade}>
              <path
                className={styles.grid}
                d={`M${LEFT} ${y(value)}H${width - RIGHT}`}
              />
              <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                {value} {grade}
              </text>
            </g>
          ),
        )}
        {lines.map(({ line, steps }) => {
          const last = steps.at(-1)!;
          const shift = isClose ? CLOSE_SHIFTS[line] : 4;
          return (
            <g key={line} className={styles[line]}>
              <path d={pathOf(steps, x, y)} />
              <circle cx={x(1)} cy={y(last.value)} r="2.5" />
              <text x={x(1) + 7} y={y(last.value) + shift}>
                {last.value} {LINE_NAMES[line]}
              </text>
            </g>
          );
        })}
        <text x={LEFT} y={HEIGHT - 6}>
          {formatDay(new Date(now.getTime() - TREND_DAYS * DAY_MS), now)}
        </text>
        <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">
          {formatDay(now, now)}
        </text>
      </svg>
    </div>
  );
}

/** So that two labels stand above each other. */
const CLOSE_SHIFTS: Readonly<Record<TrendLine, number>> = {
  median: -5,
  tenth: 9,
};

const LINE_NAMES: Readonly<Record<TrendLine, string>> = {
  median: 'median',
  tenth: 'p10',
};

/** A line that hardly moves must not look like a cliff. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const least = Math.max(0, Math.min(...values) - 8);
  const most = Math.min(100, Math.max(...values) + 8);
  return most - least >= 40
    ? [least, most]
    : [Math.max(0, most - 40), Math.max(40, most)];
}

function pathOf(
  steps: readonly { readonly at: number; readonly value: number }[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const [first, ...rest] = steps;
  const start = `M${x(first!.at).toFixed(1)} ${y(first!.value).toFixed(1)}`;
  const middle = rest.map(
    ({ at, value }) => `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`,
  );
  return `${start}${middle.join('')}H${x(1).toFixed(1)}`;
}
