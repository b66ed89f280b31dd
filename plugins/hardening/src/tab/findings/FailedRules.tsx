// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from '@backstage/ui';
import { useEffect } from 'react';
import type { FindingsProps } from './FindingsSection';
import { groupFindings, type FindingGroup } from './groupFindings';
import { LoadProblem } from './LoadProblem';
import { matchesSearch } from './matchesSearch';
import { moveBetweenRows } from './moveBetweenRows';
import { NothingFound } from './NothingFound';
import { PointsSum } from './PointsSum';
import { RulePlaces } from './RulePlaces';
import { RuleRow, RuleRowHeads } from './RuleRow';
import { useFindings } from './useFindings';
import styles from './findings.module.css';

/**
 * Rules that failed, by control, dearest first. All of them are there at once,
 * and their places come when a row is opened; with a filter on the severity,
 * which each finding has of its own, they come page by page.
 */
export function FailedRules(
  props: FindingsProps & { readonly onBusy: (isBusy: boolean) => void },
) {
  const { entityRef, version, assessment, rules, query, onQuery } = props;
  const { severities, image, search } = query;
  const { items, error, isLoading, hasMore, loadMore } = useFindings(
    entityRef,
    version,
    query,
  );
  const { onBusy } = props;
  useEffect(() => onBusy(isLoading), [onBusy, isLoading]);

  const isSearching = search.trim() !== '';
  const isPaged = severities.length > 0;
  // What somebody looks for may stand on any page.
  useEffect(() => {
    if (isPaged && isSearching && hasMore && !isLoading && !error) loadMore();
  }, [isPaged, isSearching, hasMore, isLoading, error, loadMore]);

  if (!items && error) return <LoadProblem error={error} onRetry={loadMore} />;
  if (!items) return <Skeleton width="100%" height={264} aria-hidden="true" />;

  const isWanted = (rule: string, path: string) =>
    matchesSearch(search, rule, rules.get(rule), [path]);
  const groups = groupFindings({
    findings: items.filter(({ rule, subject }) => isWanted(rule, subject)),
    controls: assessment.controls,
    outcomes: isPaged
      ? []
      : assessment.outcomes.filter(
          ({ rule, path }) =>
            isWanted(rule, path) && (image === undefined || path === image),
        ),
    rules,
  });
  const isFiltered = isPaged || isSearching || image !== undefined;
  if (groups.length === 0 && !isLoading) {
    return (
      <NothingFound
        isFiltered={isFiltered}
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
            version={version}
            openRule={query.rule}
            onOpen={rule => onQuery({ rule })}
          />
        ))}
      </div>
      {error && <LoadProblem error={error} onRetry={loadMore} />}
      {isPaged && hasMore && !error && (
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
      {!isFiltered && (
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
  version,
  openRule,
  onOpen,
}: {
  readonly group: FindingGroup;
  readonly entityRef: string;
  readonly version: string;
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
          {...findings}
          places={
            <RulePlaces
              entityRef={entityRef}
              version={version}
              rule={findings}
            />
          }
          printed={isAlone ? printed : undefined}
          isOpen={openRule === findings.id}
          onToggle={isOpen => onOpen(isOpen ? findings.id : undefined)}
        />
      ))}
    </div>
  );
}
