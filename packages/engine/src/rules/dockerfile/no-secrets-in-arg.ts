// SPDX-License-Identifier: Apache-2.0
import {
  isOnlySecretId,
  secretVariables,
} from '../../artifacts/dockerfile/facts/stages/declaredVariables.ts';
import { defineRule } from '../defineRule.ts';
import { secretSeverity } from './secretSeverity.ts';

export const noSecretsInArg = defineRule({
  id: 'dockerfile/no-secrets-in-arg',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No ARG asks for a secret',
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
    'Judges each ARG in all stages and before the first one, those that an ONBUILD keeps included. Critical: the default has the form of a known secret, or holds a credential in a URL, or the name is that of a secret and the default stands there as text. High: the name is that of a secret and there is no default, an empty one, or one from a variable, so that a build has to be given the secret; medium where only "key", "auth" or "private" tells. Low: the default is a placeholder. Each one step lower in a stage that the target does not need. What is no secret in ENV is none here. An ARG that is used for nothing but the id of a secret mount passes.',
  rationale:
    'The value of an ARG is kept in the history of the image where a RUN uses it, in the build cache, and in the provenance that is published with the image.',
  remediation:
    'Remove the ARG and mount the secret where it is needed: RUN --mount=type=secret,id=name,env=NAME, and "docker build --secret id=name,env=NAME". Replace a secret that was the default or was given to a build whose image or provenance was published.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  messages: {
    literal: 'The default of ARG "{name}" is {secret}: it stands in the file.',
    placeholder:
      'ARG "{name}" asks for a secret and has a placeholder as its default.',
    asked:
      'ARG "{name}" asks for a secret: what a build is given for it stays in history, cache and provenance.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nARG NPM_TOKEN_FILE=/run/secrets/npm\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN ./fetch\n',
    ],
    failing: ['FROM alpine:3.22\nARG NPM_TOKEN\nRUN ./fetch\n'],
  },
  check({ build }, verdict) {
    const findings = secretVariables(build, 'arg').flatMap(variable => {
      const { name, signal, nature, secret, isReachable } = variable;
      if (secret) {
        const severity = secretSeverity('critical', isReachable);
        const data = { name, secret: secret.kind.label };
        return [verdict.finding('literal', variable, data, severity)];
      }
      if (signal === undefined || nature === 'plain') return [];
      if (isOnlySecretId(build, name)) return [];
      if (nature === 'placeholder') {
        const severity = secretSeverity('low', isReachable);
        return [verdict.finding('placeholder', variable, { name }, severity)];
      }
      const severity = secretSeverity(
        signal === 'vague' ? 'medium' : 'high',
        isReachable,
      );
      return [verdict.finding('asked', variable, { name }, severity)];
    });
    return verdict.fromFindings(findings);
  },
});
