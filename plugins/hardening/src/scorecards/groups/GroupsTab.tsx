// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Rollup } from '@plimsoll/plugin-hardening-common';
import { useCallback } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { Section } from '../../tab/Section';
import filters from '../../tab/findings/FindingFilters.module.css';
import { ListCount } from '../ListCount';
import { GROUPING_NAMES } from '../names';
import { usePager, type LoadPage } from '../usePager';
import {
  ROLLED_UP,
  type ChangeQuery,
  type ScorecardsQuery,
} from '../useScorecardsQuery';
import { GroupsTable } from './GroupsTable';

const PAGE_SIZE = 25;

/** How the services of each owner, system or domain stand. */
export function GroupsTab({
  query: { by, groupOrder },
  onQuery,
}: {
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  const api = useApi(hardeningApiRef);
  const load: LoadPage<Rollup> = useCallback(
    (cursor, limit, signal) =>
      api.getRollup({ by, order: groupOrder, cursor, limit }, { signal }),
    [api, by, groupOrder],
  );
  const pager = usePager(load, PAGE_SIZE);
  return (
    <Section
      title="Groups"
      note={<ListCount pager={pager} noun={by} />}
      isBusy={pager.isLoading}
      tools={
        <div className={filters.filters}>
          <ToggleButtonGroup
            aria-label="Count by"
            className={filters.views}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[by]}
            onSelectionChange={keys => {
              const chosen = ROLLED_UP.find(one => keys.has(one));
              if (chosen) onQuery({ by: chosen });
            }}
          >
            {ROLLED_UP.map(one => (
              <ToggleButton key={one} id={one} size="small">
                {GROUPING_NAMES[one]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      }
    >
      <GroupsTable
        pager={pager}
        by={by}
        order={groupOrder}
        onOrder={order => onQuery({ groupOrder: order })}
        onOpen={ref => onQuery({ tab: 'services', [by]: ref })}
      />
    </Section>
  );
}
