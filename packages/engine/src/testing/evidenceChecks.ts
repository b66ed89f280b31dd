// SPDX-License-Identifier: Apache-2.0
import { BASES } from '../data/evidence.ts';

/** Whether a row says where it is from, what was opened for it, and when. */
export function isEvidence(row: {
  readonly source: string;
  readonly basis: string;
  readonly checked: string;
}): boolean {
  return (
    /^https:\/\/[a-z0-9.-]+\/\S+$/.test(row.source) &&
    BASES.some(basis => basis === row.basis) &&
    isPastDay(row.checked)
  );
}

/** Whether it is a day, and not one to come. */
export function isPastDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text) &&
    day.getTime() <= Date.now()
  );
}
