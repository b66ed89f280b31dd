// SPDX-License-Identifier: Apache-2.0
import { Link, useSidebarOpenState } from '@backstage/core-components';

/** The load line, and the name where there is room for it. */
export function Logo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      aria-label="Plimsoll, home"
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 14,
        height: 64,
        padding: '0 24px',
        color: '#9bf0e1',
        fontSize: 20,
        fontWeight: 600,
        letterSpacing: '-0.01em',
      }}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <circle
          cx="12"
          cy="12"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
        <path d="M1 12h22" stroke="currentColor" strokeWidth="2.4" />
      </svg>
      {isOpen && 'Plimsoll'}
    </Link>
  );
}
