// SPDX-License-Identifier: Apache-2.0
import { GRADES } from '@plimsoll/model';
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import mark from '../../figures/Mark.module.css';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { formatPercent } from '../../words/points';
import type { ChangeQuery, ScorecardsQuery } from '../useScorecardsQuery';
import { chooseOne } from './chooseOne';
import styles from './GradeBar.module.css';

/** How many have each grade; a grade filters by itself. */
export function GradeBar({
  overview: { grades, scored },
  query,
  onQuery,
}: {
  readonly overview: ScorecardOverview;
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  if (scored === 0) return null;
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {GRADES.filter(grade => grades[grade] > 0).map(grade => (
          <i
            key={grade}
            className={mark[grade]}
            style={{ flexGrow: grades[grade] }}
          />
        ))}
      </div>
      <div className={styles.legend} role="group" aria-label="Grades">
        {GRADES.map(grade => (
          <button
            key={grade}
            type="button"
            className={styles.grade}
            aria-pressed={query.grades.includes(grade)}
            onClick={() =>
              onQuery({
                tab: 'services',
                grades: chooseOne(query.grades, grade),
              })
            }
          >
            <span className={text.unseen}>Grade </span>
            <b className={join(styles.letter, mark[grade])}>{grade}</b>{' '}
            <b>{grades[grade]}</b>{' '}
            <span className={join(text.small, text.muted)}>
              {formatPercent(grades[grade] / scored)}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
