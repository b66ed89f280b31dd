// SPDX-License-Identifier: Apache-2.0
import { Alert, ButtonIcon, Card, Link } from '@backstage/ui';
import { type ReactNode } from 'react';
import { Icon } from '../glyphs/Icon';
import type { LiveSummary } from '../summary/useSummary';
import text from '../text.module.css';
import theme from '../theme.module.css';
import { explainProblem } from '../words/problems';
import { join } from '../words/join';
import { RefreshNews } from '../summary/RefreshNews';
import styles from './card.module.css';

/** Title, refresh and the way to the tab: the same in every state of the card. */
export function CardFrame({
  live,
  tabPath,
  children,
}: {
  readonly live: LiveSummary;
  readonly tabPath?: string;
  readonly children: ReactNode;
}) {
  const { summary, error, isRefreshing, refreshError, refresh } = live;
  const isStale = summary?.stale !== undefined && summary.state !== 'pending';
  const isBusy = isRefreshing || (!summary && !error);
  return (
    <Card
      className={join(theme.theme, styles.card, isStale && styles.stale)}
      role="region"
      aria-label="Hardening"
      aria-busy={isBusy}
    >
      <div className={styles.header}>
        <h2>Hardening</h2>
        <span className={styles.tools}>
          {isStale && (
            <span className={styles.staleChip}>
              <Icon name="clock" size={13} />
              Stale
            </span>
          )}
          {summary && (
            <ButtonIcon
              aria-label="Refresh"
              variant="tertiary"
              size="small"
              icon={<Icon name="refresh" />}
              isPending={isRefreshing}
              onPress={refresh}
            />
          )}
          {tabPath && (
            <Link
              href={tabPath}
              standalone
              weight="bold"
              className={join(text.link, styles.open)}
              aria-label="Open hardening"
            >
              Open <Icon name="next" size={13} />
            </Link>
          )}
        </span>
      </div>
      {refreshError && (
        <Alert
          status="warning"
          icon
          title={explainProblem(refreshError).title}
          description={explainProblem(refreshError).text}
        />
      )}
      {children}
      <RefreshNews live={live} />
    </Card>
  );
}
