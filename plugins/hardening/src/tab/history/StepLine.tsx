// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../glyphs/Icon';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { formatDay } from '../../words/time';
import { CAUSE_ICONS, describeCause } from './causes';
import { stepShape, type StepInput } from './stepShape';
import styles from './StepLine.module.css';
import { useWidth } from './useWidth';

const HEIGHT = 170;

/** The score over time: a step where it changed, with a mark for the cause. */
export function StepLine({
  selected,
  onSelect,
  ...input
}: Omit<StepInput, 'width' | 'height'> & {
  readonly selected?: string;
  readonly onSelect: (change: string | undefined) => void;
}) {
  const [element, width] = useWidth(720);
  const shape = stepShape({ ...input, width, height: HEIGHT });
  return (
    <div ref={element} className={styles.chart} style={{ height: HEIGHT }}>
      {!shape && <p className={text.muted}>There was no score in this time.</p>}
      {shape && (
        <>
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={describePoints(input)}
          >
            {shape.lines.map(({ y, label }) => (
              <g key={label}>
                <path
                  className={styles.grid}
                  d={`M${shape.left} ${y}H${shape.right}`}
                />
                <text x={0} y={y + 4}>
                  {label}
                </text>
              </g>
            ))}
            <path className={styles.line} d={shape.path} />
            {shape.ticks.map(({ x, at }, tick) => (
              <text
                key={at.getTime()}
                x={x}
                y={HEIGHT - 6}
                textAnchor={anchorOf(tick, shape.ticks.length)}
              >
                {formatDay(at)}
              </text>
            ))}
          </svg>
          {/* Newest first in the list, and on top in the drawing. */}
          {[...shape.marks].reverse().map(({ x, y, change }) => (
            <button
              key={change.id}
              type="button"
              className={join(
                styles.mark,
                change.id === selected && styles.chosen,
              )}
              style={{ left: x - 10, top: y - 10 }}
              aria-pressed={change.id === selected}
              aria-label={`${formatDay(new Date(change.at))}: ${
                change.before ?? 'no score'
              } to ${change.after}, ${describeCause(change)}`}
              onClick={() =>
                onSelect(change.id === selected ? undefined : change.id)
              }
            >
              <Icon name={CAUSE_ICONS[change.cause]} size={12} />
            </button>
          ))}
        </>
      )}
    </div>
  );
}

function describePoints({
  points,
  days,
}: Pick<StepInput, 'points' | 'days'>): string {
  const scores = points.flatMap(({ points: score }) => score ?? []);
  return `Score over ${days} days, from ${scores[0]} to ${scores.at(-1)}`;
}

function anchorOf(tick: number, count: number): 'start' | 'middle' | 'end' {
  if (tick === 0) return 'start';
  return tick === count - 1 ? 'end' : 'middle';
}
