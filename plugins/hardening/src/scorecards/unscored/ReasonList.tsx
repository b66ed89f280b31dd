// SPDX-License-Identifier: Apache-2.0
import type { ScorecardOverview } from '@plimsoll/plugin-hardening-common';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { adviceForReason } from '../../words/notScored';
import styles from './ReasonList.module.css';

/** Why there is no score, most frequent first; a reason filters by itself. */
export function ReasonList({
  overview: { reasons, partial },
  chosen,
  onChoose,
}: {
  readonly overview: ScorecardOverview;
  readonly chosen?: string;
  readonly onChoose: (reason: string | undefined) => void;
}) {
  return (
    <ul className={styles.reasons} aria-label="Reasons">
      {reasons.map(({ reason, sentence, entities }) => (
        <li key={reason} className={styles.reason}>
          <button
            type="button"
            className={styles.choose}
            aria-pressed={chosen === reason}
            onClick={() => onChoose(chosen === reason ? undefined : reason)}
          >
            <b className={styles.count}>
              {entities}
              {partial && '+'}
            </b>
            <span>{sentence}</span>
          </button>
          <p className={join(text.small, text.muted, styles.advice)}>
            {adviceForReason(reason)}
          </p>
        </li>
      ))}
    </ul>
  );
}
