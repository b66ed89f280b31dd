// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import type { Grouping } from './useScorecardsQuery';

/** What an entity is called: its title, or its name with what tells it apart. */
export function nameOf(entityRef: string, title?: string): string {
  if (title) return title;
  try {
    const { namespace, name } = parseEntityRef(entityRef);
    return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  } catch {
    return entityRef;
  }
}

/** What the groupings are called. */
export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  owner: 'Owner',
  system: 'System',
  domain: 'Domain',
  lifecycle: 'Lifecycle',
  type: 'Type',
};

/** What a group is called: some are entities, some are words. */
export function groupName(grouping: Grouping, value: string): string {
  return grouping === 'lifecycle' || grouping === 'type'
    ? value
    : nameOf(value);
}
