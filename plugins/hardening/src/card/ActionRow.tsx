// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/ui';
import type { Action } from '@plimsoll/plugin-hardening-common';
import { EffortGlyph } from '../glyphs/EffortLabel';
import text from '../text.module.css';
import { join } from '../words/join';
import { ruleHref } from '../words/links';
import { formatGain } from '../words/points';
import styles from './ActionRow.module.css';

/** What one edit settles, and the points that it gives back. */
export function ActionRow({
  action,
  tabPath,
}: {
  readonly action: Action;
  readonly tabPath?: string;
}) {
  const { title, rules, effort, grade, afterGate } = action;
  const [first] = rules;
  return (
    <li className={styles.row}>
      <span className={styles.effort}>
        <EffortGlyph effort={effort} />
      </span>
      <span className={styles.words}>
        {tabPath && first ? (
          <Link
            href={ruleHref(tabPath, first)}
            standalone
            className={styles.title}
          >
            {title}
          </Link>
        ) : (
          <span className={styles.title}>{title}</span>
        )}
        <span className={styles.rules}>
          <code className={text.mono}>{first}</code>
          {rules.length > 1 && ` and ${rules.length - 1} more`}
        </span>
      </span>
      <span className={styles.gain}>
        <span
          className={afterGate ? text.muted : join(text.strong, text.up)}
          title={afterGate ? 'Once the gate is open' : undefined}
        >
          {formatGain(action)}
        </span>
        {grade && <span className={styles.grade}>grade {grade}</span>}
      </span>
    </li>
  );
}
