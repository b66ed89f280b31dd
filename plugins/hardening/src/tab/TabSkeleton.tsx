// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@backstage/ui';
import text from '../text.module.css';
import styles from './tab.module.css';

/** As high as the head of the tab, so that nothing moves when it arrives. */
export function TabSkeleton() {
  return (
    <div aria-busy="true">
      <span className={text.unseen}>Loading the assessment</span>
      <div className={styles.skeleton} aria-hidden="true">
        <Skeleton width="100%" height={300} />
        <Skeleton width="100%" height={180} />
        <Skeleton width="100%" height={420} />
      </div>
    </div>
  );
}
