// SPDX-License-Identifier: Apache-2.0
import { Button, Cell, Table, type ColumnConfig } from '@backstage/ui';
import { GRADES } from '@plimsoll/model';
import type { Rollup } from '@plimsoll/plugin-hardening-common';
import { useMemo } from 'react';
import mark from '../../figures/Mark.module.css';
import { LoadProblem } from '../../tab/findings/LoadProblem';
import text from '../../text.module.css';
import { GROUPING_NAMES, nameOf } from '../names';
import { PageNote } from '../PageNote';
import { pagination } from '../pagination';
import type { Pager } from '../usePager';
import type { RolledUp, ScorecardsQuery } from '../useScorecardsQuery';
import table from '../table.module.css';
import styles from './GroupsTable.module.css';

type Row = Rollup & { readonly id: string };
type Order = ScorecardsQuery['groupOrder'];

/** Groups with their grades, a page of them; a name opens its services. */
export function GroupsTable({
  pager,
  by,
  order,
  onOrder,
  onOpen,
}: {
  readonly pager: Pager<Rollup>;
  readonly by: RolledUp;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onOpen: (ref: string) => void;
}) {
  const columns = useMemo(() => columnsOf(by, onOpen), [by, onOpen]);
  const { value, error, isLoading, retry } = pager;
  if (error) return <LoadProblem error={error} onRetry={retry} />;
  return (
    <div className={table.scroll}>
      <Table<Row>
        className={table.narrow}
        columnConfig={columns}
        data={value?.items.map(one => ({ ...one, id: one.ref }))}
        isPending={!value}
        isStale={isLoading}
        sort={{
          descriptor: {
            column: order.replace('-', ''),
            direction: order.startsWith('-') ? 'descending' : 'ascending',
          },
          onSortChange: ({ column, direction }) =>
            onOrder(
              `${direction === 'descending' ? '-' : ''}${column}` as Order,
            ),
        }}
        pagination={pagination(pager)}
        emptyState={
          <div className={table.empty}>
            <p className={text.muted}>
              No service has {by === 'owner' ? 'an' : 'a'} {by} in the catalog.
            </p>
          </div>
        }
      />
      <PageNote pager={pager} />
    </div>
  );
}

function columnsOf(
  by: RolledUp,
  onOpen: (ref: string) => void,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'name',
      label: GROUPING_NAMES[by],
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '1.5fr',
      minWidth: 160,
      cell: ({ ref }) => (
        <Cell>
          <Button
            variant="tertiary"
            size="small"
            className={styles.name}
            aria-label={`Services of ${nameOf(ref)}`}
            onPress={() => onOpen(ref)}
          >
            {nameOf(ref)}
          </Button>
        </Cell>
      ),
    },
    {
      id: 'median',
      label: 'Median',
      isSortable: true,
      defaultWidth: 100,
      cell: ({ median }) => (
        <Cell>{median === undefined ? <>–</> : <b>{median}</b>}</Cell>
      ),
    },
    {
      id: 'tenth',
      label: '10th perc.',
      defaultWidth: 92,
      cell: ({ tenth }) => <Cell>{tenth ?? '–'}</Cell>,
    },
    {
      id: 'grades',
      label: 'Grades',
      defaultWidth: '2fr',
      minWidth: 200,
      cell: row => (
        <Cell>
          <Grades row={row} />
        </Cell>
      ),
    },
    {
      id: 'entities',
      label: 'Services',
      isSortable: true,
      defaultWidth: 104,
      cell: ({ entities, partial }) => (
        <Cell>
          {partial && 'more than '}
          {entities}
        </Cell>
      ),
    },
    {
      id: 'notScored',
      label: 'Not scored',
      defaultWidth: 100,
      cell: ({ notScored, pending }) => <Cell>{notScored + pending}</Cell>,
    },
  ];
}

function Grades({ row: { grades, scored } }: { readonly row: Row }) {
  if (scored === 0) return <span className={text.muted}>no score yet</span>;
  const some = GRADES.filter(grade => grades[grade] > 0);
  return (
    <span
      className={styles.grades}
      role="img"
      aria-label={some.map(grade => `${grades[grade]} ${grade}`).join(', ')}
    >
      {some.map(grade => (
        <span
          key={grade}
          className={mark[grade]}
          style={{ flexGrow: grades[grade] }}
        >
          <i />
          <small aria-hidden="true">
            {grade} {grades[grade]}
          </small>
        </span>
      ))}
    </span>
  );
}
