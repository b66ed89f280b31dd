// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';
import styles from './glyphs.module.css';

/** How bad a finding is: rungs, and the word. */
export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  return (
    <span className={styles.label}>
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        aria-hidden="true"
        className={styles[severity]}
      >
        {severity === 'critical' ? <Critical /> : <Rungs severity={severity} />}
      </svg>
      {SEVERITY_NAMES[severity]}
    </span>
  );
}

/** The word for a severity. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

function Critical() {
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M8 4v5" stroke="var(--bui-bg-neutral-1)" strokeWidth="2" />
      <circle cx="8" cy="11.7" r="1.2" fill="var(--bui-bg-neutral-1)" />
    </>
  );
}

function Rungs({ severity }: { readonly severity: Severity }) {
  const filled = SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);
  return (
    <>
      {[4, 7.5, 11].map((height, at) => (
        <rect
          key={height}
          x={2 + 4.5 * at}
          y={14 - height}
          width="3"
          height={height}
          rx=".8"
          fill={at < filled ? 'currentColor' : 'var(--plm-track)'}
        />
      ))}
    </>
  );
}
