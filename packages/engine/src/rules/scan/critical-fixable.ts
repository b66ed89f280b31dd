// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { trivyExample } from './exampleReports.ts';
import { FIXABLE_MESSAGES, judgeFixable } from './fixableVulnerabilities.ts';
import { graceDays } from './grace.ts';

export const scanCriticalFixable = defineRule({
  id: 'scan/critical-fixable',
  artifact: 'imageScan',
  scoreArea: 'scan',
  title: 'No critical vulnerability with a fix is left open',
  severity: 'critical',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  frameworks: [
    'NIST-800-190 4.1.1',
    'PCI-DSS-4.0.1 6.3.3',
    'SOC2 CC7.1',
    'HIPAA 164.308(a)(1)(ii)(B)',
    'CIS-Docker-1.6.0 4.4',
  ],
  peers: {
    dockerbench: ['4.4'],
    dockerscout: ['no-fixable-critical-or-high'],
    trivy: ['VULN-CRITICAL'],
  },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Counts the critical vulnerabilities of an image that have a fix. A vulnerability of a package counts once, whatever scanners call it and in how many folders the package lies; the severity is that of whoever ships the package, before that of NVD. What the vendor will not fix is not fixable. What a scanner was told to leave aside, or calls not affected, does not count. Each has a grace of 7 days from the later of two days: when it was first seen in this image, and when its fix came out. In its grace it is a finding of severity info; without a record of the first day the grace is over. The load grows with the logarithm of their number. Unknown without a report, where a report shows no package or left parts out, and where a vulnerability with a fix has no severity.',
  rationale:
    'Whoever scans for targets finds a critical vulnerability within days of its publication, and the fix is there already.',
  remediation:
    'Update the base image where the package comes from there, else the package, and build the image again.',
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://trivy.dev/latest/docs/scanner/vulnerability/',
  ],
  messages: FIXABLE_MESSAGES,
  examples: {
    passing: [
      trivyExample([]),
      trivyExample([
        {
          id: 'CVE-2026-20001',
          package: 'libssl3',
          severity: 'CRITICAL',
        },
      ]),
    ],
    failing: [
      trivyExample([
        {
          id: 'CVE-2026-20001',
          package: 'libssl3',
          severity: 'CRITICAL',
          fixed: '3.5.4-1',
        },
      ]),
    ],
    unknown: ['FROM debian:13-slim\n'],
  },
  check: (scan, verdict, { policy, now }) =>
    judgeFixable(
      scan,
      verdict,
      { severity: 'critical', days: graceDays('critical', policy) },
      now,
    ),
});
