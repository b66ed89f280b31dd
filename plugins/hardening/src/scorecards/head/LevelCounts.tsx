// SPDX-License-Identifier: Apache-2.0
import { MATURITY_LEVELS } from '@plimsoll/model';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import { LevelChip } from '../../glyphs/LevelChip';
import { join } from '../../words/join';
import type { ChangeQuery, ScorecardsQuery } from '../useScorecardsQuery';
import { chooseOne } from './chooseOne';
import styles from './GradeBar.module.css';

/** How many have reached each level; a level filters by itself. */
export function LevelCounts({
  overview: { levels },
  query,
  onQuery,
}: {
  readonly overview: ScorecardOverview;
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  return (
    <div
      className={join(styles.legend, styles.levels)}
      role="group"
      aria-label="Levels"
    >
      {[...MATURITY_LEVELS].reverse().map(level => (
        <button
          key={level}
          type="button"
          className={styles.grade}
          aria-pressed={query.levels.includes(level)}
          onClick={() =>
            onQuery({
              tab: 'services',
              levels: chooseOne(query.levels, level),
            })
          }
        >
          <LevelChip level={level} /> <b>{levels[level]}</b>
        </button>
      ))}
    </div>
  );
}
