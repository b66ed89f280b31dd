// SPDX-License-Identifier: Apache-2.0
import type { MaturityLevel } from '@plimsoll/model';
import { roundPart } from './roundPart.ts';
import { countSubjects, type RuleLoad } from './ruleLoad.ts';
import type { SubjectTally } from './tallyRules.ts';

/**
 * The highest rung of the ladder whose conditions, and those of all below it,
 * are met. Production decides; development does where there is nothing else.
 * What does not apply counts as met, what is unknown does not.
 *
 * @param coverage - of the whole, 0 to 1
 */
export function maturityLevel(
  rules: readonly RuleLoad[],
  coverage: number,
): MaturityLevel {
  const hasProduction = rules.some(
    ({ tally }) => countSubjects(tally.production) > 0,
  );
  const deciding = ({ tally }: RuleLoad) =>
    hasProduction ? tally.production : tally.development;

  let reached: MaturityLevel = 'beginner';
  for (const { level, leastShare, leastCoverage } of LADDER) {
    const isReached =
      rules.every(rule => !isBlocking(rule, deciding(rule))) &&
      rules
        .filter(({ tally }) => tally.info.mandatoryFor.includes(level))
        .every(rule => isMet(deciding(rule), allowance(level, rule))) &&
      passedShare(level, rules) >= leastShare &&
      coverage >= leastCoverage;
    if (!isReached) break;
    reached = level;
  }
  return reached;
}

/** Above beginner, which asks for nothing. */
const LADDER: readonly {
  readonly level: MaturityLevel;
  /** Of the loads of the level's rules, the part that passes. */
  readonly leastShare: number;
  readonly leastCoverage: number;
}[] = [
  { level: 'proficient', leastShare: 0.85, leastCoverage: 0.6 },
  { level: 'expert', leastShare: 0.8, leastCoverage: 0.8 },
];

/** A high finding about what even beginners have to get right. */
function isBlocking(
  { tally: { info } }: RuleLoad,
  { findings }: SubjectTally,
): boolean {
  return (
    info.level === 'beginner' &&
    info.confidence !== 'low' &&
    findings.critical + findings.high > 0
  );
}

function isMet({ counted, unknown }: SubjectTally, most: number): boolean {
  return counted <= most && unknown === 0;
}

/** So many findings of a mandatory rule are still good enough. */
function allowance(level: MaturityLevel, { tally }: RuleLoad): number {
  const isAllowed =
    level === 'proficient' && tally.info.id === 'scan/high-fixable';
  return isAllowed ? MOST_HIGH_VULNERABILITIES : 0;
}

const MOST_HIGH_VULNERABILITIES = 5;

/** Of the rules of a level, by the loads that they add when they fail. */
function passedShare(level: MaturityLevel, rules: readonly RuleLoad[]): number {
  let all = 0;
  let passed = 0;
  for (const { tally, weight, passedShare: share } of rules) {
    if (tally.info.level !== level) continue;
    all += weight;
    passed += weight * share;
  }
  return all > 0 ? roundPart(passed / all) : 1;
}
