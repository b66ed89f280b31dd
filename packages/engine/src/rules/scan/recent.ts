// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { trivyExample } from './exampleReports.ts';
import { DAY, dayOf } from './grace.ts';

export const scanRecent = defineRule({
  id: 'scan/recent',
  artifact: 'imageScan',
  scoreArea: 'scan',
  title: 'The image was scanned lately, with current data',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.1',
    'PCI-DSS-4.0.1 11.3.1',
    'SOC2 CC7.1',
    'CIS-Docker-1.6.0 4.4',
  ],
  peers: {},
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Looks at the newest report that lists packages. Younger than 7 days it passes; up to 30 days are a finding of severity info; older ones fail. The database of the scanner, where the report tells its age, is held to the same number of days before the scan. A report that does not say when it was made counts from the day on which it was received. What an old report has found stays in force. Unknown where nothing tells a time, without a report, and where no report shows a package.',
  rationale:
    'Vulnerabilities are found every day in what has not changed: an image that was clean a month ago is not clean today.',
  remediation:
    'Scan the image at least every week, also when nothing was built, and let the scanner fetch its database first.',
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://trivy.dev/latest/docs/configuration/db/',
  ],
  messages: {
    old: 'The last scan, by {scanner}, is of {date}: {days} days old.',
    oldDatabase:
      'On {date} {scanner} scanned with data that was {days} days old.',
  },
  examples: {
    passing: [trivyExample([])],
    failing: [trivyExample([], { createdAt: '2026-09-01T06:00:00Z' })],
    unknown: ['FROM debian:13-slim\n'],
  },
  check({ at, reports }, verdict, { now }) {
    const listing = reports.filter(one => one.coversVulnerabilities);
    if (listing.length === 0) return verdict.unknown('no-package-scanned');
    const newest = listing.find(one => one.time);
    if (!newest?.time) return verdict.unknown('scan-not-dated');

    const { scanner, time, databaseBuiltAt } = newest;
    const words = (age: number) => ({
      scanner,
      date: dayOf(time),
      days: String(Math.floor(age / DAY)),
    });
    const age = now.getTime() - time.getTime();
    const databaseAge = time.getTime() - (databaseBuiltAt ?? time).getTime();
    const result = verdict.fromFindings([
      ...(age < FRESH
        ? []
        : [verdict.finding('old', at, words(age), severityOf(age))]),
      ...(databaseAge < FRESH
        ? []
        : [
            verdict.finding(
              'oldDatabase',
              at,
              words(databaseAge),
              severityOf(databaseAge),
            ),
          ]),
    ]);
    const next = [FRESH, OLD].find(limit => age < limit);
    return next === undefined
      ? result
      : verdict.until(result, new Date(time.getTime() + next));
  },
});

/** In milliseconds. */
const FRESH = 7 * DAY;
const OLD = 30 * DAY;

function severityOf(age: number) {
  return age < OLD ? 'info' : undefined;
}
