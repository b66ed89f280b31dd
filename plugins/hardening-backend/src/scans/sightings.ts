// SPDX-License-Identifier: Apache-2.0
import { vulnerabilityKey } from '@plimsoll/engine';
import type { ImportedSeverity, ScanReport } from '@plimsoll/model';
import { counts, hasFix } from './scanFacts';

/** Longer names are of nobody's making but an attacker's: they get no grace. */
const LONGEST_NAME = 300;
/** As many as one statement takes without holding anything up. */
const PIECE = 500;

/**
 * The vulnerabilities of a report whose age matters: those that have a fix, and
 * of which a severity asks for it. A fix that comes later begins the grace.
 *
 * @returns JSON lists of `[vulnerability, package]`, in one order for all, so
 *   that uploads which write the same rows never wait for each other in a circle
 */
export function sightingsOf({ vulnerabilities }: ScanReport): string[] {
  const seen = new Map<string, readonly [string, string]>();
  for (const one of vulnerabilities) {
    if (!counts(one) || !hasFix(one)) continue;
    if (HARMLESS.has(one.severity.level)) continue;
    const { name } = one.package;
    const key = vulnerabilityKey(one.id, name);
    // As the engine writes the two, apart from each other.
    const id = vulnerabilityKey(one.id, '').slice(0, -1);
    if (isName(id) && isName(key))
      seen.set(key, [id, key.slice(id.length + 1)]);
  }
  const pairs = [...seen.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair);
  const pieces: string[] = [];
  for (let start = 0; start < pairs.length; start += PIECE) {
    pieces.push(JSON.stringify(pairs.slice(start, start + PIECE)));
  }
  return pieces;
}

const HARMLESS: ReadonlySet<ImportedSeverity> = new Set(['low', 'info']);

function isName(text: string): boolean {
  return (
    text.length <= LONGEST_NAME && text.isWellFormed() && !text.includes('\0')
  );
}
