// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { scanned } from '../../testing/scanReport.ts';
import { scanPresent } from './present.ts';

const FILES = 'FROM debian:13-slim\n';
const OF_FILES = {
  subject: { kind: 'repository', name: '.' },
  covers: ['application-packages', 'vulnerabilities'],
} as const;

describeRule(scanPresent, {
  passing: [
    { name: 'a report', files: FILES, evidence: { scans: [scanned()] } },
    {
      name: 'an old report',
      files: FILES,
      evidence: { scans: [scanned({ scannedAt: '2020-01-01T00:00:00Z' })] },
    },
    {
      name: 'a report of files beside one of the image',
      files: FILES,
      evidence: {
        scans: [
          scanned(),
          scanned({ ...OF_FILES, scanner: { name: 'Grype' } }),
        ],
      },
    },
    {
      name: 'a report that does not tell what it is about',
      files: FILES,
      evidence: {
        scans: [scanned({ subject: { kind: 'unknown', name: '' } })],
      },
    },
    {
      name: 'all files of an image, seen from within',
      files: FILES,
      evidence: {
        scans: [scanned({ subject: { kind: 'filesystem', name: '/' } })],
      },
    },
    {
      name: 'for each image its own',
      files: {
        'api/Dockerfile': 'FROM debian:13-slim\n',
        'web/Dockerfile': 'FROM nginx:1.29\n',
      },
      path: 'web/Dockerfile',
      evidence: { scans: [scanned({ image: 'registry.example.com/web:2' })] },
    },
    {
      name: 'an image of no Dockerfile, by its name',
      files: {
        'api/Dockerfile': 'FROM debian:13-slim\n',
        'web/Dockerfile': 'FROM nginx:1.29\n',
      },
      path: 'registry.example.com/shop/batch',
      evidence: {
        scans: [scanned({ image: 'registry.example.com/shop/batch:2' })],
      },
    },
  ],
  failing: [
    {
      name: 'only files were scanned',
      files: FILES,
      evidence: { scans: [scanned(OF_FILES)] },
      findings: [
        {
          messageId: 'onlyFiles',
          line: 1,
          data: { scanner: 'Trivy', name: '.' },
        },
      ],
    },
  ],
  unknown: [
    { name: 'no report', files: FILES, reason: 'no-scan-report' },
    {
      name: 'a report on secrets alone',
      files: FILES,
      evidence: { scans: [scanned({ covers: ['secrets'] })] },
      reason: 'no-package-scanned',
    },
    {
      name: 'a report without anything',
      files: FILES,
      evidence: { scans: [scanned({ covers: [] })] },
      reason: 'no-package-scanned',
    },
    {
      name: 'the report is of another image',
      files: {
        'api/Dockerfile': 'FROM debian:13-slim\n',
        'web/Dockerfile': 'FROM nginx:1.29\n',
      },
      path: 'api/Dockerfile',
      evidence: { scans: [scanned({ image: 'registry.example.com/web:2' })] },
      reason: 'no-scan-report',
    },
  ],
  notApplicable: [
    {
      name: 'a new repository need not have one yet',
      files: FILES,
      evidence: { firstScanDue: '2026-12-01T00:00:00.000Z' },
      reason: 'awaiting-first-build',
    },
  ],
});
