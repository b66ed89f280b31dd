// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '@plimsoll/plugin-hardening-common';

/** A rule with everything that a rule must have. */
export function exampleRule(
  rule: Pick<Rule, 'id' | 'title'> & Partial<Rule>,
): Rule {
  const area = rule.id.replace(/\/.*/, '');
  return {
    aliases: [],
    area,
    scoreArea: area === 'kubernetes' ? 'runtime' : (area as Rule['scoreArea']),
    severity: 'medium',
    confidence: 'high',
    level: 'proficient',
    mandatoryFor: [],
    control: rule.id,
    category: 'privileges',
    lifecycle: 'stable',
    effort: 'assisted',
    semantics: 'Judges each production file.',
    rationale: 'What it forbids has been used to break out of containers.',
    remediation: 'Change the file as the title says, and build again.',
    references: ['https://docs.docker.com/build/building/best-practices/'],
    frameworks: ['NIST-800-190 4.1.1'],
    peers: {},
    ...rule,
  };
}

/** Rules of all areas. */
export const EXAMPLE_RULES: readonly Rule[] = [
  exampleRule({
    id: 'dockerfile/non-root-user',
    title: 'The container does not run as root',
    severity: 'high',
    level: 'beginner',
    mandatoryFor: ['proficient'],
    control: 'non-root',
    rationale:
      'Who breaks out of a process that is root in the container is root on the way to the host, and can change every file of the image until then.',
    remediation:
      'Create a user with a number of its own, give it the files that it has to write, and name it by number with USER behind the last step that needs root.',
    references: [
      'https://docs.docker.com/build/building/best-practices/#user',
      ['javascript', 'alert(1)'].join(':'),
    ],
    frameworks: ['NIST-800-190 4.1.2', 'CIS-Docker-1.6.0 4.1', 'SOC2 CC6.1'],
    peers: {
      hadolint: ['DL3002'],
      trivy: ['DS-0002'],
      checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    },
  }),
  exampleRule({
    id: 'dockerfile/no-pipe-to-shell',
    title: 'No program from the network runs before it is verified',
    severity: 'high',
    category: 'supply-chain',
    peers: { scorecard: ['Pinned-Dependencies'] },
  }),
  exampleRule({
    id: 'dockerfile/multi-stage-build',
    title: 'Whatever is built is built in a stage of its own',
    severity: 'high',
    mandatoryFor: ['proficient'],
    control: 'minimal-image',
    category: 'surface',
  }),
  exampleRule({
    id: 'dockerfile/no-build-tools-in-final-stage',
    title: 'The final stage holds no compilers',
    severity: 'high',
    control: 'minimal-image',
    category: 'surface',
  }),
  exampleRule({
    id: 'dockerfile/base-image-digest-pinned',
    title: 'Images are named by digest',
    mandatoryFor: ['proficient'],
    control: 'pinning',
    category: 'reproducibility',
  }),
  exampleRule({
    id: 'dockerfile/healthcheck-present',
    title: 'A service says how its health is checked',
    mandatoryFor: ['proficient'],
    control: 'health',
    effort: 'auto',
    category: 'operations',
    peers: { hadolint: ['DL3057'], trivy: ['DS-0026'] },
  }),
  exampleRule({
    id: 'dockerfile/cache-mounts',
    title: 'Installs of dependencies keep their downloads in a cache mount',
    severity: 'low',
    level: 'expert',
    mandatoryFor: ['expert'],
    effort: 'auto',
  }),
  exampleRule({
    id: 'dockerfile/base-image-supported',
    title: 'Base images still get security updates',
    severity: 'high',
    control: 'supported-base',
    effort: 'manual',
  }),
  exampleRule({
    id: 'dockerfile/no-secret-literals',
    title: 'No secret stands in the file',
    severity: 'critical',
    control: 'secrets',
    level: 'beginner',
    category: 'secrets',
    effort: 'manual',
  }),
  exampleRule({
    id: 'dockerignore/present',
    title: 'Every build context has an ignore file',
    severity: 'high',
    mandatoryFor: ['proficient'],
    effort: 'auto',
  }),
  exampleRule({
    id: 'kubernetes/no-privilege-escalation',
    title: 'No container may gain privileges',
    severity: 'high',
    mandatoryFor: ['proficient'],
    effort: 'auto',
  }),
  exampleRule({
    id: 'ci/image-signed',
    title: 'What is built is signed',
    mandatoryFor: ['expert'],
    effort: 'auto',
  }),
  exampleRule({
    id: 'dockerfile/parses-cleanly',
    title: 'Docker builds the file, and nothing in it is obsolete',
    severity: 'low',
    level: 'beginner',
    effort: 'auto',
  }),
];
