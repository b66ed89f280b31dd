// SPDX-License-Identifier: Apache-2.0
import type { ScoreArea } from '@plimsoll/model';

/** The tab with one rule open. */
export function ruleHref(tabPath: string, rule: string): string {
  return `${tabPath}?${new URLSearchParams({ rule })}`;
}

/** The tab with the findings of an area; all when rules of several count there. */
export function areaHref(tabPath: string, area: ScoreArea): string {
  if (area === 'runtime') return tabPath;
  return `${tabPath}?${new URLSearchParams({ search: `${area}/` })}`;
}
