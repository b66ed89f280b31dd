// SPDX-License-Identifier: Apache-2.0
import { healthcheckNeeds } from '../../artifacts/dockerfile/facts/image/healthcheckNeeds.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const healthcheckToolAvailable = defineRule({
  id: 'dockerfile/healthcheck-tool-available',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The image holds what its health check calls',
  severity: 'high',
  confidence: 'medium',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: ['SOC2 A1.2'],
  peers: {},
  category: 'operations',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Looks at each program that the HEALTHCHECK of the image calls, at the script that it gives to an interpreter, and at the shell that the shell form needs. A program is there when the table of base images says so, when a package in the chain of stages brings it and is not removed in the same RUN, when a COPY, ADD or RUN writes a file of that name, or when a RUN calls it itself. It fails only where the base image is known and nothing brings the program, or where nothing writes the file; of several programs joined by || one is enough. Images that are not in the table, scripts that run during the build, folders of other stages and folders of a repository that is not fully listed make the rule unknown. What a shell does by itself is not looked for.',
  rationale:
    'A check that cannot start fails for ever: the container counts as unhealthy, and an orchestrator restarts it again and again or never sends it a request.',
  remediation:
    'Use what the image holds: a check in the language of the service (node, python -c), wget of busybox on Alpine, a health command of the program itself, or a static binary that is copied in, such as grpc_health_probe. Copy the script that the check runs.',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  messages: {
    shell:
      'The image has no "{name}", which the shell form of HEALTHCHECK needs.',
    program: 'The health check calls "{name}", which the image does not hold.',
    file: 'The health check runs "{name}", which is never copied into the image.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nHEALTHCHECK CMD wget -qO- http://localhost:8080/ || exit 1\n',
    ],
    failing: [
      'FROM alpine:3.22\nHEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1\n',
    ],
    unknown: [
      'FROM registry.example.com/team/base:1.2\nHEALTHCHECK CMD curl -f http://localhost:8080/\n',
    ],
  },
  check(artifact, verdict) {
    const needs = healthcheckNeeds(artifact);
    if (!needs) return verdict.notApplicable();
    if (isWindowsStage(artifact.target)) {
      return verdict.notApplicable('windows-image');
    }
    const findings = needs
      .filter(({ presence }) => presence.kind === 'absent')
      .map(({ kind, name, ...at }) => verdict.finding(kind, at, { name }));
    if (findings.length > 0) return verdict.fromFindings(findings);
    for (const { presence } of needs) {
      if (presence.kind === 'unknown') {
        return verdict.unknown(presence.reason, presence.detail);
      }
    }
    return verdict.passed();
  },
});
