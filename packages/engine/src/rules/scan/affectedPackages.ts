// SPDX-License-Identifier: Apache-2.0
import type { ActionId } from '@plimsoll/model';
import type { ImageVulnerability } from '../../artifacts/imageScan/imageScan.ts';
import {
  compareVersions,
  updateFor,
} from '../../artifacts/imageScan/updateFor.ts';
import { compareText } from '../../text/order.ts';

/** A package and those of its vulnerabilities that a rule is about. */
export interface AffectedPackage {
  readonly name: string;
  /** Most dangerous first. */
  readonly vulnerabilities: readonly ImageVulnerability[];
  /** What updating it is part of; undefined where that is not known. */
  readonly action: ActionId | undefined;
}

/** More findings than this are summed up, for each rule and image. */
export const MOST_FINDINGS = 100;

/** The packages of vulnerabilities, most dangerous first. */
export function affectedPackages(
  vulnerabilities: readonly ImageVulnerability[],
): AffectedPackage[] {
  const groups = new Map<string, ImageVulnerability[]>();
  for (const one of vulnerabilities) {
    const group = groups.get(one.package);
    if (group) group.push(one);
    else groups.set(one.package, [one]);
  }
  return [...groups]
    .map(([name, members]) => ({
      name: name || 'a package without a name',
      vulnerabilities: members.sort(mostDangerousFirst),
      action: actionFor(members),
    }))
    .sort(
      (a, b) =>
        mostDangerousFirst(a.vulnerabilities[0]!, b.vulnerabilities[0]!, [
          a.vulnerabilities.length,
          b.vulnerabilities.length,
        ]) || compareText(a.name, b.name),
    );
}

/** `openssl 3.0.1 → 3.0.2`, with what mends all of the vulnerabilities. */
export function describeUpgrade({
  name,
  vulnerabilities,
}: AffectedPackage): string {
  const versions = vulnerabilities.flatMap(one => one.versions);
  const installed = [...new Set(versions)].sort(compareVersions);
  const update = updateFor(vulnerabilities, installed[0] ?? '');
  const from = [name, shortList(installed, MOST_VERSIONS)].filter(Boolean);
  return `${from.join(' ')} → ${update ?? 'a newer version'}`;
}

const MOST_VERSIONS = 30;

/** `CVE-2026-1, CVE-2026-2 and 3 more`. */
export function describeIds({ vulnerabilities }: AffectedPackage): string {
  return shortList(
    vulnerabilities.map(({ id }) => id),
    MOST_IDS,
  );
}

const MOST_IDS = 90;

/** `1 critical vulnerability`; `12 vulnerabilities` of no severity. */
export function countWords(count: number, severity?: string): string {
  const noun = count === 1 ? 'vulnerability' : 'vulnerabilities';
  return [count, severity, noun].filter(Boolean).join(' ');
}

function mostDangerousFirst(
  a: ImageVulnerability,
  b: ImageVulnerability,
  [countA, countB]: readonly [number, number] = [0, 0],
): number {
  return (
    Number(b.isExploited ?? false) - Number(a.isExploited ?? false) ||
    (b.epss?.probability ?? 0) - (a.epss?.probability ?? 0) ||
    countB - countA ||
    compareText(a.id, b.id)
  );
}

function actionFor(
  vulnerabilities: readonly ImageVulnerability[],
): ActionId | undefined {
  if (!vulnerabilities.every(({ isFixable }) => isFixable)) return undefined;
  switch (vulnerabilities[0]?.kind) {
    case 'os':
      return 'update-base-image';
    case 'application':
      return 'update-packages';
    default:
      return undefined;
  }
}

/** As many as fit in a number of characters, at least one. */
function shortList(words: readonly string[], most: number): string {
  let text = words[0] ?? '';
  for (const [index, word] of words.entries()) {
    if (index === 0) continue;
    if (text.length + word.length + 2 > most) {
      return `${text} and ${words.length - index} more`;
    }
    text += `, ${word}`;
  }
  return text;
}
