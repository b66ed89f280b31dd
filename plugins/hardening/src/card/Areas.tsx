// SPDX-License-Identifier: Apache-2.0
import { SCORE_AREAS } from '@plimsoll/model';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { AreaBar } from '../figures/AreaBar';
import { Icon } from '../glyphs/Icon';
import text from '../text.module.css';
import { AREA_NAMES } from '../words/areas';
import { areaHref } from '../words/links';
import { formatLost, isNothing, type Scored } from '../words/points';
import styles from './card.module.css';

/** Where the points went: areas, rounding and gate add up to 100 − score. */
export function Areas({
  summary: { areas = [], printed },
  score,
  tabPath,
}: {
  readonly summary: EntitySummary;
  readonly score: Scored;
  readonly tabPath?: string;
}) {
  const judged = new Set(areas.map(({ area }) => area));
  const left = SCORE_AREAS.filter(area => !judged.has(area));
  return (
    <section aria-label="Areas">
      <h3 className={styles.heading}>
        <span>Areas</span>
        <span>score · points lost</span>
      </h3>
      <ul className={styles.areas}>
        {areas.map(area => (
          <li key={area.area}>
            <AreaBar
              area={area}
              href={tabPath && areaHref(tabPath, area.area)}
            />
          </li>
        ))}
        {printed && !isNothing(printed.rounding) && (
          <li className={styles.rest}>
            Rounded down<span>{formatLost(printed.rounding)}</span>
          </li>
        )}
        {printed && !isNothing(printed.gate) && (
          <li className={styles.gate}>
            <Icon name="lock" size={13} />
            Gate at {score.points}
            <span className={text.down}>{formatLost(printed.gate)}</span>
          </li>
        )}
      </ul>
      {left.length > 0 && (
        <p className={styles.left}>
          Not judged: {left.map(area => AREA_NAMES[area]).join(', ')}
        </p>
      )}
    </section>
  );
}
