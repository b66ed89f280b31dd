// SPDX-License-Identifier: Apache-2.0

/** How people write the names of frameworks and benchmarks. */
const NAMES: readonly (readonly [prefix: string, name: string])[] = [
  ['CIS-Docker-1.6.0', 'CIS Docker Benchmark 1.6.0'],
  ['CIS-K8s-1.23', 'CIS Kubernetes Benchmark 1.23'],
  ['HIPAA', 'HIPAA Security Rule'],
  ['NIST-800-190', 'NIST SP 800-190'],
  ['NSA-CISA-K8s-1.0', 'NSA and CISA Kubernetes Hardening Guide 1.0'],
  ['OpenSSF-Scorecard', 'OpenSSF Scorecard'],
  ['PCI-DSS-4.0.1', 'PCI DSS 4.0.1'],
  ['PSS-baseline', 'Pod Security Standards, baseline'],
  ['PSS-restricted', 'Pod Security Standards, restricted'],
  ['SLSA-Build', 'SLSA Build'],
  ['SOC2', 'SOC 2'],
];

/** Framework and sections that a rule maps to. */
export interface Mapping {
  readonly name: string;
  readonly sections: readonly string[];
}

/**
 * Groups `NIST-800-190 4.2.2` and its like by framework.
 *
 * @throws Error - for a framework that is not in the table
 */
export function mappings(frameworks: readonly string[]): Mapping[] {
  const sections = new Map<string, string[]>();
  for (const framework of frameworks) {
    const known = NAMES.find(([prefix]) => framework.startsWith(`${prefix} `));
    if (!known) {
      throw new Error(`"${framework}" is of no framework that is known`);
    }
    const [prefix, name] = known;
    const list = sections.get(name) ?? [];
    list.push(framework.slice(prefix.length + 1));
    sections.set(name, list);
  }
  return [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({ name, sections: list }));
}
