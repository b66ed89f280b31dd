// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { AssessmentDetail } from '@plimsoll/plugin-hardening-common';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { count, formatLost, isNothing } from '../../words/points';
import styles from './findings.module.css';

/** What stands below the findings, so that the column adds up to 100 − score. */
export function PointsSum({
  assessment: { controls, printed },
  onUnknown,
}: {
  readonly assessment: AssessmentDetail;
  readonly onUnknown: () => void;
}) {
  if (!printed) return null;
  const unknown = controls.filter(({ outcome }) => outcome === 'unknown');
  const tenths = unknown.reduce(
    (sum, control) => sum + Math.round(10 * Number(control.printed)),
    0,
  );
  return (
    <dl className={styles.sum}>
      {unknown.length > 0 && (
        <div className={styles.sumLine}>
          <dt>
            {count(unknown.length, 'control')} unknown
            <span className={join(text.small, text.muted)}>
              Counted by half until the evidence is there.
            </span>
            <Button variant="tertiary" size="small" onPress={onUnknown}>
              Show
            </Button>
          </dt>
          <dd className={styles.points}>
            {formatLost((tenths / 10).toFixed(1))}
          </dd>
        </div>
      )}
      {!isNothing(printed.rounding) && (
        <div className={styles.sumLine}>
          <dt>Rounded down</dt>
          <dd className={styles.points}>{formatLost(printed.rounding)}</dd>
        </div>
      )}
      {!isNothing(printed.gate) && (
        <div className={styles.sumLine}>
          <dt>Gate</dt>
          <dd className={styles.points}>{formatLost(printed.gate)}</dd>
        </div>
      )}
      <div className={join(styles.sumLine, styles.sumTotal)}>
        <dt>Sum of points lost</dt>
        <dd className={styles.points}>{formatLost(printed.total)}</dd>
      </div>
    </dl>
  );
}
