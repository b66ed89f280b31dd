// SPDX-License-Identifier: Apache-2.0
import type { Vulnerability } from '@plimsoll/model';
import { plainId } from './vulnerabilityKey.ts';

type Named = Pick<Vulnerability, 'id' | 'aliases'>;

/**
 * Finds the one name for what several scanners call differently: the CVE, where
 * an advisory is about a single one. An advisory about several stays itself.
 */
export function canonicalIds(
  vulnerabilities: Iterable<Named>,
): (id: string) => string {
  const cves = new Map<string, string | undefined>();
  for (const { id, aliases } of vulnerabilities) {
    if (aliases.length === 0) continue;
    const ids = [id, ...aliases].map(plainId);
    const [cve, ...more] = new Set(ids.filter(isCve));
    for (const other of ids) {
      if (isCve(other)) continue;
      const isOne = more.length === 0 && (cves.get(other) ?? cve) === cve;
      const isOpen = cves.has(other) && cves.get(other) === undefined;
      cves.set(other, isOne && !isOpen ? cve : undefined);
    }
  }
  return id => cves.get(id) ?? plainId(id);
}

function isCve(id: string): boolean {
  return id.startsWith('CVE-');
}
