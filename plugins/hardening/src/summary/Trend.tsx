// SPDX-License-Identifier: Apache-2.0
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { Sparkline } from '../figures/Sparkline';
import text from '../text.module.css';
import { join } from '../words/join';
import { changeOf } from '../words/points';
import { formatDay } from '../words/time';
import styles from './Trend.module.css';
import { useNow } from './useNow';

/** How the score moved in the last 30 days. */
export function Trend({ summary }: { readonly summary: EntitySummary }) {
  const now = useNow();
  const { trend = [], stale } = summary;
  const change = changeOf(summary);
  const hasTrend = change !== undefined && trend.length > 1;
  return (
    <span className={styles.trend}>
      {hasTrend && <Sparkline points={trend} now={now} />}
      <span className={text.small}>
        {stale ? (
          <span className={text.muted}>
            no news since {formatDay(new Date(stale.since), now)}
          </span>
        ) : (
          <Change change={hasTrend ? change : undefined} />
        )}
      </span>
    </span>
  );
}

function Change({ change }: { readonly change?: number }) {
  if (change === undefined)
    return <span className={text.muted}>no trend yet</span>;
  if (change === 0)
    return <span className={text.muted}>unchanged in 30 days</span>;
  const isUp = change > 0;
  return (
    <>
      <span
        className={join(text.strong, text.nowrap, isUp ? text.up : text.down)}
      >
        <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
        <span className={text.unseen}>{isUp ? 'up' : 'down'}</span>{' '}
        {Math.abs(change)}
      </span>{' '}
      <span className={text.muted}>in 30 days</span>
    </>
  );
}
