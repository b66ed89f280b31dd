// SPDX-License-Identifier: Apache-2.0
import { buildScripts } from '../../artifacts/dockerfile/facts/scripts/buildScripts.ts';
import { effectiveSteps } from '../../artifacts/dockerfile/facts/stages/effectiveSteps.ts';
import { insecureEnvironment } from '../../artifacts/dockerfile/facts/downloads/insecureEnvironment.ts';
import {
  insecureTransports,
  type InsecureTransport,
} from '../../artifacts/dockerfile/facts/downloads/insecureTransport.ts';
import { defineRule } from '../defineRule.ts';

export const tlsVerificationEnabled = defineRule({
  id: 'dockerfile/tls-verification-enabled',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Certificates are verified wherever the build and the image use TLS',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.2.1',
    'PCI-DSS-4.0.1 4.2.1',
    'HIPAA 164.312(e)(1)',
    'SOC2 CC6.7',
    'CIS-Docker-1.6.0 4.11',
  ],
  peers: {
    checkov: [
      'CKV2_DOCKER_2',
      'CKV2_DOCKER_3',
      'CKV2_DOCKER_4',
      'CKV2_DOCKER_5',
      'CKV2_DOCKER_6',
      'CKV2_DOCKER_12',
      'CKV2_DOCKER_13',
      'CKV2_DOCKER_14',
      'CKV2_DOCKER_15',
      'CKV2_DOCKER_16',
    ],
  },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Judges RUN and the files that it writes with echo, printf, here-documents and sed -i, here-documents of COPY, ENV and ARG in every stage that the build needs, and the CMD, ENTRYPOINT and HEALTHCHECK of the image. It fails for options, settings and variables that make curl, wget, aria2c, Git, pip, npm, Yarn, conda, apt, yum, Python, Node.js and others in its table accept any certificate, and is critical where ENV passes such a variable on to the containers. curl, wget and the like pass when all their addresses are in the container itself (localhost, 127.0.0.1, [::1]), as do trusted hosts of that kind. Files that are copied, and programs that are not in the table, are not looked into.',
  rationale:
    'Without the check anyone on the way can answer in place of the server, and put a program of their own into the image.',
  remediation:
    'Remove the switch. Where a server has a certificate of your own authority, add the certificate of that authority to the trust store of the image (update-ca-certificates, update-ca-trust, NODE_EXTRA_CA_CERTS, PIP_CERT).',
  references: [
    'https://curl.se/docs/sslcerts.html',
    'https://pip.pypa.io/en/stable/topics/https-certificates/',
  ],
  messages: {
    option: '"{text}" makes {name} accept any certificate.',
    variable: '"{text}" makes programs accept any certificate.',
    image:
      '"{text}" makes programs accept any certificate, in every container of the image too.',
    file: 'The line "{text}" in "{name}" makes programs accept any certificate.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nRUN wget -qO /etc/app.json https://example.com/app.json\n',
    ],
    failing: [
      'FROM node:22\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n',
      'FROM debian:13\nRUN curl -fsSLk -o /app.json https://example.com/app.json\n',
    ],
  },
  check({ build }, verdict) {
    const transports: InsecureTransport[] = [];
    for (const step of effectiveSteps(build)) {
      for (const one of insecureTransports(step)) transports.push(one);
    }
    const { insecure, open } = insecureEnvironment(build);
    const findings = [
      ...transports
        .filter(({ isOpen }) => !isOpen)
        .map(at =>
          verdict.finding(at.kind, at, { text: at.text, name: at.name }),
        ),
      ...insecure.map(at => {
        const data = { text: `${at.name}=${at.value}`, name: at.name };
        return at.isInImage
          ? verdict.finding('image', at, data, 'critical')
          : verdict.finding('variable', at, data);
      }),
    ];
    if (findings.length > 0) return verdict.fromFindings(findings);
    const undecided = [...transports.map(({ text }) => text), ...open];
    if (undecided.length > 0) {
      const detail = undecided.join(', ');
      return verdict.unknown('variable-without-value', detail);
    }
    const { unread, isWindows } = buildScripts(build);
    if (unread !== undefined) return verdict.unknown('script-not-read', unread);
    return isWindows
      ? verdict.notApplicable('windows-image')
      : verdict.passed();
  },
});
