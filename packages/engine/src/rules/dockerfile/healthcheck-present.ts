// SPDX-License-Identifier: Apache-2.0
import { baseImage } from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import { imagePurpose } from '../../artifacts/dockerfile/facts/image/imagePurpose.ts';
import { defineRule } from '../defineRule.ts';

export const healthcheckPresent = defineRule({
  id: 'dockerfile/healthcheck-present',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'A service says how its health is checked',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  control: 'health',
  frameworks: [
    'NIST-800-190 4.4.3',
    'SOC2 A1.2',
    'HIPAA 164.308(a)(7)',
    'CIS-Docker-1.6.0 4.6',
    'CIS-Docker-1.6.0 5.27',
  ],
  peers: {
    hadolint: ['DL3057'],
    trivy: ['DS-0026'],
    kics: ['b03a748a-542d-44f4-bb86-9199ab4fd2d5'],
    checkov: ['CKV_DOCKER_2'],
    dockle: ['CIS-DI-0006'],
    dockerbench: ['4.6'],
  },
  category: 'operations',
  lifecycle: 'stable',
  effort: 'auto',
  semantics:
    'Passes with a HEALTHCHECK that runs a command, in the target stage, or inherited from a stage that it builds on or from an image that is known to define one; what other images from a registry may define does not count. HEALTHCHECK NONE fails. The rule is about services, and a stage that exposes a port, or that starts a program of its own, is one. Not applicable is what the Dockerfile shows to be something else: functions of AWS Lambda, images with ONBUILD, images without CMD, ENTRYPOINT and EXPOSE on a base that starts no server, and images that expose nothing and start a shell, an interpreter that waits for input, a packaged tool without arguments, or a command that is known to end by itself. Jobs and tools that do not show it fail. Probes of Kubernetes, ECS and Cloud Run will settle the rule once their files are read; CIS 4.6 asks for HEALTHCHECK itself.',
  rationale:
    'Without a check, a process that hangs counts as healthy: nothing restarts it, and requests keep coming to it.',
  remediation:
    'Add a HEALTHCHECK that asks the service itself, with a program that the image holds, for example HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["node", "health.js"].',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  messages: {
    absent: 'No HEALTHCHECK tells whether the service of this image works.',
    disabled: 'HEALTHCHECK NONE switches every health check off.',
  },
  examples: {
    passing: [
      'FROM node:22-slim\nCOPY . /app\nHEALTHCHECK CMD ["node", "/app/health.js"]\nCMD ["node", "/app/server.js"]\n',
    ],
    failing: [
      'FROM node:22-slim\nCOPY . /app\nEXPOSE 8080\nCMD ["node", "/app/server.js"]\n',
    ],
    unknown: ['FROM registry.example.com/team/base:1.2\nCOPY . /app\n'],
  },
  check({ target }, verdict) {
    const { healthcheck } = target.state;
    if (healthcheck?.value.type === 'CMD') return verdict.passed();
    const base = baseImage(target);
    if (!healthcheck && base.kind === 'known' && base.facts.hasHealthcheck) {
      return verdict.passed();
    }
    const purpose = imagePurpose(target);
    if (purpose.kind === 'other') return verdict.notApplicable();
    if (healthcheck)
      return verdict.failed('disabled', healthcheck.instruction, {});
    if (purpose.kind === 'unknown') {
      return verdict.unknown(purpose.reason, purpose.detail);
    }
    return verdict.failed('absent', target.from.name, {});
  },
});
