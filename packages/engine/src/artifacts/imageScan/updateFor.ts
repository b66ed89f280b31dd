// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../../text/order.ts';
import type { ImageVulnerability } from './imageScan.ts';

/**
 * The lowest version that mends all of the vulnerabilities; undefined where no
 * report names one, or none that is newer.
 *
 * @param installed - empty when it is not known
 */
export function updateFor(
  vulnerabilities: readonly Pick<ImageVulnerability, 'fixedVersions'>[],
  installed: string,
): string | undefined {
  let highest: string | undefined;
  for (const { fixedVersions } of vulnerabilities) {
    // One for each line of releases: the next one is the nearest.
    const next = [...fixedVersions]
      .sort(compareVersions)
      .find(version => compareVersions(version, installed) > 0);
    if (next === undefined) continue;
    if (highest === undefined || compareVersions(next, highest) > 0) {
      highest = next;
    }
  }
  return highest;
}

/**
 * Orders versions as a reader would: numbers by value, `~` before all else.
 * Ecosystems differ in details that matter to installers and not to advice.
 */
export function compareVersions(a: string, b: string): number {
  const partsA = a.match(PARTS) ?? [];
  const partsB = b.match(PARTS) ?? [];
  const length = Math.max(partsA.length, partsB.length);
  for (let index = 0; index < length; index++) {
    const order = compareParts(partsA[index], partsB[index]);
    if (order !== 0) return order;
  }
  return compareText(a, b);
}

const PARTS = /\d+|~|[a-z]+/gi;

function compareParts(a: string | undefined, b: string | undefined): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0 || a === undefined || b === undefined) return rank;
  if (rankOf(a) !== NUMBER) return compareText(a, b);
  const valueA = a.replace(/^0+/, '');
  const valueB = b.replace(/^0+/, '');
  return valueA.length - valueB.length || compareText(valueA, valueB);
}

const NUMBER = 4;

/** `1.0-rc1` stands before `1.0`, and `1.0-r1` behind it. */
function rankOf(part: string | undefined): number {
  if (part === undefined) return 2;
  if (part === '~') return 0;
  if (/^\d/.test(part)) return NUMBER;
  return BEFORE_RELEASE.test(part) ? 1 : 3;
}

const BEFORE_RELEASE = /^(?:alpha|beta|cr|dev|m|pre|preview|rc|snapshot)$/i;
