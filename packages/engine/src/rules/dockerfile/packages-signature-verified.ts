// SPDX-License-Identifier: Apache-2.0
import { buildScripts } from '../../artifacts/dockerfile/facts/scripts/buildScripts.ts';
import { unsignedPackages } from '../../artifacts/dockerfile/facts/packages/unsignedPackages.ts';
import { defineRule } from '../defineRule.ts';

export const packagesSignatureVerified = defineRule({
  id: 'dockerfile/packages-signature-verified',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Package managers verify what they install',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.5',
    'PCI-DSS-4.0.1 6.3.2',
    'SOC2 CC6.8',
    'CIS-Docker-1.6.0 4.11',
  ],
  peers: {
    checkov: [
      'CKV2_DOCKER_7',
      'CKV2_DOCKER_8',
      'CKV2_DOCKER_9',
      'CKV2_DOCKER_10',
      'CKV2_DOCKER_11',
    ],
    dockerbench: ['4.11'],
  },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Judges RUN, and the files that RUN and here-documents of COPY write, in every stage that the build needs. It fails for the options and settings with which apk, apt, dpkg, dnf, yum, zypper, rpm and flatpak take unsigned packages or indexes; for trusted=yes and allow-insecure=yes in sources of apt; for gpgcheck=0 in files of yum and for SigLevel = Never in that of pacman; and for keys that apt-key, gpg or rpm --import take over plain HTTP, unless a whole fingerprint names them. Unsigned files that come from another stage pass, as do sources of apt on the disk of the build; files from the build context are findings of severity info. The index signatures of yum (repo_gpgcheck) and files that are copied are not judged.',
  rationale:
    'The signature is what tells a package of the distribution from one that a mirror, a proxy or an attacker has put in its place.',
  remediation:
    'Remove the switch, and give the repository its key: a file in /etc/apt/keyrings with signed-by for apt, gpgkey for yum and dnf, a key in /etc/apk/keys for apk. Fetch the key over HTTPS or keep it beside the Dockerfile.',
  references: [
    'https://manpages.debian.org/stable/apt/apt-secure.8.en.html',
    'https://dnf.readthedocs.io/en/latest/conf_ref.html',
  ],
  messages: {
    option: '"{text}" lets {name} install packages that nobody has signed.',
    file: 'The line "{text}" in "{name}" lets in packages that nobody has signed.',
    key: '{name} takes a key from {text}: over plain HTTP anyone in between can send another.',
    local:
      '"{text}" lets {name} install an unsigned package from the build context.',
  },
  examples: {
    passing: [
      'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n',
    ],
    failing: ['FROM alpine:3.22\nRUN apk add --allow-untrusted curl\n'],
  },
  check({ build }, verdict) {
    const findings = unsignedPackages(build).flatMap(
      ({ kind, origin, text, name, ...at }) => {
        const data = { text, name };
        if (origin === 'stage') return [];
        return origin === 'context'
          ? [verdict.finding('local', at, data, 'info')]
          : [verdict.finding(kind, at, data)];
      },
    );
    const { unread, isWindows } = buildScripts(build);
    const isFailed = findings.some(({ severity }) => severity !== 'info');
    if (unread !== undefined && !isFailed) {
      return verdict.unknown('script-not-read', unread);
    }
    if (findings.length > 0) return verdict.fromFindings(findings);
    return isWindows
      ? verdict.notApplicable('windows-image')
      : verdict.passed();
  },
});
