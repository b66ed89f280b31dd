// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { packagesSignatureVerified } from './packages-signature-verified.ts';

const run = (script: string) => `FROM debian:13\nRUN ${script}\n`;

const OPTIONS: readonly (readonly [string, string])[] = [
  ['apk add --allow-untrusted glibc.apk', '--allow-untrusted'],
  ['apk --allow-untrusted add git', '--allow-untrusted'],
  ['sudo apk add --no-cache --allow-untrusted git', '--allow-untrusted'],
  ['apt-get install -y --allow-unauthenticated git', '--allow-unauthenticated'],
  ['apt-get install -y --force-yes git', '--force-yes'],
  ['apt install --force-yes git', '--force-yes'],
  [
    'apt-get update --allow-insecure-repositories',
    '--allow-insecure-repositories',
  ],
  [
    'apt-get -o APT::Get::AllowUnauthenticated=true install -y git',
    'APT::Get::AllowUnauthenticated=true',
  ],
  [
    'apt-get -oAcquire::AllowInsecureRepositories=true update',
    '-oAcquire::AllowInsecureRepositories=true',
  ],
  ['dpkg --force-bad-verify -i x.deb', '--force-bad-verify'],
  ['yum install -y --nogpgcheck git', '--nogpgcheck'],
  ['dnf install -y --nogpgcheck git', '--nogpgcheck'],
  ['dnf install -y --no-gpgchecks git', '--no-gpgchecks'],
  ['microdnf install --nogpgcheck git', '--nogpgcheck'],
  ['tdnf install -y --nogpgcheck git', '--nogpgcheck'],
  ['yum --setopt=gpgcheck=0 install -y git', '--setopt=gpgcheck=0'],
  ['dnf --setopt=*.gpgcheck=0 install -y git', '--setopt=*.gpgcheck=0'],
  ['yum-config-manager --save --setopt=x.gpgcheck=0', '--setopt=x.gpgcheck=0'],
  ['zypper --no-gpg-checks install -y git', '--no-gpg-checks'],
  ['zypper addrepo -G https://a.example/x x', '-G'],
  ['zypper in --allow-unsigned-rpm ./x.rpm', '--allow-unsigned-rpm'],
  ['rpm -i --nosignature https://a.example/x.rpm', '--nosignature'],
  ['rpm -Uvh --nodigest https://a.example/x.rpm', '--nodigest'],
  ["sh -c 'yum install -y --nogpgcheck git'", '--nogpgcheck'],
];

const FILES: readonly (readonly [string, string])[] = [
  [
    'echo "deb [trusted=yes] https://a.example/apt stable main" > /etc/apt/sources.list.d/x.list',
    'deb [trusted=yes] https://a.example/apt stable main',
  ],
  [
    'echo "deb [ arch=amd64 trusted=yes ] https://a.example/apt x main" | sudo tee /etc/apt/sources.list.d/x.list',
    'deb [ arch=amd64 trusted=yes ] https://a.example/apt x main',
  ],
  [
    "printf '%s\\n' 'deb [allow-insecure=yes] http://a.example x main' >> /etc/apt/sources.list",
    'deb [allow-insecure=yes] http://a.example x main',
  ],
  [
    'add-apt-repository "deb [trusted=yes] https://a.example/apt x main"',
    'deb [trusted=yes] https://a.example/apt x main',
  ],
  [
    `echo 'APT::Get::AllowUnauthenticated "true";' > /etc/apt/apt.conf.d/99x`,
    'APT::Get::AllowUnauthenticated "true";',
  ],
  [
    `echo 'APT::Get::force-yes "true";' >> /etc/apt/apt.conf.d/99x`,
    'APT::Get::force-yes "true";',
  ],
  ['echo "gpgcheck=0" >> /etc/yum.repos.d/x.repo', 'gpgcheck=0'],
  [
    'printf "[x]\\nname=x\\nbaseurl=https://a.example\\ngpgcheck = 0\\n" > /etc/yum.repos.d/x.repo',
    'gpgcheck = 0',
  ],
  ["sed -i 's/gpgcheck=1/gpgcheck=0/g' /etc/yum.repos.d/x.repo", 'gpgcheck=0'],
  [
    "sed -i 's|^SigLevel.*|SigLevel = Never|' /etc/pacman.conf",
    'SigLevel = Never',
  ],
];

const KEYS: readonly (readonly [string, string, string])[] = [
  [
    'apt-key adv --fetch-keys http://a.example/k.pub',
    'apt-key',
    'http://a.example/k.pub',
  ],
  [
    'apt-key adv --keyserver http://a.example --recv-keys 0C49F373',
    'apt-key',
    'http://a.example',
  ],
  [
    'apt-key adv --keyserver=http://a.example:80 --recv 0C49F373',
    'apt-key',
    'http://a.example:80',
  ],
  [
    'curl -fsSL http://a.example/k.pub | apt-key add -',
    'apt-key',
    'http://a.example/k.pub',
  ],
  [
    'wget -qO- http://a.example/k.pub | sudo apt-key add -',
    'apt-key',
    'http://a.example/k.pub',
  ],
  [
    'curl http://a.example/k.pub | gpg --dearmor -o /k.gpg',
    'gpg',
    'http://a.example/k.pub',
  ],
  ['rpm --import http://a.example/k.pub', 'rpm', 'http://a.example/k.pub'],
];

const SAFE: readonly (readonly [string, string])[] = [
  [
    'ordinary installs',
    'apt-get update && apt-get install -y git && apk add git && yum install -y git',
  ],
  ['words of echo', 'echo apt-get --force-yes; echo gpgcheck=0'],
  ['the option of another program', 'tar --nogpgcheck x; make --force-yes'],
  [
    'an option that is said not to act',
    'apt-get install -y --allow-unauthenticated=false git',
  ],
  [
    'a setting that verifies',
    'dnf --setopt=gpgcheck=1 install -y git; echo gpgcheck=1 > /etc/yum.repos.d/x.repo',
  ],
  [
    'the signature of the index alone',
    'echo "repo_gpgcheck=0" >> /etc/yum.repos.d/x.repo; dnf --setopt=repo_gpgcheck=0 install -y git',
  ],
  [
    'the date of the index',
    'apt-get -o Acquire::Check-Valid-Until=false update; echo "deb [check-valid-until=no] http://a.example x main" > /etc/apt/sources.list',
  ],
  ['a line that an edit takes away', "sed -i '/gpgcheck=0/d' /etc/yum.conf"],
  [
    'a source that the build has made',
    'echo "deb [ trusted=yes ] file://$dir ./" > /etc/apt/sources.list.d/temp.list',
  ],
  [
    'a source with its key',
    'echo "deb [signed-by=/etc/apt/keyrings/x.gpg] https://a.example x main" > /etc/apt/sources.list.d/x.list',
  ],
  [
    'a comment in a file',
    'echo "# deb [trusted=yes] http://a.example x main" > /etc/apt/sources.list',
  ],
  [
    'keys over HTTPS',
    'apt-key adv --fetch-keys https://a.example/k.pub && curl https://a.example/k | apt-key add - && rpm --import https://a.example/k',
  ],
  [
    'a key server that is not asked over HTTP',
    'apt-key adv --keyserver hkp://keyserver.ubuntu.com:80 --recv-keys 0C49F373',
  ],
  [
    'a whole fingerprint',
    'apt-key adv --keyserver http://a.example --recv-keys 0C49F3730359A14518585931BC711F9BA15703C6',
  ],
  [
    'something else over HTTP',
    'curl http://a.example/x | tar xz; curl http://a.example/x | gpg --verify x -',
  ],
];

describeRule(packagesSignatureVerified, {
  passing: [
    ...SAFE.map(([name, script]) => ({ name, files: run(script) })),
    {
      name: 'a file that an earlier stage has built',
      files:
        'FROM alpine:3.22 AS build\nRUN abuild -r\nFROM alpine:3.22\nCOPY --from=build /packages/x.apk /tmp/\nRUN apk add --allow-untrusted /tmp/x.apk\n',
    },
    {
      name: 'several such files by a pattern, in the folder of WORKDIR',
      files:
        'FROM alpine:3.22 AS build\nFROM alpine:3.22\nWORKDIR /tmp\nCOPY --from=build /packages .\nRUN apk add --no-cache --allow-untrusted ./*.apk\n',
    },
    {
      name: 'a mounted folder of another stage',
      files:
        'FROM fedora:42 AS build\nFROM fedora:42\nRUN --mount=type=bind,from=build,source=/rpms,target=/rpms dnf install -y --nogpgcheck /rpms/x.rpm\n',
    },
    {
      name: 'a stage that the build does not need',
      files:
        'FROM alpine:3.22 AS old\nRUN apk add --allow-untrusted git\nFROM alpine:3.22\n',
    },
  ],
  failing: [
    ...OPTIONS.map(([script, text]) => ({
      name: script,
      files: run(script),
      findings: [
        {
          messageId: 'option',
          line: 2,
          data: {
            text,
            name: /(?<=^|['o ])(?:apk|apt-get|apt|dpkg|yum-config-manager|yum|microdnf|tdnf|dnf|zypper|rpm)(?= )/.exec(
              script,
            )![0],
          },
        },
      ],
    })),
    ...FILES.map(([script, text]) => ({
      name: script,
      files: run(script),
      findings: [
        {
          messageId: 'file',
          line: 2,
          data: {
            text,
            name:
              /\/etc\/[\w./]+$/.exec(script)?.[0] ?? '/etc/apt/sources.list',
          },
        },
      ],
    })),
    ...KEYS.map(([script, name, text]) => ({
      name: script,
      files: run(script),
      findings: [{ messageId: 'key', line: 2, data: { name, text } }],
    })),
    {
      name: 'a downloaded file, although something is copied',
      files:
        'FROM alpine:3.22\nCOPY . /app\nRUN wget https://a.example/glibc.apk && apk add --allow-untrusted glibc.apk\n',
      findings: [{ messageId: 'option', line: 3 }],
    },
    {
      name: 'a copied file beside one of the repository',
      files:
        'FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /x.apk /x.apk\nRUN apk add --allow-untrusted /x.apk git\n',
      findings: [{ messageId: 'option', line: 4 }],
    },
    {
      name: 'a file of the build context, as information',
      files:
        'FROM alpine:3.22\nCOPY x.apk /tmp/x.apk\nRUN apk add --allow-untrusted /tmp/x.apk\n',
      findings: [{ messageId: 'local', line: 3, severity: 'info' }],
    },
    {
      name: 'a heredoc of RUN, at its line',
      files:
        'FROM fedora:42\nRUN cat <<EOF > /etc/yum.repos.d/x.repo\n[x]\nbaseurl=https://a.example\ngpgcheck=0\nEOF\n',
      findings: [{ messageId: 'file', line: 5 }],
    },
    {
      name: 'a heredoc that COPY writes, in the other form of apt',
      files:
        'FROM debian:13\nCOPY <<EOF /etc/apt/sources.list.d/x.sources\nTypes: deb\nURIs: https://a.example\nTrusted: yes\nEOF\n',
      findings: [{ messageId: 'file', line: 5 }],
    },
    {
      name: 'a heredoc that is the script, continued words and lower case',
      files:
        'from debian:13\nrun <<EOF\napt-get update\napt-get install -y \\\n  --force-yes git\nEOF\n',
      findings: [{ messageId: 'option', line: 5 }],
    },
    {
      name: 'the exec form',
      files:
        'FROM alpine:3.22\nRUN ["apk", "add", "--allow-untrusted", "git"]\n',
      findings: [{ messageId: 'option', line: 2 }],
    },
    {
      name: 'a stage that is only copied from, and one below',
      files:
        'FROM fedora:42 AS base\nRUN dnf install -y --nogpgcheck git\nFROM base AS build\nFROM scratch\nCOPY --from=build /x /x\n',
      findings: [{ messageId: 'option', line: 2 }],
    },
    {
      name: 'what ONBUILD runs in the stage on top',
      files:
        'FROM alpine:3.22 AS base\nONBUILD RUN apk add --allow-untrusted git\nFROM base\n',
      findings: [{ messageId: 'option', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a script with a mistake',
      files: 'FROM alpine:3.22\nRUN echo "open\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN dir\n',
      reason: 'windows-image',
    },
  ],
});
