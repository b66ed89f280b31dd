// SPDX-License-Identifier: Apache-2.0
import type { Gate, GatePromise, Grade } from '@plimsoll/model';
import type { AreaLoad } from './areaLoad.ts';
import {
  countFindings,
  rulesFrom,
  type FailedControl,
} from './failedControl.ts';
import { SCAN_PROMISES, scanGate } from './scanPromises.ts';

/** More controls with high findings than this break the promise of a B. */
export const MOST_HIGH_CONTROLS = 4;

/** The most points that broken promises leave; 100 when none is broken. */
export function pointsLeft(
  areas: readonly AreaLoad[],
  coverage: number,
): number {
  const facts = { areas, controls: failedControls(areas), coverage };
  const lowest = PROMISES.find(one => one.isBroken(facts));
  return lowest ? AT_MOST[lowest.grade] : 100;
}

/**
 * All broken promises, lowest grade first.
 *
 * @param ungated - the whole points that there would be without them
 */
export function brokenPromises(
  areas: readonly AreaLoad[],
  coverage: number,
  ungated: number,
): Gate[] {
  const facts = { areas, controls: failedControls(areas), coverage };
  const broken = PROMISES.filter(one => one.isBroken(facts));
  const [lowest] = broken;
  return broken.map(({ grade, promise, describe }) => ({
    grade,
    atMost: AT_MOST[grade],
    promise,
    ...describe(facts),
    binding: grade === lowest?.grade && AT_MOST[grade] < ungated,
  }));
}

/** Each control once in an area, in the order of areas. */
export function failedControls(areas: readonly AreaLoad[]): FailedControl[] {
  const failed: FailedControl[] = [];
  for (const { controls } of areas) {
    for (const { failure } of controls) if (failure) failed.push(failure);
  }
  return failed;
}

/** The most points that are left while a promise of the grade is broken. */
const AT_MOST = { A: 89, B: 79, C: 69, D: 54 } as const;

/** What promises are about. */
interface Facts {
  readonly areas: readonly AreaLoad[];
  readonly controls: readonly FailedControl[];
  readonly coverage: number;
}

interface PromiseOfGrade {
  readonly grade: Extract<Grade, keyof typeof AT_MOST>;
  readonly promise: GatePromise;
  readonly isBroken: (facts: Facts) => boolean;
  readonly describe: (facts: Facts) => Pick<Gate, 'message' | 'rules'>;
}

/** Lowest grade first. */
const PROMISES: readonly PromiseOfGrade[] = [
  {
    grade: 'D',
    promise: 'no-leaked-secret',
    isBroken: ({ controls }) => controls.some(isLeak),
    describe({ controls }) {
      const leaks = controls.filter(isLeak);
      const places = countFindings('critical', leaks);
      return {
        message: `a leaked secret${places > 1 ? ` at ${places} places` : ''}`,
        rules: rulesFrom('critical', leaks),
      };
    },
  },
  ...scanPromises('C'),
  {
    grade: 'B',
    promise: 'no-critical',
    isBroken: ({ controls }) => controls.some(isOtherCritical),
    describe({ controls }) {
      const others = controls.filter(isOtherCritical);
      const count = countFindings('critical', others);
      return {
        message: `${count} open critical ${plural(count, 'finding')}`,
        rules: rulesFrom('critical', others),
      };
    },
  },
  ...scanPromises('B'),
  {
    grade: 'B',
    promise: 'few-high',
    isBroken: ({ controls }) =>
      controls.filter(isHigh).length > MOST_HIGH_CONTROLS,
    describe({ controls }) {
      const high = controls.filter(isHigh);
      return {
        message: `${high.length} controls with open high findings, and a B allows ${MOST_HIGH_CONTROLS}`,
        rules: rulesFrom('high', high),
      };
    },
  },
  {
    grade: 'B',
    promise: 'not-root',
    isBroken: ({ controls }) => controls.some(isRoot),
    describe: ({ controls }) => ({
      message: 'runs as root in production',
      rules: rulesFrom('low', controls.filter(isRoot)),
    }),
  },
  coveragePromise('B', 'coverage-60', 60),
  {
    grade: 'A',
    promise: 'no-high',
    isBroken: ({ controls }) =>
      controls.some(one => isHigh(one) || isCritical(one)),
    describe({ controls }) {
      const counts = (['critical', 'high'] as const)
        .map(severity => ({
          severity,
          count: countFindings(severity, controls),
        }))
        .filter(({ count }) => count > 0);
      const words = counts.map(
        ({ severity, count }) => `${count} open ${severity}`,
      );
      const noun = plural(counts.at(-1)?.count ?? 0, 'finding');
      return {
        message: `${words.join(' and ')} ${noun}`,
        rules: rulesFrom('high', controls),
      };
    },
  },
  coveragePromise('A', 'coverage-80', 80),
];

function scanPromises(grade: 'B' | 'C'): PromiseOfGrade[] {
  return SCAN_PROMISES.filter(one => one.grade === grade).map(one => ({
    grade,
    promise: one.promise,
    isBroken: ({ areas }) => scanGate(one, areas) !== undefined,
    describe: ({ areas }) => scanGate(one, areas) ?? KEPT,
  }));
}

const KEPT = { message: '', rules: [] };

function coveragePromise(
  grade: 'A' | 'B',
  promise: GatePromise,
  leastPercent: number,
): PromiseOfGrade {
  return {
    grade,
    promise,
    isBroken: ({ coverage }) => wholePercent(coverage) < leastPercent,
    describe: ({ coverage }) => ({
      message: `only ${wholePercent(
        coverage,
      )} % of what applies is known, not ${leastPercent} %`,
      rules: [],
    }),
  };
}

/** Rounded down; 0.57 × 100 is a little less than 57. */
function wholePercent(part: number): number {
  return Math.floor(part * 100 + 1e-9);
}

function isCritical({ severity }: FailedControl): boolean {
  return severity === 'critical';
}

/** What has a promise of its own says it better. */
function isOtherCritical(failed: FailedControl): boolean {
  return isCritical(failed) && failed.control !== 'scan/critical-fixable';
}

function isHigh({ severity }: FailedControl): boolean {
  return severity === 'high';
}

function isLeak(failed: FailedControl): boolean {
  return failed.control === 'secrets' && isCritical(failed);
}

function isRoot({ control }: FailedControl): boolean {
  return control === 'non-root';
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
