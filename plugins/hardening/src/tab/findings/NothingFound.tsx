// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import { OutcomeGlyph } from '../../glyphs/OutcomeGlyph';
import text from '../../text.module.css';
import styles from './findings.module.css';

/** An empty list: because all is well, or because of the filters. */
export function NothingFound({
  isFiltered,
  onClear,
}: {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}) {
  return (
    <div className={styles.nothing}>
      {isFiltered ? (
        <>
          <h3>Nothing matches</h3>
          <p className={text.muted}>No rule fits what you look for.</p>
          <Button variant="secondary" size="small" onPress={onClear}>
            Clear the filters
          </Button>
        </>
      ) : (
        <>
          <OutcomeGlyph outcome="passed" />
          <h3>Nothing here</h3>
          <p className={text.muted}>No rule has this outcome.</p>
        </>
      )}
    </div>
  );
}
