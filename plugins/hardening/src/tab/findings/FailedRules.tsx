// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Skeleton } from '@backstage/ui';
import type { Severity } from '@plimsoll/model';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { useCallback, useEffect } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { usePages } from '../../api/usePages';
import { explainProblem } from '../../words/problems';
import type { FindingsProps } from './FindingsSection';
import { groupFindings, type FindingGroup } from './groupFindings';
import { matchesSearch } from './matchesSearch';
import { NothingFound } from './NothingFound';
import { PointsSum } from './PointsSum';
import { RuleRow, RuleRowHeads } from './RuleRow';
import { moveBetweenRows } from './moveBetweenRows';
import styles from './findings.module.css';

/** The backend gives no more at once. */
const PAGE_SIZE = 100;

/** Rules that failed, by control, dearest first. */
export function FailedRules({
  entityRef,
  version,
  assessment,
  rules,
  query,
  onQuery,
  onBusy,
}: FindingsProps & { readonly onBusy: (isBusy: boolean) => void }) {
  const api = useApi(hardeningApiRef);
  const { severities, image, search } = query;
  const severity = severities.join(' ');
  const pages = usePages<Finding>(
    useCallback(
      (cursor, signal) =>
        api.listFindings(
          entityRef,
          {
            limit: PAGE_SIZE,
            ...(severity && { severity: severity.split(' ') as Severity[] }),
            ...(image && { path: image }),
            ...(cursor && { cursor }),
          },
          { signal },
        ),
      [api, entityRef, severity, image],
    ),
    version,
  );
  const { items, error, isLoading, hasMore, loadMore } = pages;
  useEffect(() => onBusy(isLoading), [onBusy, isLoading]);

  // What somebody looks for may stand on any page.
  const isSearching = search.trim() !== '';
  useEffect(() => {
    if (isSearching && hasMore && !isLoading && !error) loadMore();
  }, [isSearching, hasMore, isLoading, error, loadMore]);

  if (!items && error) return <LoadProblem error={error} onRetry={loadMore} />;
  if (!items) return <Skeleton width="100%" height={264} aria-hidden="true" />;

  const isFiltered = severities.length > 0 || image !== undefined;
  const groups = groupFindings({
    findings: items.filter(({ rule, path }) =>
      matchesSearch(search, rule, rules.get(rule), [path]),
    ),
    controls: assessment.controls,
    // How many there are in all is known without filters only.
    outcomes: isFiltered || isSearching ? [] : assessment.outcomes,
    rules,
  });
  if (groups.length === 0 && !isLoading) {
    return (
      <NothingFound
        isFiltered={isFiltered || isSearching}
        onClear={() =>
          onQuery({ severities: [], search: '', image: undefined })
        }
      />
    );
  }
  return (
    <>
      <RuleRowHeads />
      <div onKeyDown={moveBetweenRows} role="presentation">
        {groups.map(group => (
          <Group
            key={group.id}
            group={group}
            entityRef={entityRef}
            openRule={query.rule}
            onOpen={rule => onQuery({ rule })}
          />
        ))}
      </div>
      {error && <LoadProblem error={error} onRetry={loadMore} />}
      {hasMore && !error && (
        <div className={styles.more}>
          <Button
            variant="secondary"
            size="small"
            isPending={isLoading}
            onPress={loadMore}
          >
            {`Show more than these ${items.length}`}
          </Button>
        </div>
      )}
      {!isFiltered && !isSearching && !hasMore && (
        <PointsSum
          assessment={assessment}
          onUnknown={() => onQuery({ view: 'unknown', rule: undefined })}
        />
      )}
    </>
  );
}

function Group({
  group: { title, printed, rules },
  entityRef,
  openRule,
  onOpen,
}: {
  readonly group: FindingGroup;
  readonly entityRef: string;
  readonly openRule?: string;
  readonly onOpen: (rule: string | undefined) => void;
}) {
  // A lone rule needs no heading: it is its own.
  const isAlone = rules.length === 1 && printed !== undefined;
  return (
    <div className={styles.group}>
      {!isAlone && (
        <h3 className={styles.groupHead}>
          <span>{title}</span>
          {printed !== undefined && (
            <span className={styles.points}>−{printed}</span>
          )}
        </h3>
      )}
      {rules.map(findings => (
        <RuleRow
          key={findings.id}
          outcome="failed"
          entityRef={entityRef}
          {...findings}
          printed={isAlone ? printed : undefined}
          isOpen={openRule === findings.id}
          onToggle={isOpen => onOpen(isOpen ? findings.id : undefined)}
        />
      ))}
    </div>
  );
}

function LoadProblem({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const problem = explainProblem(error);
  return (
    <Alert
      status="warning"
      icon
      title={problem.title}
      description={problem.text}
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
