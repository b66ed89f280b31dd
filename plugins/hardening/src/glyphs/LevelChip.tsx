// SPDX-License-Identifier: Apache-2.0
import { MATURITY_LEVELS, type MaturityLevel } from '@plimsoll/model';
import styles from './glyphs.module.css';

/** The maturity level: as many steps as are reached, and its name. */
export function LevelChip({ level }: { readonly level: MaturityLevel }) {
  const reached = MATURITY_LEVELS.indexOf(level);
  return (
    <span className={styles.chip} title="Maturity level">
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
        {[6.4, 9.8, 13.2].map((end, at) => (
          <path
            key={end}
            d={`M1 ${9.4 - 3.6 * at}H${end}`}
            stroke={at <= reached ? 'currentColor' : 'var(--plm-hair-2)'}
            strokeWidth="2"
          />
        ))}
      </svg>
      {LEVEL_NAMES[level]}
    </span>
  );
}

/** How the levels are called on a page. */
export const LEVEL_NAMES: Readonly<Record<MaturityLevel, string>> = {
  beginner: 'Beginner',
  proficient: 'Proficient',
  expert: 'Expert',
};
