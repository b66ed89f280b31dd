// SPDX-License-Identifier: Apache-2.0
import { baseImage } from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import { effectiveUser } from '../../artifacts/dockerfile/facts/base/effectiveUser.ts';
import { rightsDrop } from '../../artifacts/dockerfile/facts/base/rightsDrop.ts';
import { defineRule } from '../defineRule.ts';

export const nonRootUser = defineRule({
  id: 'dockerfile/non-root-user',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The container does not run as root',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  control: 'non-root',
  frameworks: [
    'NIST-800-190 4.1.2',
    'NIST-800-190 4.4.3',
    'PCI-DSS-4.0.1 2.2.6',
    'PCI-DSS-4.0.1 7.2.5',
    'HIPAA 164.312(a)(1)',
    'SOC2 CC6.1',
    'CIS-K8s-1.23 5.2.7',
    'NSA-CISA-K8s-1.0 1.0',
    'PSS-restricted Running as Non-root',
    'CIS-Docker-1.6.0 4.1',
  ],
  peers: {
    hadolint: ['DL3002'],
    trivy: ['DS-0002'],
    kics: [
      'fd54f200-402c-4333-a5a4-36ef6709af2f',
      '67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae',
    ],
    checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    dockle: ['CIS-DI-0001'],
    dockerbench: ['4.1'],
    dockerscout: ['default-non-root-user'],
  },
  category: 'privileges',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Judges the user that the target stage leaves behind: its last USER, otherwise that of the stage it builds on, and so on; where the chain ends at an image, the default user of that image by a table. Nothing and scratch mean root. Root is root, 0 in any spelling, both with any group, and on Windows ContainerAdministrator and Administrator. Variables count with the defaults of ARG and ENV; without one, and with an image that no table knows, it is unknown. A user by name counts as another user, whatever its number. Where ENTRYPOINT or CMD, a script that they run, or the entrypoint of the base image gives the rights away (gosu, su-exec, setpriv, su and others), it is a finding of severity info. What Compose or Kubernetes set at run time is not looked at.',
  rationale:
    'Who breaks out of a process that is root in the container is root on the way to the host, and can change every file of the image until then.',
  remediation:
    'Create a user with a number of its own, give it the files that it has to write, and name it by number with USER behind the last step that needs root. Distroless images have one: nonroot, 65532.',
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  messages: {
    setToRoot: 'The container runs as root: USER is "{user}".',
    baseIsRoot: 'No USER is set, and containers of "{image}" run as {user}.',
    scratch: 'No USER is set, and an image from scratch runs as root.',
    dropped:
      'The container starts as root, and {program} gives the rights away.',
    baseDrops:
      'The container starts as root, and the entrypoint of "{image}" goes on as {user}.',
  },
  examples: {
    passing: ['FROM debian:13-slim\nRUN useradd --uid 10001 app\nUSER 10001\n'],
    failing: ['FROM node:22-slim\nCMD ["node", "server.js"]\n'],
    unknown: ['FROM registry.example.com/app:1\n'],
  },
  check({ target, context }, verdict) {
    const user = effectiveUser(target);
    if (user.kind === 'unknown') {
      return verdict.unknown(user.reason, user.detail);
    }
    if (!user.isRoot) return verdict.passed();
    const { setting, text } = user;
    const at = (setting?.instruction ?? target.from).args[0] ?? target.from;
    const drop = rightsDrop(target, context);
    if (drop) {
      const { program } = drop;
      return verdict.failed('dropped', at, { program }, 'info');
    }
    const base = baseImage(target);
    if (base.kind === 'known') {
      const { facts, name: image } = base;
      if (facts.dropsTo !== undefined && !target.state.entrypoint) {
        const data = { image, user: facts.dropsTo };
        return verdict.failed('baseDrops', at, data, 'info');
      }
      if (!setting)
        return verdict.failed('baseIsRoot', at, { image, user: text });
    }
    return setting
      ? verdict.failed('setToRoot', at, { user: text })
      : verdict.failed('scratch', at, {});
  },
});
