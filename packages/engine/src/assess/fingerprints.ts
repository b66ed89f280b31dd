// SPDX-License-Identifier: Apache-2.0
import type { Finding, PlacedFinding, RuleResult } from '@plimsoll/model';
import { maskedFile } from '../artifacts/maskedFile.ts';
import type { Repository } from '../artifacts/repository.ts';
import { digest } from '../text/digest.ts';

/**
 * Gives each finding what it is known by from one assessment to the next: a
 * digest of what stands at its place, not of where that is, so that it stays
 * when lines move. Equal findings are counted.
 *
 * @param results - by rule and path
 */
export function addFingerprints(
  repository: Repository,
  results: readonly RuleResult<PlacedFinding>[],
): RuleResult[] {
  const texts = new Map<string, string>();
  const textOf = ({ path, range }: PlacedFinding): string => {
    let masked = texts.get(path);
    if (masked === undefined) {
      masked = maskedFile(repository, path);
      texts.set(path, masked);
    }
    return masked.slice(range.start, range.end).replace(/\s+/g, ' ');
  };

  const counts = new Map<string, number>();
  const identify = (rule: string, finding: PlacedFinding): Finding => {
    const { path, messageId, data } = finding;
    const parts = [rule, path, messageId, textOf(finding)];
    for (const name of Object.keys(data).sort()) parts.push(name, data[name]!);
    const key = JSON.stringify(parts);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const fingerprint = digest([key, String(count)]).slice(0, 32);
    return { fingerprint, ...finding };
  };

  return results.map(result => ({
    ...result,
    findings: result.findings.map(one => identify(result.rule, one)),
  }));
}
