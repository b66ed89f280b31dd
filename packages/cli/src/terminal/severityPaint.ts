// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import type { Colours } from './page.ts';

/** Paints a text as bad as it is. */
export function severityPaint(
  severity: Severity,
  colours: Colours,
): (text: string) => string {
  switch (severity) {
    case 'critical':
      return text => colours.bold(colours.red(text));
    case 'high':
      return colours.red;
    case 'medium':
      return colours.yellow;
    case 'low':
      return colours.cyan;
    case 'info':
      return colours.dim;
    default:
      return severity satisfies never;
  }
}
