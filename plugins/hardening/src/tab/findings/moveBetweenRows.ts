// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from 'react';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** Arrow keys go from row to row; Escape closes the one that is open. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget, target, key } = event;
  if (!(target instanceof HTMLElement)) return;
  if (key === 'Escape') {
    const open = currentTarget.querySelector<HTMLElement>(
      'button[data-row][aria-expanded=true]',
    );
    open?.click();
    open?.focus();
    return;
  }
  const step = STEPS.get(key);
  if (step === undefined || !target.matches('button[data-row]')) return;
  const rows = [
    ...currentTarget.querySelectorAll<HTMLElement>('button[data-row]'),
  ];
  rows[rows.indexOf(target) + step]?.focus();
  event.preventDefault();
}
