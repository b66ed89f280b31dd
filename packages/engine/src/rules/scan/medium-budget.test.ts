// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import {
  scanned,
  vulnerabilities,
  vulnerability,
} from '../../testing/scanReport.ts';
import { scanMediumBudget } from './medium-budget.ts';

const FILES = 'FROM debian:13-slim\n';
const KEY = 'CVE-2026-1 libssl3';

/** One vulnerability, first seen on a day. */
function found(since?: string) {
  const report = { vulnerabilities: [vulnerability({ severity: 'medium' })] };
  return {
    scans: [
      scanned(
        report,
        since === undefined ? {} : { firstSeen: { [KEY]: since } },
      ),
    ],
  };
}

/** So many, each of a package of its own. */
function many(count: number) {
  const list = vulnerabilities(count, { severity: 'medium' });
  return { scans: [scanned({ vulnerabilities: list })] };
}

describeRule(scanMediumBudget, {
  passing: [
    {
      name: 'what is fixed is of another severity',
      files: FILES,
      evidence: {
        scans: [
          scanned({
            vulnerabilities: [
              vulnerability({ severity: 'critical' }),
              vulnerability({ id: 'CVE-2026-2', severity: 'low' }),
            ],
          }),
        ],
      },
    },
  ],
  failing: [
    {
      name: 'without a record of the first day',
      files: FILES,
      evidence: found(),
      findings: [{ messageId: 'open', line: 1, severity: 'low' }],
    },
    {
      name: 'on the last day of its 90 days',
      files: FILES,
      evidence: found('2026-08-24'),
      findings: [{ messageId: 'inGrace', line: 1, severity: 'info' }],
    },
    {
      name: 'after 90 days',
      files: FILES,
      evidence: found('2026-08-23'),
      findings: [{ messageId: 'open', line: 1, severity: 'low' }],
    },
    {
      name: 'after twice as many',
      files: FILES,
      evidence: found('2026-05-25'),
      findings: [{ messageId: 'overdue', line: 1, severity: 'low' }],
    },
    {
      name: 'the fiftieth is within the budget',
      files: FILES,
      evidence: many(50),
      findings: Array.from({ length: 50 }, () => ({
        messageId: 'open',
        line: 1,
        severity: 'low',
      })),
    },
    {
      name: 'after it each is worse, in more packages than anybody reads',
      files: FILES,
      evidence: many(102),
      findings: [
        ...Array.from({ length: 100 }, () => ({
          messageId: 'open',
          line: 1,
          severity: 'medium' as const,
        })),
        { messageId: 'more', line: 1, severity: 'medium', count: 2 },
      ],
    },
  ],
  unknown: [{ name: 'no report', files: FILES, reason: 'no-scan-report' }],
});
