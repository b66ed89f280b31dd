// SPDX-License-Identifier: Apache-2.0
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, Link, Table, type ColumnConfig } from '@backstage/ui';
import type { Scorecard } from '@plimsoll/plugin-hardening-common';
import { useMemo } from 'react';
import { LoadProblem } from '../../tab/findings/LoadProblem';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { nameOf } from '../names';
import { PageNote } from '../PageNote';
import { pagination } from '../pagination';
import type { Pager } from '../usePager';
import table from '../table.module.css';

type Row = Scorecard & { readonly id: string };

/** Components without a score and why, a page of them. */
export function UnscoredTable({ pager }: { readonly pager: Pager<Scorecard> }) {
  const hrefOf = useEntityRefLink();
  const columns = useMemo(() => columnsOf(hrefOf), [hrefOf]);
  const { value, error, isLoading, retry } = pager;
  if (error) return <LoadProblem error={error} onRetry={retry} />;
  return (
    <div className={table.scroll}>
      <Table<Row>
        className={table.narrow}
        columnConfig={columns}
        data={value?.items.map(one => ({ ...one, id: one.entityRef }))}
        isPending={!value}
        isStale={isLoading}
        pagination={pagination(pager)}
        emptyState={
          <div className={table.empty}>
            <p className={text.muted}>
              {pager.onNext
                ? 'None among these: go on to look at more of them.'
                : 'Everything that matches has a score, or is about to have one.'}
            </p>
          </div>
        }
      />
      <PageNote pager={pager} />
    </div>
  );
}

function columnsOf(hrefOf: (ref: string) => string): ColumnConfig<Row>[] {
  const link = (ref: string, title?: string) => (
    <Link href={hrefOf(ref)} standalone className={join(text.link, table.cut)}>
      {nameOf(ref, title)}
    </Link>
  );
  return [
    {
      id: 'name',
      label: 'Component',
      isRowHeader: true,
      defaultWidth: '1fr',
      minWidth: 160,
      cell: ({ entityRef, title }) => <Cell>{link(entityRef, title)}</Cell>,
    },
    {
      id: 'owner',
      label: 'Owner',
      defaultWidth: '1fr',
      minWidth: 120,
      cell: ({ owner }) => <Cell>{owner ? link(owner) : '–'}</Cell>,
    },
    {
      id: 'reason',
      label: 'Why',
      defaultWidth: '3fr',
      minWidth: 240,
      cell: ({ notScoredReason = '' }) => (
        <Cell>
          <span>{notScoredReason}</span>
        </Cell>
      ),
    },
  ];
}
