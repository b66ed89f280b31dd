// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Button, Select } from '@backstage/ui';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import { useCallback } from 'react';
import { hardeningApiRef } from '../api/hardeningApiRef';
import { useRequest } from '../api/useRequest';
import { GROUPING_NAMES, groupName } from './names';
import {
  GROUPINGS,
  type ChangeQuery,
  type Grouping,
  type RolledUp,
  type ScorecardsQuery,
} from './useScorecardsQuery';
import styles from './GroupFilters.module.css';

/** As many groups as a list offers: the largest ones. */
const MOST_OPTIONS = 100;
const ALL = '';

/** Whose services: for head and lists alike. */
export function GroupFilters({
  query,
  onQuery,
  overview,
}: {
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
  /** Names types and lifecycles, once it is there. */
  readonly overview?: ScorecardOverview;
}) {
  const isFiltered = GROUPINGS.some(name => query[name] !== undefined);
  return (
    <div className={styles.filters} role="search" aria-label="Groups">
      {(['owner', 'system', 'domain'] as const).map(grouping => (
        <RolledUpSelect
          key={grouping}
          grouping={grouping}
          chosen={query[grouping]}
          onChoose={value => onQuery({ [grouping]: value })}
        />
      ))}
      {(['lifecycle', 'type'] as const).map(grouping => (
        <GroupSelect
          key={grouping}
          grouping={grouping}
          chosen={query[grouping]}
          options={
            (grouping === 'type' ? overview?.types : overview?.lifecycles) ?? []
          }
          onChoose={value => onQuery({ [grouping]: value })}
        />
      ))}
      {isFiltered && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() =>
            onQuery(
              Object.fromEntries(GROUPINGS.map(name => [name, undefined])),
            )
          }
        >
          Clear
        </Button>
      )}
    </div>
  );
}

function RolledUpSelect({
  grouping,
  ...rest
}: {
  readonly grouping: RolledUp;
  readonly chosen?: string;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const api = useApi(hardeningApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getRollup(
        { by: grouping, order: '-entities', limit: MOST_OPTIONS },
        { signal },
      ),
    [api, grouping],
  );
  const { value } = useRequest(load);
  const options = value?.items.map(({ ref }) => ref) ?? [];
  return <GroupSelect grouping={grouping} options={options} {...rest} />;
}

function GroupSelect({
  grouping,
  chosen,
  options,
  onChoose,
}: {
  readonly grouping: Grouping;
  readonly chosen?: string;
  readonly options: readonly string[];
  readonly onChoose: (value: string | undefined) => void;
}) {
  const name = GROUPING_NAMES[grouping];
  // What the address names is there even where the list does not offer it.
  const all = new Set([...(chosen === undefined ? [] : [chosen]), ...options]);
  const named = [...all]
    .map(value => ({ value, label: groupName(grouping, value) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return (
    <Select
      aria-label={name}
      size="small"
      className={styles.select}
      {...(named.length > 8 && {
        searchable: true,
        searchPlaceholder: `Find ${name.toLowerCase()}`,
      })}
      options={[{ value: ALL, label: `${name}: all` }, ...named]}
      value={chosen ?? ALL}
      onChange={value => onChoose(String(value ?? '') || undefined)}
    />
  );
}
