// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@plimsoll/model';
import styles from './glyphs.module.css';

const WORDS: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  unknown: 'Unknown',
  notApplicable: 'Not applicable',
  crashed: 'Unknown',
};

/** The outcome of a rule as a shape; its word is for those who listen. */
export function OutcomeGlyph({ outcome }: { readonly outcome: Outcome }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role="img"
      aria-label={WORDS[outcome]}
      className={styles[outcome]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <Shape outcome={outcome} />
    </svg>
  );
}

function Shape({ outcome }: { readonly outcome: Outcome }) {
  switch (outcome) {
    case 'passed':
      return (
        <>
          <circle cx="8" cy="8" r="6.25" />
          <path d="m5.2 8.2 2 2 3.6-4" />
        </>
      );
    case 'failed':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path
            d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"
            stroke="var(--bui-bg-neutral-1)"
            strokeWidth="1.6"
          />
        </>
      );
    case 'unknown':
    case 'crashed':
      return (
        <>
          <circle cx="8" cy="8" r="6.25" strokeDasharray="2.4 2" />
          <path d="M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.3" />
          <circle cx="8" cy="11.3" r=".9" fill="currentColor" stroke="none" />
        </>
      );
    case 'notApplicable':
      return <path d="M3.5 8h9" />;
    default:
      return unreachable(outcome);
  }
}

function unreachable(outcome: never): never {
  throw new Error(`There is no shape for the outcome "${outcome}"`);
}
