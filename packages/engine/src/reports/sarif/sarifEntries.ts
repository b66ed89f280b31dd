// SPDX-License-Identifier: Apache-2.0
import type {
  ExposedSecret,
  Misconfiguration,
  ScannedEntry,
  Vulnerability,
} from '@plimsoll/model';
import { type Fix, readFix, type ResultFacts } from './sarifResult.ts';
import type { RuleFacts } from './sarifRule.ts';
import { ratingOfLevel } from './sarifSeverity.ts';

/** A result and its rule, as a vulnerability. */
export function toVulnerability(
  id: string,
  result: ResultFacts,
  rule: RuleFacts | undefined,
): Vulnerability {
  const { fix, fixedVersions } = result.fix ?? fixOfRule(rule);
  return {
    ...toEntry(result, rule),
    id,
    aliases: rule?.aliases ?? NONE,
    // The message is nearer: results of one rule may be of many packages.
    package: result.package ?? rule?.package ?? NO_PACKAGE,
    fix,
    fixedVersions,
    status: 'affected',
    cvss: rule?.cvss ?? NONE,
  };
}

const NONE: readonly never[] = [];
const NO_PACKAGE = { name: '', version: '', kind: 'unknown' } as const;

function fixOfRule(rule: RuleFacts | undefined): Fix {
  return readFix(rule?.fixedVersion ?? '');
}

export function toMisconfiguration(
  id: string,
  result: ResultFacts,
  rule: RuleFacts | undefined,
): Misconfiguration {
  const { message, place } = result;
  return {
    ...toEntry(result, rule),
    id,
    ...(message && { message }),
    ...(place && { place }),
  };
}

/** Without the message: some tools write the secret into it. */
export function toSecret(
  id: string,
  result: ResultFacts,
  rule: RuleFacts | undefined,
): ExposedSecret {
  const { place } = result;
  return { ...toEntry(result, rule), id, ...(place && { place }) };
}

function toEntry(
  { rating, level, place, waived }: ResultFacts,
  rule: RuleFacts | undefined,
): ScannedEntry {
  return {
    severity: rating ?? rule?.rating ?? ratingOfLevel(level ?? rule?.level),
    ...(rule?.title && { title: rule.title }),
    ...(rule?.url && { url: rule.url }),
    ...(place && { target: place.path }),
    ...(waived && { waived }),
  };
}
