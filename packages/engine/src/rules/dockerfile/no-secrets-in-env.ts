// SPDX-License-Identifier: Apache-2.0
import {
  secretVariables,
  type DeclaredVariable,
} from '../../artifacts/dockerfile/facts/stages/declaredVariables.ts';
import { defineRule } from '../defineRule.ts';
import { secretSeverity } from './secretSeverity.ts';

export const noSecretsInEnv = defineRule({
  id: 'dockerfile/no-secrets-in-env',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No ENV holds a secret',
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
    hadolint: ['DL3064'],
    trivy: ['DS-0031'],
    kics: ['c3e1b6ae-d92c-44b3-8ed5-1f5442bab6a4'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    dockle: ['CIS-DI-0010'],
    dockerbench: ['4.10'],
  },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'secrets',
  semantics:
    'Judges each variable of each ENV in all stages, those that an ONBUILD keeps included. Critical: the value has the form of a known secret, or holds a credential in a URL, or the name is that of a secret (password, token, secret, key, auth, credential, private, as whole words, and names that vendors use) and the value stands there as text. Medium: the name is that of a secret, and the value is empty or comes from a variable. Low: the value is a placeholder such as "changeme". Each one step lower in a stage that the target does not need, and, without a value, where only "key", "auth" or "private" stands in the name. Names that go on with a word such as FILE, PATH, URL, ID, NAME or SHA256, public keys and fingerprints, paths, addresses, switches and numbers are no secrets; a value of letters alone behind a vague name is none either.',
  rationale:
    'An ENV becomes part of the image: whoever may pull the image reads it with "docker inspect", and each process in the container inherits it.',
  remediation:
    'Replace the secret where it is accepted, because whoever has the image or the repository has it. Then remove the ENV: give the value to the container when it starts, or to one build step with RUN --mount=type=secret,id=name,env=NAME.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  messages: {
    literal: 'ENV sets "{name}" to {secret}, which every image then holds.',
    placeholder:
      'ENV sets "{name}" to a placeholder: a container that is given no other value runs with it.',
    reference:
      'ENV sets "{name}" to what the build is given for a variable, and the image keeps it.',
    empty:
      'ENV sets "{name}", the name of a secret, to nothing: it invites a value that the image would keep.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nENV DB_PASSWORD_FILE=/run/secrets/db_password\nRUN --mount=type=secret,id=token,env=API_TOKEN ./fetch\n',
    ],
    failing: ['FROM alpine:3.22\nENV DB_PASSWORD=hunter2\n'],
  },
  check({ build }, verdict) {
    const findings = secretVariables(build, 'env').flatMap(variable => {
      const { name, secret, isReachable } = variable;
      if (secret) {
        const severity = secretSeverity('critical', isReachable);
        const data = { name, secret: secret.kind.label };
        return [verdict.finding('literal', variable, data, severity)];
      }
      const open = openFinding(variable);
      if (!open) return [];
      const severity = secretSeverity(open.severity, isReachable);
      return [verdict.finding(open.messageId, variable, { name }, severity)];
    });
    return verdict.fromFindings(findings);
  },
});

/** What there is to say about a variable without a secret in it. */
function openFinding({ signal, nature }: DeclaredVariable) {
  if (signal === undefined) return undefined;
  switch (nature) {
    case 'placeholder':
      return { messageId: 'placeholder', severity: 'low' } as const;
    case 'empty':
    case 'reference': {
      const severity = signal === 'vague' ? 'low' : 'medium';
      return { messageId: nature, severity } as const;
    }
    default:
      return undefined;
  }
}
