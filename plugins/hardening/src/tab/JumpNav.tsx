// SPDX-License-Identifier: Apache-2.0
import styles from './JumpNav.module.css';

/** A section that can be jumped to. */
export interface Jump {
  readonly id: string;
  readonly name: string;
}

/** The sections of the tab, for those who know where they want to be. */
export function JumpNav({ jumps }: { readonly jumps: readonly Jump[] }) {
  return (
    <nav aria-label="Sections of hardening" className={styles.jumps}>
      {jumps.map(({ id, name }) => (
        <a key={id} href={`#${id}`} className={styles.jump}>
          {name}
        </a>
      ))}
    </nav>
  );
}
