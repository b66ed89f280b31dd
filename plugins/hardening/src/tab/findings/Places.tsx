// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { FindingExcerpt } from './FindingExcerpt';
import styles from './Places.module.css';

/** Each place is a request of its own. */
export const PLACES_AT_FIRST = 3;

const PLACES_MORE = 10;

/** The places at which one rule failed, a few at once. */
export function Places({
  entityRef,
  findings,
  total,
  most,
  onMost,
  isLoading = false,
}: {
  readonly entityRef: string;
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
  /** How many are shown. */
  readonly most: number;
  readonly onMost: (most: number) => void;
  readonly isLoading?: boolean;
}) {
  const left = total - most;
  return (
    <div className={styles.places}>
      {findings.slice(0, most).map(finding => (
        <div key={finding.fingerprint} className={styles.place}>
          <FindingExcerpt entityRef={entityRef} finding={finding} />
        </div>
      ))}
      {left > 0 && (
        <span>
          <Button
            variant="tertiary"
            size="small"
            isPending={isLoading}
            onPress={() => onMost(most + PLACES_MORE)}
          >
            {`Show ${Math.min(left, PLACES_MORE)} more of ${total} places`}
          </Button>
        </span>
      )}
    </div>
  );
}
