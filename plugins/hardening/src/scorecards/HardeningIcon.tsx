// SPDX-License-Identifier: Apache-2.0

/** The load line, for the side bar and the head of the page. */
export function HardeningIcon() {
  return (
    <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="5.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path d="M.8 8h14.4" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
