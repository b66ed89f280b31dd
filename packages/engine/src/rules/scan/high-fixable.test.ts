// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import {
  scanned,
  vulnerabilities,
  vulnerability,
} from '../../testing/scanReport.ts';
import { scanHighFixable } from './high-fixable.ts';

const FILES = 'FROM debian:13-slim\n';
const KEY = 'CVE-2026-1 libssl3';

/** One vulnerability, first seen on a day. */
function found(since?: string) {
  const report = { vulnerabilities: [vulnerability({ severity: 'high' })] };
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
  const list = vulnerabilities(count, { severity: 'high' });
  return { scans: [scanned({ vulnerabilities: list })] };
}

describeRule(scanHighFixable, {
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
      findings: [{ messageId: 'open', line: 1 }],
    },
    {
      name: 'on the last day of its 30 days',
      files: FILES,
      evidence: found('2026-10-23'),
      findings: [{ messageId: 'inGrace', line: 1, severity: 'info' }],
    },
    {
      name: 'after 30 days',
      files: FILES,
      evidence: found('2026-10-22'),
      findings: [{ messageId: 'open', line: 1 }],
    },
    {
      name: 'after twice as many',
      files: FILES,
      evidence: found('2026-09-22'),
      findings: [{ messageId: 'overdue', line: 1 }],
    },
    {
      name: 'in more packages than anybody reads',
      files: FILES,
      evidence: many(102),
      findings: [
        ...Array.from({ length: 100 }, () => ({ messageId: 'open', line: 1 })),
        { messageId: 'more', line: 1, count: 2 },
      ],
    },
  ],
  unknown: [{ name: 'no report', files: FILES, reason: 'no-scan-report' }],
});
