// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import type {
  Scorecard,
  ScorecardOverview,
} from '@plimsoll/plugin-hardening-common';
import { useCallback, useMemo } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { Section } from '../../tab/Section';
import { ListCount } from '../ListCount';
import { usePager, type LoadPage } from '../usePager';
import {
  groupFilters,
  type ChangeQuery,
  type ScorecardsQuery,
} from '../useScorecardsQuery';
import { ReasonList } from './ReasonList';
import { UnscoredTable } from './UnscoredTable';

const PAGE_SIZE = 25;

/** Who has no score, why, and the step that changes it. */
export function UnscoredTab({
  query,
  onQuery,
  overview,
}: {
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
  readonly overview?: ScorecardOverview;
}) {
  const api = useApi(hardeningApiRef);
  const { reason } = query;
  const key = JSON.stringify(groupFilters(query));
  const groups: ReturnType<typeof groupFilters> = useMemo(
    () => JSON.parse(key),
    [key],
  );
  const load: LoadPage<Scorecard> = useCallback(
    (cursor, limit, signal) =>
      api.listScorecards(
        {
          ...groups,
          state: ['notScored'],
          ...(reason !== undefined && { reason: [reason] }),
          order: 'name',
          cursor,
          limit,
        },
        { signal },
      ),
    [api, groups, reason],
  );
  const pager = usePager(load, PAGE_SIZE);
  return (
    <Section
      title="Not scored"
      note={<ListCount pager={pager} noun="component" />}
      isBusy={pager.isLoading}
    >
      {overview && overview.reasons.length > 0 && (
        <ReasonList
          overview={overview}
          chosen={reason}
          onChoose={chosen => onQuery({ reason: chosen })}
        />
      )}
      <UnscoredTable pager={pager} />
    </Section>
  );
}
