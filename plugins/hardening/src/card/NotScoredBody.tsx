// SPDX-License-Identifier: Apache-2.0
import { Mark } from '../figures/Mark';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import text from '../text.module.css';
import { adviceFor } from '../words/notScored';
import { ReadAt } from '../summary/ReadAt';
import { StaleNote } from '../summary/StaleNote';
import styles from './card.module.css';

/** There is no score: why, and what to do. */
export function NotScoredBody({
  summary,
}: {
  readonly summary: EntitySummary;
}) {
  const { score, notScoredReason } = summary;
  const isOfEvidence =
    score?.status === 'notScored' && score.reason === 'not-enough-evidence';
  return (
    <>
      <StaleNote summary={summary} />
      <div className={styles.top}>
        <Mark state={isOfEvidence ? 'notEnough' : 'notScored'} size={72} />
        <div className={styles.meta}>
          <h3 className={styles.headline}>Not scored</h3>
          <p className={text.muted}>{notScoredReason}</p>
        </div>
      </div>
      <div className={styles.advice}>
        <h3>What to do</h3>
        <p className={text.muted}>{adviceFor(summary)}</p>
      </div>
      <div className={styles.footer}>
        <ReadAt summary={summary} />
      </div>
    </>
  );
}
