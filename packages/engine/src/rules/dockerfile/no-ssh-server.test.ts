// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { noSshServer } from './no-ssh-server.ts';

const debian = (lines: string) => `FROM debian:13\n${lines}\n`;

describeRule(noSshServer, {
  passing: [
    {
      name: 'a port that nothing sets',
      files: debian('EXPOSE $PORT ${OTHER_PORT}/tcp'),
    },
    { name: 'other ports', files: debian('EXPOSE 80 443/tcp 2222 8022-8030') },
    { name: 'port 22 of UDP', files: debian('EXPOSE 22/udp') },
    {
      name: 'a client',
      files: debian('RUN apt-get install -y openssh-client git'),
    },
    {
      name: 'a client under the name that is the whole suite elsewhere',
      files: 'FROM fedora:42\nRUN dnf install -y openssh openssh-clients\n',
    },
    {
      name: 'a server in a builder stage',
      files:
        'FROM debian:13 AS build\nEXPOSE 22\nRUN apt-get install -y openssh-server\nCMD ["sshd"]\nFROM debian:13\nCOPY --from=build /x /x\n',
    },
    {
      name: 'a server that the same RUN removes',
      files: debian(
        'RUN apt-get install -y openssh-server && make test && apt-get purge -y openssh-server',
      ),
    },
    {
      name: 'a server that another CMD replaces',
      files: debian('CMD ["/usr/sbin/sshd", "-D"]\nCMD ["/app"]'),
    },
    {
      name: 'the words in other commands',
      files: debian(
        'RUN echo openssh-server sshd && mkdir /run/sshd\nCMD ["echo", "sshd"]',
      ),
    },
    {
      name: 'another service',
      files: debian('CMD service nginx start && /etc/init.d/cron start'),
    },
  ],
  failing: [
    ...['22', '22/tcp', '22/TCP', '20-25', '"22"', '8080 22'].map(port => ({
      name: `EXPOSE ${port}`,
      files: debian(`EXPOSE ${port}`),
      findings: [{ messageId: 'port', line: 2 }],
    })),
    {
      name: 'EXPOSE with the default of an ARG',
      files: debian('ARG PORT=22\nEXPOSE ${PORT}'),
      findings: [{ messageId: 'port', line: 3, data: { text: '22' } }],
    },
    {
      name: 'EXPOSE with a variable that holds several',
      files: debian('ENV PORTS="80 22"\nEXPOSE $PORTS'),
      findings: [{ messageId: 'port', line: 3 }],
    },
    {
      name: 'EXPOSE in a stage below, lower case',
      files: 'from debian:13 as base\nexpose 22\nfrom base\n',
      findings: [{ messageId: 'port', line: 2 }],
    },
    {
      name: 'EXPOSE on Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN dir\nEXPOSE 22\n',
      findings: [{ messageId: 'port', line: 3 }],
    },
    {
      name: 'openssh-server of Debian, at its word',
      files: debian(
        'RUN apt-get update && \\\n  apt-get install -y git \\\n  openssh-server=1:9.2p1-2',
      ),
      findings: [
        { messageId: 'package', line: 4, data: { text: 'openssh-server' } },
      ],
    },
    {
      name: 'the package that is client and server',
      files: debian('RUN apt-get install -y ssh'),
      findings: [{ messageId: 'package', line: 2 }],
    },
    {
      name: 'openssh of Alpine, which brings both',
      files: 'FROM alpine:3.22\nRUN apk add --no-cache git openssh\n',
      findings: [{ messageId: 'package', line: 2 }],
    },
    {
      name: 'dropbear',
      files: 'FROM alpine:3.22\nRUN apk add dropbear\n',
      findings: [{ messageId: 'package', line: 2 }],
    },
    {
      name: 'a heredoc',
      files: debian('RUN <<EOF\nset -e\nyum install -y openssh-server\nEOF'),
      findings: [{ messageId: 'package', line: 4 }],
    },
    ...[
      'CMD ["/usr/sbin/sshd", "-D"]',
      'ENTRYPOINT /usr/sbin/sshd -D',
      'CMD ["sh", "-c", "/usr/sbin/sshd && exec /app"]',
      'CMD ["tini", "--", "sshd", "-D"]',
      'CMD service ssh start && exec /app',
      'CMD service ssh restart; tail -f /var/log/x',
      'CMD /etc/init.d/ssh start && /app',
      'CMD ["dropbear", "-F"]',
      'RUN systemctl enable sshd.service',
      'RUN rc-update add sshd',
    ].map(line => ({
      name: line,
      files: debian(line),
      findings: [{ messageId: 'start', line: 2 }],
    })),
    {
      name: 'what ONBUILD installs in the stage on top',
      files:
        'FROM debian:13 AS base\nONBUILD RUN apt-get install -y openssh-server\nFROM base\n',
      findings: [{ messageId: 'package', line: 2 }],
    },
    {
      name: 'a failure wins over an open port',
      files: debian('EXPOSE $A\nEXPOSE 22'),
      findings: [{ messageId: 'port', line: 3 }],
    },
  ],
  unknown: [
    {
      name: 'a port that a variable without a value holds',
      files: debian('ARG PORT\nEXPOSE $PORT'),
      reason: 'variable-without-value',
    },
    {
      name: 'a port that an image without a table may set',
      files: 'FROM registry.example.com/base:1\nEXPOSE $PORT\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a port that an ARG of the stage below declares',
      files:
        'FROM debian:13 AS base\nARG PORT\nENV PORT=$PORT\nFROM base\nEXPOSE $PORT\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a script with a mistake',
      files: debian('RUN echo "open'),
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN dir\nEXPOSE 80\n',
      reason: 'windows-image',
    },
  ],
});
