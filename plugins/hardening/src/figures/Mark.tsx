// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';
import { join } from '../words/join';
import { formatPercent } from '../words/points';
import { largeMark, smallMark, type MarkShape } from './markShape';
import styles from './Mark.module.css';

/** What a mark says. */
export type MarkState =
  | {
      readonly state: 'scored' | 'stale';
      readonly points: number;
      readonly grade: Grade;
      /** Part that is known, 0 to 1. */
      readonly coverage: number;
    }
  | { readonly state: 'notScored' | 'notEnough' | 'scanning' };

/** Below it, two stubs beside the letter stand for the bar. */
const SMALLEST_LARGE = 48;

/**
 * The load line: a bar that floats at the height of the score, on a ring that is
 * filled as far as something is known, with the grade in it.
 *
 * @param size - in pixels, 16 or more
 * @param showPoints - writes the score below
 */
export function Mark({
  size,
  showPoints = false,
  ...mark
}: MarkState & { readonly size: number; readonly showPoints?: boolean }) {
  const shape = size < SMALLEST_LARGE ? smallMark : largeMark;
  const scored = 'points' in mark ? mark : undefined;
  return (
    <span className={join(styles.mark, scored && styles[scored.grade])}>
      <svg
        viewBox={`0 0 ${shape.box} ${shape.box}`}
        width={size}
        height={size}
        role="img"
        aria-label={describeMark(mark)}
        className={styles[mark.state]}
      >
        {'points' in mark ? (
          <LoadLine shape={shape} {...mark} />
        ) : (
          <NoScore shape={shape} state={mark.state} />
        )}
      </svg>
      {showPoints && scored && (
        <span
          className={styles.points}
          style={{ fontSize: size >= 80 ? 26 : 18 }}
          aria-hidden="true"
        >
          {scored.points}
          <small> / 100</small>
        </span>
      )}
    </span>
  );
}

/** What a mark says, in words. */
export function describeMark(mark: MarkState): string {
  switch (mark.state) {
    case 'scored':
    case 'stale': {
      const { grade, points, coverage } = mark;
      const known = formatPercent(coverage);
      const stale = mark.state === 'stale' ? ', stale' : '';
      return `Grade ${grade}, ${points} of 100, ${known} of controls known${stale}`;
    }
    case 'notScored':
      return 'Not scored';
    case 'notEnough':
      return 'Not enough is known for a grade';
    case 'scanning':
      return 'First assessment in progress';
    default:
      return mark;
  }
}

function LoadLine({
  shape,
  points,
  grade,
  coverage,
}: {
  readonly shape: MarkShape;
  readonly points: number;
  readonly grade: Grade;
  readonly coverage: number;
}) {
  const { centre, radius, stroke, barStroke, letter } = shape;
  const around = 2 * Math.PI * radius;
  const circle = { cx: centre, cy: centre, r: radius, strokeWidth: stroke };
  return (
    <>
      <path className={styles.hull} d={shape.hull(points)} />
      <circle className={styles.track} {...circle} />
      <circle
        className={styles.ring}
        {...circle}
        strokeDasharray={`${(around * coverage).toFixed(2)} ${around.toFixed(
          2,
        )}`}
        transform={`rotate(-90 ${centre} ${centre})`}
      />
      <path
        className={styles.bar}
        strokeWidth={barStroke}
        d={shape.bar(points, grade)}
      />
      <text x={centre} y={letter.baseline} fontSize={letter.size}>
        {grade}
      </text>
    </>
  );
}

function NoScore({
  shape,
  state,
}: {
  readonly shape: MarkShape;
  readonly state: 'notScored' | 'notEnough' | 'scanning';
}) {
  const { centre, radius, stroke, letter, dash } = shape;
  const circle = { cx: centre, cy: centre, r: radius, strokeWidth: stroke };
  const around = 2 * Math.PI * radius;
  const isScanning = state === 'scanning';
  return (
    <>
      {isScanning && <circle className={styles.track} {...circle} />}
      <circle
        className={join(styles.ring, isScanning && styles.turning)}
        {...circle}
        strokeDasharray={
          isScanning ? `${around * 0.22} ${around}` : `${dash} ${dash}`
        }
      />
      <text
        x={centre}
        y={isScanning ? letter.baseline - letter.size / 5 : letter.baseline}
        fontSize={letter.size}
      >
        {LETTERS[state]}
      </text>
    </>
  );
}

const LETTERS = { notScored: '–', notEnough: '?', scanning: '…' } as const;
