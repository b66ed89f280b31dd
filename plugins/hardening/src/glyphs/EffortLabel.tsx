// SPDX-License-Identifier: Apache-2.0
import type { Effort } from '@plimsoll/model';
import styles from './glyphs.module.css';

const EFFORTS: Readonly<
  Record<Effort, { readonly word: string; readonly path: string }>
> = {
  auto: {
    word: 'Automatic',
    path: 'M9 1.8 3.5 9h4.1l-.8 5.2L12.5 7H8.3z',
  },
  assisted: {
    word: 'Assisted',
    path: 'm2.5 13.5 8-8M12.2 1.8v3.4M10.5 3.5h3.4M13 8.6v2.2m-1.1-1.1h2.2',
  },
  manual: {
    word: 'By hand',
    path: 'M10.8 2.2a3.4 3.4 0 0 0-3.9 4.6l-4.5 4.5a1.5 1.5 0 0 0 2.2 2.2L9.1 9a3.4 3.4 0 0 0 4.6-3.9l-2 1.9-2.1-.6-.6-2.1z',
  },
};

/** What a fix takes: a shape alone, its word for those who listen. */
export function EffortGlyph({ effort }: { readonly effort: Effort }) {
  const { word, path } = EFFORTS[effort];
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      role="img"
      aria-label={word}
      className={styles.quiet}
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** What a fix takes: shape and word. */
export function EffortLabel({ effort }: { readonly effort: Effort }) {
  return (
    <span className={styles.quietLabel}>
      <span aria-hidden="true">
        <EffortGlyph effort={effort} />
      </span>
      {EFFORTS[effort].word}
    </span>
  );
}
