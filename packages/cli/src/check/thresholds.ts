// SPDX-License-Identifier: Apache-2.0
import {
  describeReason,
  GRADES,
  SEVERITIES,
  type Assessment,
  type Grade,
  type Severity,
} from '@plimsoll/model';

/** What has to be reached for an exit code of 0. */
export interface Thresholds {
  readonly minScore: number | undefined;
  readonly minGrade: Grade | undefined;
  readonly failOn: Severity | undefined;
}

/** Sentences about the thresholds that are missed; none when all is well. */
export function missedThresholds(
  assessment: Assessment,
  thresholds: Thresholds,
): string[] {
  const { score } = assessment;
  const { minScore, minGrade, failOn } = thresholds;
  const isAsked = [minScore, minGrade, failOn].some(one => one !== undefined);
  if (score.status === 'notScored') {
    // Where nothing is there to harden, nothing can be too bad.
    return !isAsked || score.reason === 'no-container-artefacts'
      ? []
      : [`there is no score: ${describeReason(score.reason)}`];
  }
  const missed: string[] = [];
  if (minScore !== undefined && score.points < minScore) {
    missed.push(`${score.points} points; --min-score asks for ${minScore}`);
  }
  if (minGrade !== undefined && isWorse(score.grade, minGrade)) {
    missed.push(`grade ${score.grade}; --min-grade asks for ${minGrade}`);
  }
  if (failOn !== undefined) {
    const count = countFindings(assessment, failOn);
    if (count > 0) missed.push(describeCount(count, failOn));
  }
  return missed;
}

function isWorse(grade: Grade, than: Grade): boolean {
  return GRADES.indexOf(grade) > GRADES.indexOf(than);
}

/** Findings that count, of a severity or a worse one. */
function countFindings({ results }: Assessment, severity: Severity): number {
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return results
    .flatMap(({ findings }) => findings)
    .filter(finding => finding.scored && worst.includes(finding.severity))
    .length;
}

function describeCount(count: number, severity: Severity): string {
  const findings = count === 1 ? '1 finding' : `${count} findings`;
  const reach = severity === 'critical' ? 'critical' : `${severity} or worse`;
  return `${findings}, ${reach}; --fail-on ${severity} asks for none`;
}
