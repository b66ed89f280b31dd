// SPDX-License-Identifier: Apache-2.0
import { Card } from '@backstage/ui';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './tab.module.css';

/** A titled card of the tab. */
export function Section({
  id,
  title,
  note,
  tools,
  isBusy,
  children,
}: {
  /** For links to it. */
  readonly id?: string;
  readonly title: string;
  /** Beside the title. */
  readonly note?: ReactNode;
  /** At the other end of the head. */
  readonly tools?: ReactNode;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  // An address may name a section that was not there when the page opened.
  useEffect(() => {
    if (id && window.location.hash === `#${id}`)
      card.current?.scrollIntoView?.();
  }, [id]);
  return (
    <Card
      ref={card}
      id={id}
      className={styles.section}
      role="region"
      aria-labelledby={titleId}
      aria-busy={isBusy}
    >
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>
          <span id={titleId}>{title}</span>
          {note && <span className={styles.sectionNote}>{note}</span>}
        </h2>
        {tools}
      </div>
      {children}
    </Card>
  );
}
