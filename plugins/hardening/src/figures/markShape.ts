// SPDX-License-Identifier: Apache-2.0
import type { Grade } from '@plimsoll/model';

/** The geometry of a mark, in units of its view box. */
export interface MarkShape {
  readonly box: number;
  readonly centre: number;
  /** Of the ring, to the middle of its stroke. */
  readonly radius: number;
  readonly stroke: number;
  readonly barStroke: number;
  readonly letter: { readonly size: number; readonly baseline: number };
  /** Of the ring without a score: dash and gap. */
  readonly dash: number;
  /** Path of the bar that floats at a score. */
  readonly bar: (points: number, grade: Grade) => string;
  /** Path of what lies below that bar. */
  readonly hull: (points: number) => string;
}

/** From 48 pixels: the bar reaches across, broken where the letter stands. */
export const largeMark: MarkShape = {
  box: 64,
  centre: 32,
  radius: 24,
  stroke: 4,
  barStroke: 3.5,
  letter: { size: 25, baseline: 41 },
  dash: 4,
  bar(points, grade) {
    const y = largeHeight(points);
    // Overhangs the ring, whose outer radius is 26, by as much at any height.
    const half = halfChord(26, y - 32) + 5;
    const [left, right] = [32 - half, 32 + half].map(round);
    const isBesideLetter = y > 18.6 && y < 45.4;
    if (!isBesideLetter) return `M${left} ${round(y)}H${right}`;
    const gap = WIDE_LETTERS.has(grade) ? 12.5 : 11;
    const height = round(y);
    return `M${left} ${height}H${32 - gap}M${32 + gap} ${height}H${right}`;
  },
  hull: points => segmentBelow(32, 22, largeHeight(points)),
};

/** Down to 16 pixels: two stubs on the ring stand for the bar. */
export const smallMark: MarkShape = {
  box: 16,
  centre: 8,
  radius: 5.8,
  stroke: 1.4,
  barStroke: 1.75,
  letter: { size: 8.8, baseline: 11.1 },
  dash: 1.6,
  bar(points) {
    const y = smallHeight(points);
    const edge = halfChord(6.5, y - 8);
    const [from, to] = [edge - 0.6, edge + 1.5];
    const height = round(y);
    return (
      `M${round(8 - to)} ${height}H${round(8 - from)}` +
      `M${round(8 + from)} ${height}H${round(8 + to)}`
    );
  },
  hull: points => segmentBelow(8, 5.1, smallHeight(points)),
};

const WIDE_LETTERS: ReadonlySet<Grade> = new Set(['A', 'C', 'D']);

/** 0 points at the keel, 100 near the top. */
function largeHeight(points: number): number {
  return 52 - 0.4 * points;
}

function smallHeight(points: number): number {
  return 12.6 - 0.092 * points;
}

/** Half the length of a circle's chord, so far from its centre. */
function halfChord(radius: number, distance: number): number {
  return Math.sqrt(Math.max(0, radius ** 2 - distance ** 2));
}

/** The part of a circle that lies below a height. */
function segmentBelow(centre: number, radius: number, y: number): string {
  const half = halfChord(radius, y - centre);
  const isMost = y < centre ? 1 : 0;
  const [left, right] = [centre - half, centre + half].map(round);
  const height = round(y);
  return `M${left} ${height}A${radius} ${radius} 0 ${isMost} 0 ${right} ${height}Z`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
