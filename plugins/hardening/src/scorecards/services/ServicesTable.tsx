// SPDX-License-Identifier: Apache-2.0
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, Link, Table, type ColumnConfig } from '@backstage/ui';
import type { Scorecard } from '@plimsoll/plugin-hardening-common';
import { useMemo } from 'react';
import { Mark } from '../../figures/Mark';
import { LevelChip } from '../../glyphs/LevelChip';
import { useNow } from '../../summary/useNow';
import { LoadProblem } from '../../tab/findings/LoadProblem';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { formatPercent } from '../../words/points';
import { formatAge } from '../../words/time';
import { nameOf } from '../names';
import { NoServices } from './NoServices';
import { PageNote } from '../PageNote';
import { pagination } from '../pagination';
import type { Pager } from '../usePager';
import type { ChangeQuery, ScorecardsQuery } from '../useScorecardsQuery';
import table from '../table.module.css';

type Row = Scorecard & { readonly id: string };

/** Services with their scores, a page of them. */
export function ServicesTable({
  pager,
  query,
  onQuery,
}: {
  readonly pager: Pager<Scorecard>;
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  const now = useNow();
  const hrefOf = useEntityRefLink();
  const columns = useMemo(() => columnsOf(hrefOf, now), [hrefOf, now]);
  const { value, error, isLoading, retry } = pager;
  const { order } = query;
  if (error) return <LoadProblem error={error} onRetry={retry} />;
  return (
    <div className={table.scroll}>
      <Table<Row>
        className={table.table}
        columnConfig={columns}
        data={value?.items.map(one => ({ ...one, id: one.entityRef }))}
        isPending={!value}
        isStale={isLoading}
        sort={{
          descriptor: {
            column: order.replace('-', ''),
            direction: order.startsWith('-') ? 'descending' : 'ascending',
          },
          onSortChange: ({ column, direction }) =>
            onQuery({
              order: `${
                direction === 'descending' ? '-' : ''
              }${column}` as ScorecardsQuery['order'],
            }),
        }}
        pagination={pagination(pager)}
        emptyState={
          isLoading ? undefined : (
            <NoServices query={query} hasMore={pager.onNext !== undefined} />
          )
        }
      />
      <PageNote pager={pager} />
    </div>
  );
}

function columnsOf(
  hrefOf: (ref: string) => string,
  now: Date,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'score',
      label: 'Score',
      isSortable: true,
      defaultWidth: 82,
      cell: row => (
        <Cell>
          <Score row={row} />
        </Cell>
      ),
    },
    {
      id: 'name',
      label: 'Service',
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 150,
      cell: row => (
        <Cell>
          <Link
            href={hrefOf(row.entityRef)}
            standalone
            weight="bold"
            className={join(text.link, table.cut)}
          >
            {nameOf(row.entityRef, row.title)}
          </Link>
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: 'Owner',
      isSortable: true,
      defaultWidth: '1.5fr',
      minWidth: 116,
      cell: ({ owner }) => (
        <Cell>
          {owner ? (
            <Link
              href={hrefOf(owner)}
              standalone
              className={join(text.link, table.cut)}
            >
              {nameOf(owner)}
            </Link>
          ) : (
            <span className={text.muted}>none</span>
          )}
        </Cell>
      ),
    },
    {
      id: 'system',
      label: 'System',
      defaultWidth: '1fr',
      minWidth: 84,
      cell: ({ system }) => (
        <Cell>
          <span className={table.cut}>{system ? nameOf(system) : '–'}</span>
        </Cell>
      ),
    },
    {
      id: 'lifecycle',
      label: 'Lifecycle',
      defaultWidth: '1fr',
      minWidth: 96,
      cell: ({ lifecycle = '–' }) => (
        <Cell>
          <span className={table.cut}>{lifecycle}</span>
        </Cell>
      ),
    },
    {
      id: 'level',
      label: 'Level',
      defaultWidth: 114,
      cell: ({ level }) => (
        <Cell>{level ? <LevelChip level={level} /> : <>–</>}</Cell>
      ),
    },
    {
      id: 'change',
      label: '30 days',
      defaultWidth: 76,
      cell: row => (
        <Cell>
          <Change row={row} />
        </Cell>
      ),
    },
    {
      id: 'known',
      label: 'Known',
      defaultWidth: 70,
      cell: ({ coverage = 0 }) => <Cell>{formatPercent(coverage)}</Cell>,
    },
    {
      id: 'findings',
      label: 'Findings',
      defaultWidth: 80,
      cell: ({ failed = 0 }) => <Cell>{failed}</Cell>,
    },
    {
      id: 'assessed',
      label: 'Assessed',
      isSortable: true,
      defaultWidth: 104,
      cell: ({ assessedAt, staleSince }) => (
        <Cell>
          <span className={table.cut}>
            {staleSince
              ? 'stale'
              : assessedAt && formatAge(new Date(assessedAt), now)}
          </span>
        </Cell>
      ),
    },
  ];
}

function Score({
  row: { points, grade, coverage = 0, staleSince },
}: {
  readonly row: Row;
}) {
  if (points === undefined || grade === undefined) {
    return <Mark state="notScored" size={22} />;
  }
  const state = staleSince ? 'stale' : 'scored';
  return (
    <span className={table.score}>
      <Mark
        state={state}
        points={points}
        grade={grade}
        coverage={coverage}
        size={22}
      />
      <b>{points}</b>
    </span>
  );
}

function Change({ row: { points, pointsBefore } }: { readonly row: Row }) {
  if (points === undefined || pointsBefore === undefined) {
    return <span className={text.muted}>new</span>;
  }
  const change = points - pointsBefore;
  if (change === 0) return <span className={text.muted}>± 0</span>;
  const isUp = change > 0;
  return (
    <b className={isUp ? text.up : text.down}>
      <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
      <span className={text.unseen}>{isUp ? 'up' : 'down'}</span>{' '}
      {Math.abs(change)}
    </b>
  );
}
