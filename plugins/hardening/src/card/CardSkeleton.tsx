// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@backstage/ui';
import text from '../text.module.css';
import styles from './card.module.css';

/** As high as a card with a score, so that nothing moves when it arrives. */
export function CardSkeleton() {
  return (
    <>
      <span className={text.unseen}>Loading the score</span>
      <div className={styles.top} aria-hidden="true">
        <div className={styles.markSkeleton}>
          <Skeleton width={72} height={72} rounded />
          <Skeleton width={56} height={20} />
        </div>
        <div className={styles.meta}>
          <Skeleton width="40%" height={22} />
          <Skeleton width="75%" height={26} />
          <Skeleton width="55%" height={17} />
        </div>
      </div>
      <div className={styles.columns} aria-hidden="true">
        <SkeletonRows rows={4} height={24} />
        <SkeletonRows rows={3} height={48} />
      </div>
      <div className={styles.footer} aria-hidden="true">
        <Skeleton width="45%" height={17} />
        <Skeleton width="25%" height={17} />
      </div>
    </>
  );
}

function SkeletonRows({
  rows,
  height,
}: {
  readonly rows: number;
  readonly height: number;
}) {
  return (
    <div>
      <Skeleton width="30%" height={17} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} style={{ height }}>
          <Skeleton width="100%" height={height / 2} />
        </div>
      ))}
    </div>
  );
}
