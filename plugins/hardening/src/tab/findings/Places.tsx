// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { useState } from 'react';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { FindingExcerpt } from './FindingExcerpt';
import styles from './Places.module.css';

/** Each place is a request of its own. */
const MOST_AT_ONCE = 3;

/** The places at which one rule failed. */
export function Places({
  entityRef,
  findings,
  total,
}: {
  readonly entityRef: string;
  readonly findings: readonly Finding[];
  readonly total: number;
}) {
  const [most, setMost] = useState(MOST_AT_ONCE);
  const left = findings.length - most;
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
            onPress={() => setMost(most + 10)}
          >
            {`Show ${Math.min(left, 10)} more of ${total} places`}
          </Button>
        </span>
      )}
      {left <= 0 && total > findings.length && (
        <p className={join(text.small, text.muted)}>
          {total - findings.length} more places come with “Show more” at the end
          of the list.
        </p>
      )}
    </div>
  );
}
