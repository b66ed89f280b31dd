// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { Change } from '@plimsoll/plugin-hardening-common';
import { useCallback, useState } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { usePages } from '../../api/usePages';
import { useRequest } from '../../api/useRequest';
import { useNow } from '../../summary/useNow';
import text from '../../text.module.css';
import { explainProblem } from '../../words/problems';
import filters from '../findings/FindingFilters.module.css';
import { Section } from '../Section';
import { ChangeRow } from './ChangeRow';
import { StepLine } from './StepLine';
import styles from './history.module.css';

const RANGES = [
  { days: 30, name: '30 days' },
  { days: 90, name: '90 days' },
  { days: 365, name: '1 year' },
] as const;

/** How the score came to be what it is: a stepped line, and what moved it. */
export function HistorySection({
  entityRef,
  version,
}: {
  readonly entityRef: string;
  readonly version: string;
}) {
  const api = useApi(hardeningApiRef);
  const now = useNow();
  const [days, setDays] = useState(90);
  const [selected, setSelected] = useState<string>();
  const history = useRequest(
    useCallback(
      signal => api.getHistory(entityRef, { days }, { signal }),
      [api, entityRef, days],
    ),
    version,
  );
  const changes = usePages<Change>(
    useCallback(
      (cursor, signal) =>
        api.listChanges(
          entityRef,
          { limit: 20, ...(cursor && { cursor }) },
          { signal },
        ),
      [api, entityRef],
    ),
    version,
  );
  const error = history.error ?? changes.error;
  return (
    <Section
      id="history"
      title="History"
      isBusy={history.isLoading || changes.isLoading}
      tools={
        <div className={filters.filters}>
          <ToggleButtonGroup
            aria-label="How far back"
            className={filters.views}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(days)]}
            onSelectionChange={keys => {
              const [key] = keys;
              if (key !== undefined) setDays(Number(key));
            }}
          >
            {RANGES.map(range => (
              <ToggleButton
                key={range.days}
                id={String(range.days)}
                size="small"
              >
                {range.name}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      }
    >
      {error && <HistoryProblem error={error} />}
      {history.value && history.value.items.length < 2 && (
        <p className={text.muted}>
          The line begins when something has moved the score.
        </p>
      )}
      {history.value && history.value.items.length > 1 && (
        <StepLine
          points={history.value.items}
          changes={changes.items ?? []}
          days={days}
          now={now}
          selected={selected}
          onSelect={setSelected}
        />
      )}
      {!history.value && !error && (
        <Skeleton width="100%" height={170} aria-hidden="true" />
      )}
      <ul className={styles.changes}>
        {changes.items?.map(change => (
          <ChangeRow
            key={change.id}
            change={change}
            isSelected={change.id === selected}
          />
        ))}
      </ul>
      {changes.hasMore && (
        <span className={styles.more}>
          <Button
            variant="secondary"
            size="small"
            isPending={changes.isLoading}
            onPress={changes.loadMore}
          >
            Show more
          </Button>
        </span>
      )}
    </Section>
  );
}

function HistoryProblem({ error }: { readonly error: Error }) {
  const problem = explainProblem(error);
  return (
    <Alert
      status="warning"
      icon
      title={problem.title}
      description={problem.text}
    />
  );
}
