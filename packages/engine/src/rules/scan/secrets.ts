// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type ExposedSecret, type Severity } from '@plimsoll/model';
import { compareText } from '../../text/order.ts';
import { defineRule } from '../defineRule.ts';
import { MOST_FINDINGS } from './affectedPackages.ts';
import { trivyExample } from './exampleReports.ts';

export const scanSecrets = defineRule({
  id: 'scan/secrets',
  artifact: 'imageScan',
  scoreArea: 'scan',
  title: 'No scanner has found a secret in the image',
  severity: 'critical',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: [],
  control: 'secrets',
  frameworks: [
    'NIST-800-190 4.1.4',
    'PCI-DSS-4.0.1 8.6.2',
    'SOC2 CC6.1',
    'CIS-Docker-1.6.0 4.10',
  ],
  peers: { trivy: ['SECRET-CRITICAL'] },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    'Takes over the secrets that reports list, with the severity that they give them; without one it is critical. What a scanner was told to leave aside does not count. Neither a secret nor the text around it is read from a report. Reports do not tell that secrets were looked for where none was found, but those of scanners for secrets alone: without any word on secrets the rule does not apply. Unknown without a report, and where parts of all reports on secrets are missing.',
  rationale:
    'Everyone who can pull the image has the secret, also from a layer below the one that deletes the file.',
  remediation:
    'Change the secret first: it is known. Then find the instruction that brings it into the image, and give it to the container when it runs.',
  references: [
    'https://trivy.dev/latest/docs/scanner/secret/',
    'https://docs.docker.com/build/building/secrets/',
  ],
  messages: {
    found: 'A scanner has found a secret in {place}: {kind}.',
    more: 'A scanner has found {count} more secrets.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM debian:13-slim\nCOPY orders /orders\n',
        'gitleaks.sarif': `${JSON.stringify(
          {
            version: '2.1.0',
            runs: [{ tool: { driver: { name: 'gitleaks' } }, results: [] }],
          },
          null,
          2,
        )}\n`,
      },
    ],
    failing: [
      trivyExample([], {
        secrets: [
          {
            RuleID: 'aws-access-key-id',
            Category: 'AWS',
            Severity: 'CRITICAL',
            Title: 'AWS Access Key ID',
            StartLine: 3,
            EndLine: 3,
          },
        ],
      }),
    ],
    unknown: ['FROM debian:13-slim\n'],
  },
  check({ at, secrets, secretProof }, verdict) {
    if (secrets.length === 0) {
      switch (secretProof) {
        case 'sound':
          return verdict.passed();
        case 'scan-incomplete':
          return verdict.unknown('scan-incomplete');
        default:
          return verdict.notApplicable('not-scanned-for');
      }
    }
    const sorted = [...secrets].sort(worstFirst);
    const shown = sorted.slice(0, MOST_FINDINGS);
    const [worst, ...others] = sorted.slice(MOST_FINDINGS);
    return verdict.fromFindings([
      ...shown.map((secret, rank) => {
        const place = placeOf(secret);
        const kind =
          secret.title || secret.category || secret.id || 'kind not told';
        const data = { place, kind };
        return verdict.finding('found', at, data, severityOf(secret), { rank });
      }),
      ...(worst
        ? [
            verdict.finding(
              'more',
              at,
              { count: String(1 + others.length) },
              severityOf(worst),
              { count: 1 + others.length, rank: MOST_FINDINGS },
            ),
          ]
        : []),
    ]);
  },
});

function placeOf({ place, target = 'the image' }: ExposedSecret): string {
  if (!place) return target;
  const { path, startLine } = place;
  return startLine === undefined ? path : `${path}:${startLine}`;
}

/** Without a word on it, that of the rule. */
function severityOf({ severity: { level } }: ExposedSecret): Severity {
  return level === 'unknown' ? 'critical' : level;
}

function worstFirst(a: ExposedSecret, b: ExposedSecret): number {
  return (
    SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b)) ||
    compareText(placeOf(a), placeOf(b)) ||
    compareText(a.id, b.id)
  );
}
