// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { Action } from '@plimsoll/plugin-hardening-common';
import { useState } from 'react';
import { ActionRow } from '../card/ActionRow';
import { Section } from './Section';
import styles from './tab.module.css';

const MOST_AT_FIRST = 4;

/** What to do, most worth doing first. */
export function ActionsSection({
  actions,
}: {
  readonly actions: readonly Action[];
}) {
  const [isWhole, setWhole] = useState(false);
  if (actions.length === 0) return null;
  const shown = isWhole ? actions : actions.slice(0, MOST_AT_FIRST);
  return (
    <Section
      id="fixes"
      title="Next best fixes"
      tools={<span className={styles.sectionNote}>points back</span>}
    >
      <ul className={styles.actions}>
        {shown.map(action => (
          <ActionRow key={action.id} action={action} tabPath="" />
        ))}
      </ul>
      {shown.length < actions.length && (
        <span>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setWhole(true)}
          >
            {`Show ${actions.length - shown.length} more`}
          </Button>
        </span>
      )}
    </Section>
  );
}
