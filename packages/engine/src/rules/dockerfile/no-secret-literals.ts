// SPDX-License-Identifier: Apache-2.0
import { secretLiterals } from '../../artifacts/dockerfile/facts/secrets/secretLiterals.ts';
import { defineRule } from '../defineRule.ts';
import { secretSeverity } from './secretSeverity.ts';

export const noSecretLiterals = defineRule({
  id: 'dockerfile/no-secret-literals',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No credential stands in the text of the Dockerfile',
  severity: 'critical',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: [],
  control: 'secrets',
  frameworks: [
    'NIST-800-190 4.1.4',
    'PCI-DSS-4.0.1 8.6.2',
    'HIPAA 164.312(a)(1)',
    'SOC2 CC6.1',
    'CIS-Docker-1.6.0 4.10',
  ],
  peers: {
    kics: ['c3e1b6ae-d92c-44b3-8ed5-1f5442bab6a4'],
    dockle: ['CIS-DI-0010'],
  },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'manual',
  action: 'secrets',
  semantics:
    'Looks through the whole file, comments and here-documents included, except the values of ENV and ARG, which have rules of their own. It fails for tokens and keys of a known form, private keys, a password in a URL, an Authorization header with its credential, tokens for package registries (.npmrc, .netrc, .docker/config.json), passwords that options (--password, -p, -u user:password), variables, chpasswd or SQL are given as text, and a random value with the name of a secret. A private key counts once for each instruction. One step lower in a stage that the target does not need. Placeholders, variables, checksums, digests, fingerprints and public keys are none; a short value behind a name such as "token" that looks like a word is not judged.',
  rationale:
    'A Dockerfile is kept in version control and read by everybody who works on it, and its commands are repeated in the history of the image: a credential in it is known.',
  remediation:
    'Treat the credential as known to others: replace it where it is accepted, then look for its use. Only then remove it from the file and give it to the one step that needs it with RUN --mount=type=secret, or to the container when it starts.',
  references: ['https://docs.docker.com/build/building/secrets/'],
  messages: {
    found: 'This {place} holds {secret}: whoever reads the file has it.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nRUN --mount=type=secret,id=netrc,target=/root/.netrc curl --netrc -O https://example.com/a\n',
    ],
    failing: [
      'FROM alpine:3.22\nRUN curl -u robot:Sup3rs4fe -O https://example.com/a\n',
    ],
  },
  check({ build }, verdict) {
    const findings = secretLiterals(build).map(literal => {
      const { secret, place, isReachable } = literal;
      const severity = secretSeverity('critical', isReachable);
      const data = { place, secret: secret.kind.label };
      return verdict.finding('found', secret, data, severity);
    });
    return verdict.fromFindings(findings);
  },
});
