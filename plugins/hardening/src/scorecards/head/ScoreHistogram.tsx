// SPDX-License-Identifier: Apache-2.0
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import mark from '../../figures/Mark.module.css';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { count } from '../../words/points';
import type { ChangeQuery, ScorecardsQuery } from '../useScorecardsQuery';
import { chooseOne } from './chooseOne';
import { binsOf } from './histogram';
import styles from './ScoreHistogram.module.css';

const TICKS = [0, 40, 55, 70, 80, 90, 100];

/** How many services have which score; a bar filters by its grade. */
export function ScoreHistogram({
  overview: { scores, scored, median, tenth },
  query,
  onQuery,
}: {
  readonly overview: ScorecardOverview;
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  if (scored === 0) {
    return <p className={text.muted}>Nothing here has a score yet.</p>;
  }
  const bins = binsOf(scores);
  const most = Math.max(...bins.map(({ entities }) => entities));
  const { grades } = query;
  return (
    <div className={styles.chart}>
      <div className={styles.plot}>
        {tenth !== undefined && tenth !== median && (
          <Line at={tenth} name={`p10 ${tenth}`} isLow />
        )}
        {median !== undefined && <Line at={median} name={`median ${median}`} />}
        <ul className={styles.bars} aria-label="Services by score">
          {bins.map(({ from, to, grade, entities }) => (
            <li key={from} className={mark[grade]}>
              {entities > 0 && (
                <button
                  type="button"
                  className={join(
                    styles.bar,
                    grades.length > 0 && !grades.includes(grade) && styles.dim,
                  )}
                  style={{ height: `${Math.max(3, (100 * entities) / most)}%` }}
                  title={`${count(entities, 'service')} from ${from} to ${to}`}
                  aria-label={`${count(
                    entities,
                    'service',
                  )} from ${from} to ${to}: only grade ${grade}`}
                  onClick={() =>
                    onQuery({
                      tab: 'services',
                      grades: chooseOne(grades, grade),
                    })
                  }
                >
                  <span aria-hidden="true">{entities}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {TICKS.map(tick => (
          <span key={tick} style={{ left: `${tick}%` }}>
            {tick}
          </span>
        ))}
      </div>
    </div>
  );
}

function Line({
  at,
  name,
  isLow,
}: {
  readonly at: number;
  readonly name: string;
  readonly isLow?: boolean;
}) {
  return (
    <span
      className={join(styles.line, (at > 12 || isLow) && at > 8 && styles.left)}
      style={{ left: `${at}%` }}
    >
      <span>{name}</span>
    </span>
  );
}
