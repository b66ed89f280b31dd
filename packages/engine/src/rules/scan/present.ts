// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { trivyExample } from './exampleReports.ts';

export const scanPresent = defineRule({
  id: 'scan/present',
  artifact: 'imageScan',
  scoreArea: 'scan',
  title: 'The image is scanned for vulnerabilities',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.1',
    'PCI-DSS-4.0.1 11.3.1',
    'SOC2 CC7.1',
    'HIPAA 164.308(a)(1)(ii)(A)',
    'CIS-Docker-1.6.0 4.4',
  ],
  peers: {},
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    'Asks for a report of a vulnerability scanner about the image of each Dockerfile that counts. A report belongs to the Dockerfile that was named with it; else to the one whose folder or suffix is the last part of the name of the image (api/Dockerfile and Dockerfile.api for shop/api:1.4); else to the only Dockerfile, or the only one in production. A report of no Dockerfile is judged by the name of its image. Where all reports that list packages are about a folder or repository and show no packages of an operating system, the image itself was never looked at, and the rule fails. Unknown without any report, and where no report shows a package. A repository that is new need not have a report until its first scan is due.',
  rationale:
    'What nobody scans is as vulnerable as the day it was built, and a little more with each day since.',
  remediation:
    'Scan the image in the pipeline that builds it, and upload the report of Trivy or Grype, or a SARIF file.',
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://trivy.dev/latest/docs/target/container_image/',
  ],
  messages: {
    onlyFiles:
      'The report of {scanner} is about the files in "{name}", not about an image: packages of the base image are not in it.',
  },
  examples: {
    passing: [trivyExample([])],
    failing: [
      trivyExample([], {
        type: 'filesystem',
        name: '.',
        packages: 'lang-pkgs',
      }),
    ],
    unknown: ['FROM debian:13-slim\n'],
  },
  check({ at, reports }, verdict) {
    const [first, ...others] = reports.filter(one => one.coversVulnerabilities);
    if (!first) return verdict.unknown('no-package-scanned');
    if (![first, ...others].every(one => one.isOfFiles)) {
      return verdict.passed();
    }
    const { scanner, name } = first;
    return verdict.failed('onlyFiles', at, { scanner, name });
  },
});
