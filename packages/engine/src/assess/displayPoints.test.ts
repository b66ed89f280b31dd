// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { ControlScore, Score } from '@plimsoll/model';
import { displayPoints } from './displayPoints.ts';

it.each([
  {
    name: 'nothing lost',
    score: scored(100, 100),
    lost: [],
    column: { controls: [], rounding: '0.0', gate: '0.0', total: '0.0' },
  },
  {
    name: 'rounding is a line of its own',
    score: scored(87.8, 87),
    lost: [12.2],
    column: { controls: ['12.2'], rounding: '0.8', gate: '0.0', total: '13.0' },
  },
  {
    name: 'so is the gate',
    score: scored(97.43, 89),
    lost: [2.57],
    column: { controls: ['2.6'], rounding: '0.4', gate: '8.0', total: '11.0' },
  },
  {
    name: 'thirds add up as printed',
    score: scored(99, 99),
    lost: [1 / 3, 1 / 3, 1 / 3],
    column: {
      controls: ['0.4', '0.3', '0.3'],
      rounding: '0.0',
      gate: '0.0',
      total: '1.0',
    },
  },
])('prints: $name', ({ score, lost, column }) => {
  expect(displayPoints({ score, controls: lost.map(control) })).toEqual(column);
});

it('has no column where there is no score', () => {
  const score: Score = { status: 'notScored', reason: 'not-enough-evidence' };
  expect(displayPoints({ score, controls: [] })).toBeUndefined();
});

it('adds up exactly as printed, and is never more than 0.1 off', () => {
  const part = fc.double({ min: 0.0001, max: 10, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0.001, max: 100, noNaN: true }),
      fc.nat(89),
      (parts, allLost, atMost) => {
        const sum = parts.reduce((so, one) => so + one, 0);
        const lost = parts.map(one => (one / sum) * allLost);
        const raw = 100 - lost.reduce((so, one) => so + one, 0);
        const points = Math.max(0, Math.min(Math.floor(raw), atMost));
        const column = displayPoints({
          score: scored(Math.max(0, raw), points),
          controls: lost.map(control),
        })!;
        const lines = [...column.controls, column.rounding, column.gate];
        expect(lines.reduce((so, line) => so + tenths(line), 0)).toBe(
          tenths(column.total),
        );
        expect(tenths(column.total)).toBe(10 * (100 - points));
        column.controls.forEach((line, index) => {
          expect(Math.abs(tenths(line) / 10 - lost[index]!)).toBeLessThan(0.1);
        });
      },
    ),
  );
});

function scored(raw: number, points: number): Score {
  return { status: 'scored', raw, points, grade: 'A' };
}

function control(pointsLost: number): ControlScore {
  return {
    control: 'a',
    area: 'dockerfile',
    outcome: 'failed',
    severity: 'high',
    load: 130,
    pointsLost,
    rules: [],
  };
}

/** Of a printed number; fails for any other form. */
function tenths(printed: string): number {
  expect(printed).toMatch(/^\d+\.\d$/);
  return Number(printed.replace('.', ''));
}
