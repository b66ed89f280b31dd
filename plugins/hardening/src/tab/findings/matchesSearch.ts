// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '@plimsoll/plugin-hardening-common';

/**
 * Whether a rule, or one of the files that it is about, is what somebody looks
 * for: by our id or title, by the id of another tool, by path.
 */
export function matchesSearch(
  search: string,
  id: string,
  rule: Rule | undefined,
  paths: readonly string[],
): boolean {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return true;
  return [
    id,
    rule?.title ?? '',
    ...(rule?.aliases ?? []),
    ...Object.values(rule?.peers ?? {}).flat(),
    ...paths,
  ].some(text => text.toLowerCase().includes(wanted));
}
