// SPDX-License-Identifier: Apache-2.0
import { buildScripts } from '../../artifacts/dockerfile/facts/scripts/buildScripts.ts';
import { sshServerSigns } from '../../artifacts/dockerfile/facts/image/sshServer.ts';
import { defineRule } from '../defineRule.ts';

export const noSshServer = defineRule({
  id: 'dockerfile/no-ssh-server',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The image has no SSH server',
  severity: 'high',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.2',
    'PCI-DSS-4.0.1 2.2.4',
    'SOC2 CC6.6',
    'CIS-Docker-1.6.0 5.7',
  ],
  peers: {
    trivy: ['DS-0004'],
    kics: ['5907595b-5b6d-4142-b173-dbb0e73fbff8'],
    checkov: ['CKV_DOCKER_1'],
    dockerbench: ['5.7'],
  },
  category: 'surface',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Judges the target stage and the stages that it builds on. It fails for EXPOSE of TCP port 22, also within a range or by the default of an ARG; for packages that bring an SSH server (openssh-server, dropbear, on Alpine and Arch openssh) and are not removed in the same RUN; for sshd or dropbear in CMD or ENTRYPOINT, direct or as a service; and for RUN steps that enable the service. A variable that no ARG declares exposes nothing, unless the base image is one that is not known. SSH clients pass, and so does a server in a stage that is only copied from. Configuration of process managers and scripts that are copied are not read.',
  rationale:
    'A second way into a running container needs keys, users and updates of its own, and passes by what the platform logs and controls.',
  remediation:
    'Remove the server and the port, and look into containers with "docker exec", "kubectl exec" or "kubectl debug". Where only a client is needed, install openssh-client.',
  references: ['https://docs.docker.com/reference/cli/docker/container/exec/'],
  messages: {
    port: 'EXPOSE {text} announces port 22, that of SSH.',
    package: 'The package "{text}" puts an SSH server into the image.',
    start: '"{text}" starts an SSH server with the container.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nRUN apk add --no-cache openssh-client\nEXPOSE 8080\n',
    ],
    failing: [
      'FROM debian:13\nRUN apt-get update && apt-get install -y openssh-server\nEXPOSE 22\nCMD ["/usr/sbin/sshd", "-D"]\n',
    ],
  },
  check({ build, target }, verdict) {
    const { signs, open } = sshServerSigns(target);
    if (signs.length > 0) {
      return verdict.fromFindings(
        signs.map(sign =>
          verdict.finding(sign.kind, sign, { text: sign.text }),
        ),
      );
    }
    if (open.length > 0) {
      return verdict.unknown('variable-without-value', open.join(', '));
    }
    const { unread, isWindows } = buildScripts(build);
    if (unread !== undefined) return verdict.unknown('script-not-read', unread);
    return isWindows
      ? verdict.notApplicable('windows-image')
      : verdict.passed();
  },
});
