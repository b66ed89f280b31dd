// SPDX-License-Identifier: Apache-2.0
import type { ScanCoverage } from '@plimsoll/model';
import { describeRule } from '../../testing/describeRule.ts';
import { scanned, secret } from '../../testing/scanReport.ts';
import { scanSecrets } from './secrets.ts';

const FILES = 'FROM debian:13-slim\n';

const COVERS: readonly ScanCoverage[] = ['secrets'];

const found = (...secrets: readonly ReturnType<typeof secret>[]) => ({
  scans: [scanned({ covers: COVERS, secrets })],
});

describeRule(scanSecrets, {
  passing: [
    { name: 'looked for and not found', files: FILES, evidence: found() },
    {
      name: 'left aside by the scanner',
      files: FILES,
      evidence: found(secret({ waived: { status: 'ignored' } })),
    },
  ],
  failing: [
    {
      name: 'a secret in a file',
      files: FILES,
      evidence: found(secret()),
      findings: [
        {
          messageId: 'found',
          line: 1,
          data: { place: '/app/.env', kind: 'AWS Access Key ID' },
        },
      ],
    },
    {
      name: 'as severe as the report says, the worst first',
      files: FILES,
      evidence: found(
        secret({ severity: { level: 'medium', word: 'MEDIUM' }, id: 'b' }),
        secret({
          severity: { level: 'unknown', word: 'VERIFIED' },
          place: { path: '/a.pem', startLine: 1 },
        }),
      ),
      findings: [
        {
          messageId: 'found',
          line: 1,
          data: { place: '/a.pem:1', kind: 'AWS Access Key ID' },
        },
        { messageId: 'found', line: 1, severity: 'medium' },
      ],
    },
    {
      name: 'the same by two reports, once',
      files: FILES,
      evidence: {
        scans: [
          ...found(secret()).scans,
          scanned({
            covers: COVERS,
            secrets: [secret()],
            scanner: { name: 'other' },
          }),
        ],
      },
      findings: [{ messageId: 'found', line: 1 }],
    },
    {
      name: 'more than anybody reads',
      files: FILES,
      evidence: found(
        ...Array.from({ length: 120 }, (_, index) =>
          secret({ place: { path: '/a', startLine: index + 1 } }),
        ),
      ),
      findings: [
        ...Array.from({ length: 100 }, () => ({ messageId: 'found', line: 1 })),
        { messageId: 'more', line: 1, count: 20, data: { count: '20' } },
      ],
    },
  ],
  unknown: [
    { name: 'no report', files: FILES, reason: 'no-scan-report' },
    {
      name: 'a part was not scanned',
      files: FILES,
      evidence: {
        scans: [
          scanned({
            covers: COVERS,
            omissions: [{ kind: 'not-scanned', count: 1 }],
          }),
        ],
      },
      reason: 'scan-incomplete',
    },
  ],
  notApplicable: [
    {
      name: 'nobody says that secrets were looked for',
      files: FILES,
      evidence: { scans: [scanned()] },
      reason: 'not-scanned-for',
    },
  ],
});
