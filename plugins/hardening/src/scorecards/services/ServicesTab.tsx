// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { Section } from '../../tab/Section';
import text from '../../text.module.css';
import { ListCount } from '../ListCount';
import { usePager, type LoadPage } from '../usePager';
import type { Scorecard } from '@plimsoll/plugin-hardening-common';
import {
  serviceFilters,
  type ChangeQuery,
  type ScorecardsQuery,
} from '../useScorecardsQuery';
import { ExportButton } from './ExportButton';
import { ServiceFilters } from './ServiceFilters';
import { ServicesTable } from './ServicesTable';

const PAGE_SIZE = 25;

/** Services with their scores. */
export function ServicesTab({
  query,
  onQuery,
}: {
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  const api = useApi(hardeningApiRef);
  const key = JSON.stringify(serviceFilters(query));
  const filters: ReturnType<typeof serviceFilters> = useMemo(
    () => JSON.parse(key),
    [key],
  );
  const load: LoadPage<Scorecard> = useCallback(
    (cursor, limit, signal) =>
      api.listScorecards({ ...filters, cursor, limit }, { signal }),
    [api, filters],
  );
  const pager = usePager(load, PAGE_SIZE);
  return (
    <Section
      title="Services"
      note={<ListCount pager={pager} noun="service" />}
      isBusy={pager.isLoading}
      tools={<ExportButton filters={filters} />}
    >
      <ServiceFilters query={query} onQuery={onQuery} />
      <ServicesTable pager={pager} query={query} onQuery={onQuery} />
      <p className={text.unseen} role="status">
        {pager.isLoading ? 'Loading' : ''}
      </p>
    </Section>
  );
}
