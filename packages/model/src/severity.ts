// SPDX-License-Identifier: Apache-2.0

/**
 * How bad a finding is, worst first. Findings of severity info are shown and
 * never counted.
 *
 * @public
 */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const;

/** @public */
export type Severity = (typeof SEVERITIES)[number];
