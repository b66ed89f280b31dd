// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/ui';
import type { AreaScore } from '@plimsoll/plugin-hardening-common';
import { AREA_NAMES } from '../words/areas';
import { formatLost, formatPercent } from '../words/points';
import styles from './AreaBar.module.css';

/** How one area does: its own score as a bar, and the points that it costs. */
export function AreaBar({
  area: { area, raw, coverage, printed },
  href,
}: {
  readonly area: AreaScore;
  readonly href?: string;
}) {
  const score = Math.floor(raw);
  const unknown = Math.min(1 - coverage, 1 - score / 100);
  const row = (
    <>
      <span className={styles.name}>{AREA_NAMES[area]}</span>
      <span
        className={styles.meter}
        title={`${formatPercent(coverage)} of its controls known`}
      >
        <i className={styles.fill} style={{ width: `${score}%` }} />
        {unknown > 0.01 && (
          <i
            className={styles.unknown}
            style={{ width: `${unknown * 100}%` }}
          />
        )}
      </span>
      <span className={styles.score}>{score}</span>
      <span className={styles.lost}>{formatLost(printed)}</span>
    </>
  );
  return href ? (
    <Link href={href} standalone className={styles.row}>
      {row}
    </Link>
  ) : (
    <span className={styles.row}>{row}</span>
  );
}
