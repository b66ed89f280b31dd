// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';
import { compareText } from '../text/order.ts';
import { worstSeverity, type RuleTally } from './tallyRules.ts';

/** A control that failed in production, by rules that do not guess. */
export interface FailedControl {
  readonly control: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** Those that failed, by id. */
  readonly rules: readonly RuleTally[];
}

/** The control as the gates see it; undefined when it has not failed there. */
export function failedControl(
  control: string,
  members: readonly RuleTally[],
): FailedControl | undefined {
  const rules = members.filter(hasFailedSurely);
  if (rules.length === 0) return undefined;
  const severity = worstSeverity(rules.map(({ production }) => production));
  return severity && { control, severity, rules };
}

function hasFailedSurely({ info, production }: RuleTally): boolean {
  return production.failed > 0 && info.confidence !== 'low';
}

/** By id; the rules that have a finding of the severity or worse. */
export function rulesFrom(
  severity: Severity,
  controls: readonly FailedControl[],
): string[] {
  const severities = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return controls
    .flatMap(({ rules }) => rules)
    .filter(({ production }) =>
      severities.some(one => production.findings[one] > 0),
    )
    .map(({ info }) => info.id)
    .sort(compareText);
}

/** How many findings of exactly this severity they have. */
export function countFindings(
  severity: Severity,
  controls: readonly FailedControl[],
): number {
  let count = 0;
  for (const { rules } of controls) {
    for (const { production } of rules) count += production.findings[severity];
  }
  return count;
}
