// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import text from '../../text.module.css';
import { count } from '../../words/points';
import type { ChangeQuery } from '../useScorecardsQuery';
import { changeSince } from './trendShape';
import styles from './head.module.css';

/** The numbers that everybody asks for first. */
export function NumberTiles({
  overview,
  onQuery,
}: {
  readonly overview: ScorecardOverview;
  readonly onQuery: ChangeQuery;
}) {
  const { scored, notScored, pending, median, tenth, partial } = overview;
  const least = partial ? 'more than ' : '';
  return (
    <dl className={styles.tiles}>
      <Tile name="With a score" value={`${least}${scored}`}>
        {pending > 0
          ? `${count(pending, 'first scan')} to come`
          : `of ${least}${overview.entities} in the catalog`}
      </Tile>
      <Tile name="Median score" value={median}>
        <Change overview={overview} of="median" />
      </Tile>
      <Tile name="10th percentile" value={tenth}>
        <Change overview={overview} of="tenth" />
      </Tile>
      <Tile name="Not scored" value={`${least}${notScored}`}>
        <Button
          variant="tertiary"
          size="small"
          className={styles.tileButton}
          onPress={() => onQuery({ tab: 'not-scored' })}
        >
          See why
        </Button>
      </Tile>
    </dl>
  );
}

function Tile({
  name,
  value = '–',
  children,
}: {
  readonly name: string;
  readonly value?: string | number;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={styles.tile}>
      <dt className={text.muted}>{name}</dt>
      <dd className={styles.tileValue}>{value}</dd>
      <dd className={text.muted}>{children}</dd>
    </div>
  );
}

function Change({
  overview,
  of,
}: {
  readonly overview: ScorecardOverview;
  readonly of: 'median' | 'tenth';
}) {
  const change = changeSince(overview.trend ?? [], of);
  if (change === undefined) return <>no trend yet</>;
  if (change === 0) return <>unchanged in 90 days</>;
  const isUp = change > 0;
  return (
    <>
      <span className={isUp ? text.up : text.down}>
        <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
        <span className={text.unseen}>{isUp ? 'up' : 'down'}</span>{' '}
        {Math.abs(change)}
      </span>{' '}
      in 90 days
    </>
  );
}
