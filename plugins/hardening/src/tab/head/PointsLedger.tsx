// SPDX-License-Identifier: Apache-2.0
import type { AssessmentDetail } from '@plimsoll/plugin-hardening-common';
import text from '../../text.module.css';
import { AREA_NAMES } from '../../words/areas';
import { join } from '../../words/join';
import { formatLost, isNothing, type Scored } from '../../words/points';
import styles from './PointsLedger.module.css';

interface Line {
  readonly name: string;
  readonly printed: string;
}

/** 100, what was lost where, and the score: a sum that adds up as printed. */
export function PointsLedger({
  assessment: { areas, printed },
  score,
}: {
  readonly assessment: AssessmentDetail;
  readonly score: Scored;
}) {
  if (!printed) return null;
  const lines: readonly Line[] = [
    ...areas
      .filter(({ reason }) => reason === undefined)
      .map(area => ({ name: AREA_NAMES[area.area], printed: area.printed })),
    { name: 'Rounding', printed: printed.rounding },
    { name: 'Gate', printed: printed.gate },
  ];
  return (
    <section aria-label="Points" className={styles.ledger}>
      <dl className={styles.lines}>
        <Entry name="possible" value="100" isTotal />
        {lines.map(line => (
          <Entry
            key={line.name}
            name={line.name}
            value={formatLost(line.printed)}
            isQuiet={isNothing(line.printed)}
          />
        ))}
        <Entry name="score" value={String(score.points)} isTotal />
      </dl>
      <div className={styles.bar} aria-hidden="true">
        <span
          className={join(styles.score, styles[score.grade])}
          style={{ flexGrow: score.points }}
        />
        {lines
          .filter(line => !isNothing(line.printed))
          .map(line => (
            <span
              key={line.name}
              className={styles.lost}
              style={{ flexGrow: Number(line.printed) }}
            />
          ))}
      </div>
    </section>
  );
}

function Entry({
  name,
  value,
  isTotal,
  isQuiet,
}: {
  readonly name: string;
  readonly value: string;
  readonly isTotal?: boolean;
  readonly isQuiet?: boolean;
}) {
  return (
    <div className={join(styles.entry, isTotal && styles.total)}>
      <dt>{name}</dt>
      <dd className={join(isQuiet && text.muted)}>{value}</dd>
    </div>
  );
}
