// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@backstage/ui';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { Mark } from '../figures/Mark';
import { StaleNote } from '../summary/StaleNote';
import text from '../text.module.css';
import styles from './card.module.css';

/** There is no assessment: the first one is on its way, or cannot be made. */
export function PendingBody({ summary }: { readonly summary: EntitySummary }) {
  const isWaiting = !summary.stale || summary.refreshing;
  return (
    <>
      <StaleNote summary={summary} />
      <div className={styles.top}>
        <Mark state={isWaiting ? 'scanning' : 'notScored'} size={72} />
        <div className={styles.meta}>
          <h3 className={styles.headline}>
            {isWaiting ? 'First assessment in progress' : 'Not assessed yet'}
          </h3>
          <p className={text.muted}>
            {isWaiting
              ? 'The repository is read and judged. This fills in by itself.'
              : 'The score comes with the first time that the repository can be read.'}
          </p>
        </div>
      </div>
      {isWaiting && <Skeleton width="100%" height={96} aria-hidden="true" />}
    </>
  );
}
