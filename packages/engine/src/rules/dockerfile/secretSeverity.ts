// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';

/**
 * One step lower where the target does not need the stage: what is in it does
 * not reach the result, and still stands in the repository.
 */
export function secretSeverity(
  severity: Severity,
  isReachable: boolean,
): Severity {
  if (isReachable) return severity;
  return SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? severity;
}
