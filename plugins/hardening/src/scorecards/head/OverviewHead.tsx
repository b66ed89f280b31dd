// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@backstage/ui';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import { useNow } from '../../summary/useNow';
import { Section } from '../../tab/Section';
import text from '../../text.module.css';
import { groupName } from '../names';
import {
  GROUPINGS,
  type ChangeQuery,
  type ScorecardsQuery,
} from '../useScorecardsQuery';
import { GradeBar } from './GradeBar';
import { LevelCounts } from './LevelCounts';
import { NumberTiles } from './NumberTiles';
import { ScoreHistogram } from './ScoreHistogram';
import { TrendChart } from './TrendChart';
import styles from './head.module.css';

/** How all of them stand, and stood. */
export function OverviewHead({
  overview,
  isLoading,
  isOfAll,
  query,
  onQuery,
}: {
  /** Undefined until the first one comes. */
  readonly overview?: ScorecardOverview;
  readonly isLoading: boolean;
  /** Although groups are chosen: of several together nothing is counted. */
  readonly isOfAll: boolean;
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  const now = useNow();
  if (!overview) return <HeadSkeleton />;
  const chosen = GROUPINGS.filter(name => query[name] !== undefined);
  const [first] = chosen;
  const whose =
    first && !isOfAll ? groupName(first, query[first]!) : 'all services';
  return (
    <div className={styles.head} aria-busy={isLoading}>
      <NumberTiles overview={overview} onQuery={onQuery} />
      <div className={styles.columns}>
        <Section title="Distribution" note={whose}>
          <ScoreHistogram overview={overview} query={query} onQuery={onQuery} />
          <GradeBar overview={overview} query={query} onQuery={onQuery} />
          {isOfAll && (
            <p className={text.small}>
              Counts are kept for one owner, system, domain, lifecycle or type
              at a time: these are of all services. The lists below take all
              filters.
            </p>
          )}
          {overview.partial && (
            <p className={text.small}>
              You may see only some services; these are the first of them, and
              there are more.
            </p>
          )}
        </Section>
        <div className={styles.side}>
          <Section title="Trend" note="90 days">
            <TrendChart trend={overview.trend} now={now} />
          </Section>
          <Section title="Levels">
            <LevelCounts overview={overview} query={query} onQuery={onQuery} />
          </Section>
        </div>
      </div>
    </div>
  );
}

function HeadSkeleton() {
  return (
    <div className={styles.head} aria-busy="true" aria-label="Loading">
      <Skeleton width="100%" height={86} />
      <Skeleton width="100%" height={320} />
    </div>
  );
}
