// SPDX-License-Identifier: Apache-2.0
import { effectiveSteps } from '../../artifacts/dockerfile/facts/stages/effectiveSteps.ts';
import { flagValues } from '../../artifacts/dockerfile/stages/flags.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const noPrivilegedBuild = defineRule({
  id: 'dockerfile/no-privileged-build',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No build step runs with more rights than a build needs',
  severity: 'high',
  confidence: 'high',
  level: 'expert',
  mandatoryFor: [],
  frameworks: ['NIST-800-190 4.4.3'],
  peers: {},
  category: 'privileges',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    'Judges every RUN of every stage that the build needs; what ONBUILD keeps counts in the stages on top. It fails with --security=insecure, --network=host or any --device. Flags with a variable in them are refused by Docker and judged by dockerfile/parses-cleanly.',
  rationale:
    'Such a step runs with the rights of the builder itself: code that it downloads can reach the host, its network or its devices.',
  remediation:
    'Remove the flag. Where a step really needs it, move that step into a build of its own and take over its result by digest.',
  references: ['https://docs.docker.com/reference/dockerfile/#run---security'],
  messages: {
    insecure: 'This step runs with all rights of the builder ({flag}).',
    hostNetwork: "This step shares the builder's network ({flag}).",
    device: "This step reaches a device of the builder's host ({flag}).",
  },
  examples: {
    passing: ['FROM debian:13-slim\nRUN --network=none ldconfig\n'],
    failing: [
      'FROM debian:13-slim\nRUN --security=insecure mount -t proc p /p\n',
    ],
  },
  check({ build }, verdict) {
    const findings: FindingDraft[] = [];
    for (const { instruction } of effectiveSteps(build)) {
      const { keyword, flags } = instruction;
      if (keyword !== 'run' || flags.length === 0) continue;
      for (const { name, isTooMuch, messageId } of RIGHTS) {
        for (const at of flagValues(instruction, name)) {
          if (!isTooMuch(at.value)) continue;
          const flag = `--${name}=${at.value}`;
          findings.push(verdict.finding(messageId, at, { flag }));
        }
      }
    }
    return verdict.fromFindings(findings);
  },
});

const RIGHTS = [
  {
    name: 'security',
    isTooMuch: (value: string) => value === 'insecure',
    messageId: 'insecure',
  },
  {
    name: 'network',
    isTooMuch: (value: string) => value === 'host',
    messageId: 'hostNetwork',
  },
  { name: 'device', isTooMuch: () => true, messageId: 'device' },
] as const;
