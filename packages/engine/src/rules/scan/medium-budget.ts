// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { trivyExample } from './exampleReports.ts';
import { FIXABLE_MESSAGES, judgeFixable } from './fixableVulnerabilities.ts';
import { graceDays, graceOf } from './grace.ts';

export const scanMediumBudget = defineRule({
  id: 'scan/medium-budget',
  artifact: 'imageScan',
  scoreArea: 'scan',
  title: 'Medium vulnerabilities with a fix do not pile up',
  severity: 'info',
  confidence: 'high',
  level: 'expert',
  mandatoryFor: [],
  frameworks: ['PCI-DSS-4.0.1 6.3.1'],
  peers: {},
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    'Counts the medium vulnerabilities of an image that have a fix, each of a package once. Each has a grace of 90 days from the later of two days: when it was first seen in this image, and when its fix came out. In its grace it is a finding of severity info; without a record of the first day the grace is over. Up to 50 open ones are findings of severity low, more are of severity medium. The load is small and grows with the logarithm of their number. Low vulnerabilities do not count. Unknown without a report, where a report shows no package or left parts out, and where a vulnerability with a fix has no severity.',
  rationale:
    'A long list of old findings hides the new one that matters, and says how long the image has not been built.',
  remediation:
    'Build the image regularly upon a base image that is kept up to date, and update the packages of the application with it.',
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://trivy.dev/latest/docs/scanner/vulnerability/',
  ],
  messages: FIXABLE_MESSAGES,
  examples: {
    passing: [
      trivyExample([
        { id: 'CVE-2026-20003', package: 'libxml2', severity: 'MEDIUM' },
      ]),
    ],
    failing: [
      trivyExample([
        {
          id: 'CVE-2026-20003',
          package: 'libxml2',
          severity: 'MEDIUM',
          fixed: '3.5.4-1',
        },
      ]),
    ],
    unknown: ['FROM debian:13-slim\n'],
  },
  check(scan, verdict, { policy, now }) {
    const days = graceDays('medium', policy);
    const open = scan.vulnerabilities.filter(
      one =>
        one.isFixable &&
        one.severity === 'medium' &&
        graceOf(one, days, now).state !== 'inGrace',
    );
    const counted = open.length > BUDGET ? 'medium' : 'low';
    const question = { severity: 'medium', days, counted } as const;
    return judgeFixable(scan, verdict, question, now);
  },
});

const BUDGET = 50;
