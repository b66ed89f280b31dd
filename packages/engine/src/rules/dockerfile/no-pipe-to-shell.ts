// SPDX-License-Identifier: Apache-2.0
import { buildScripts } from '../../artifacts/dockerfile/facts/scripts/buildScripts.ts';
import { shownAddress } from '../../artifacts/dockerfile/facts/downloads/downloads.ts';
import { remoteCode } from '../../artifacts/dockerfile/facts/downloads/remoteCode.ts';
import { defineRule } from '../defineRule.ts';

export const noPipeToShell = defineRule({
  id: 'dockerfile/no-pipe-to-shell',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No program from the network runs before it is verified',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.5',
    'NIST-800-190 4.1.3',
    'OpenSSF-Scorecard Pinned-Dependencies',
    'SOC2 CC6.8',
    'CIS-Docker-1.6.0 4.11',
  ],
  peers: { scorecard: ['Pinned-Dependencies'] },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Follows what curl, wget, aria2c and ADD fetch through the RUN steps of every stage that the build needs, and through stages that build on each other. It fails where a shell, Python, Perl, Node.js, Ruby, PHP or another interpreter gets a download through a pipe, a substitution or a redirection, also in CMD and ENTRYPOINT; where a downloaded file is run, sourced or given to an interpreter, to java -jar or to -javaagent (also by ENV, CMD and ENTRYPOINT); and where it is made executable (chmod, install, ADD --chmod) although it is never run. A checksum or signature that is compared before a file is first run settles it, for the files that the words around it name, or for all where they name none; so does ADD --checksum. Archives, packages and data that are only unpacked, installed or read are not judged here, nor is what a cloned repository, a package manager or a script of the build context brings. Addresses in the container itself count as safe.',
  rationale:
    'Whoever controls the address, or the way to it, decides what runs in the build and what ends up in the image, and may decide otherwise tomorrow.',
  remediation:
    'Take the package of the distribution, or copy the program from an image that is pinned by digest. Otherwise download the file of one version, compare it with a checksum that stands in the Dockerfile (sha256sum -c, ADD --checksum) or with a signature, and run it then.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
  ],
  messages: {
    streamed:
      '"{name}" runs whatever {address} answers, before anything can verify it.',
    run: '"{name}" from {address} is run, and nothing has compared its checksum or signature.',
    installed:
      '"{name}" from {address} is made executable, and nothing compares its checksum or signature.',
  },
  examples: {
    passing: [
      'FROM alpine:3.22\nRUN wget -qO install.sh https://example.com/1.2/install.sh \\\n && echo "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  install.sh" | sha256sum -c - \\\n && sh install.sh\n',
    ],
    failing: [
      'FROM alpine:3.22\nRUN wget -qO- https://example.com/install.sh | sh\n',
    ],
  },
  check({ build }, verdict) {
    const findings = remoteCode(build).map(({ kind, at, name, download }) => {
      const address = shownAddress(download.addresses[0] ?? '');
      return verdict.finding(kind, at, { name, address });
    });
    if (findings.length > 0) return verdict.fromFindings(findings);
    const { unread, isWindows } = buildScripts(build);
    if (unread !== undefined) return verdict.unknown('script-not-read', unread);
    return isWindows
      ? verdict.notApplicable('windows-image')
      : verdict.passed();
  },
});
