// SPDX-License-Identifier: Apache-2.0

/** Shapes without a word of their own: always beside one. */
export type IconName = keyof typeof PATHS;

const PATHS = {
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  next: 'M6 4.2 9.8 8 6 11.8',
  down: 'M4.5 6 8 9.8 11.5 6',
  lock: 'M3.2 7h9.6v6.6H3.2zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2',
  clock:
    'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.4V8l2.6 1.6',
  warning: 'M8 2 14.4 13.4H1.6zM8 6.4v3.4M8 11v1.2',
  check: 'm3.2 8.4 3 3 6.6-7',
  file: 'M4 1.8h5l3 3v9.4H4zM8.8 2v3h3',
  leave: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  commit: 'M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M1 8h4.4M10.6 8H15',
  ruleset: 'M3 3.5h10M3 8h10M3 12.5h6',
  policy: 'M4 14V2.5h7.5L9.8 5.5l1.7 3H5.2',
  first: 'M8 2v12M2 8h12',
} as const;

/** Draws a shape in the colour of the text around it. */
export function Icon({
  name,
  size = 16,
}: {
  readonly name: IconName;
  readonly size?: number;
}) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={name === 'lock' ? 'currentColor' : 'none'}
        fillRule="evenodd"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
