// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { tlsVerificationEnabled } from './tls-verification-enabled.ts';

const run = (script: string) => `FROM alpine:3.22\nRUN ${script}\n`;

/** Commands, and what in them is to blame. */
const OPTIONS: readonly (readonly [string, string])[] = [
  ['curl -k https://a.example/x', '-k'],
  ['curl -fsSLk -o x https://a.example/x', '-k'],
  ['curl -kLo x https://a.example/x', '-k'],
  ['curl --insecure https://a.example/x', '--insecure'],
  ['curl --proxy-insecure https://a.example/x', '--proxy-insecure'],
  ['curl -k "$URL"', '-k'],
  ['curl -k https://localhost/x https://a.example/x', '-k'],
  ['/usr/bin/curl -k https://a.example/x', '-k'],
  ['sudo curl -k https://a.example/x', '-k'],
  ["sh -c 'curl -k https://a.example/x'", '-k'],
  ['echo "$(curl -sk https://a.example/x)"', '-k'],
  [
    'wget -q --no-check-certificate https://a.example/x',
    '--no-check-certificate',
  ],
  [
    'wget -e check_certificate=off https://a.example/x',
    '-e check_certificate=off',
  ],
  [
    'aria2c --check-certificate=false https://a.example/x',
    '--check-certificate=false',
  ],
  [
    'git -c http.sslVerify=false clone https://a.example/x',
    'http.sslVerify=false',
  ],
  ['git config --global http.sslVerify false', 'http.sslVerify false'],
  ['git config --global http.sslverify "false"', 'http.sslverify false'],
  [
    'git config --system http.https://a.example/.sslVerify false',
    'http.https://a.example/.sslVerify false',
  ],
  ['npm config set strict-ssl false', 'strict-ssl false'],
  ['npm config set strict-ssl=false', 'strict-ssl=false'],
  ['npm install --strict-ssl=false', '--strict-ssl=false'],
  ['npm install --no-strict-ssl', '--no-strict-ssl'],
  ['yarn config set "strict-ssl" false -g', 'strict-ssl false'],
  ['yarn config set enableStrictSsl false', 'enableStrictSsl false'],
  ['pnpm config set strict-ssl false', 'strict-ssl false'],
  ['pip install --trusted-host pypi.org x', '--trusted-host pypi.org'],
  ['pip3 install --trusted-host=pypi.org x', '--trusted-host=pypi.org'],
  [
    'python3 -m pip install --trusted-host pypi.org x',
    '--trusted-host pypi.org',
  ],
  [
    'pip config set global.trusted-host pypi.org',
    'global.trusted-host pypi.org',
  ],
  [
    'uv pip install --allow-insecure-host pypi.org x',
    '--allow-insecure-host pypi.org',
  ],
  ['conda config --set ssl_verify false', 'ssl_verify false'],
  ['conda config --set ssl_verify no', 'ssl_verify no'],
  ['composer config -g disable-tls true', 'disable-tls true'],
  ['bundle config set ssl_verify_mode 0', 'ssl_verify_mode 0'],
  [
    'apt-get -o Acquire::https::Verify-Peer=false update',
    'Acquire::https::Verify-Peer=false',
  ],
  [
    'apt-get -oAcquire::https::a.example::Verify-Host=false update',
    '-oAcquire::https::a.example::Verify-Host=false',
  ],
  ['apk add --no-check-certificate git', '--no-check-certificate'],
  ['yum --setopt=sslverify=false install -y x', '--setopt=sslverify=false'],
  ['dnf --setopt=*.sslverify=0 install -y x', '--setopt=*.sslverify=0'],
  ['skopeo copy --src-tls-verify=false a b', '--src-tls-verify=false'],
  ['kubectl --insecure-skip-tls-verify get x', '--insecure-skip-tls-verify'],
  ['aws --no-verify-ssl s3 ls', '--no-verify-ssl'],
  [
    'mvn -Dmaven.wagon.http.ssl.insecure=true package',
    '-Dmaven.wagon.http.ssl.insecure=true',
  ],
  [
    './mvnw -q package && mvn -Dmaven.wagon.http.ssl.allowall=true install',
    '-Dmaven.wagon.http.ssl.allowall=true',
  ],
  ['svn co --trust-server-cert https://a.example/x', '--trust-server-cert'],
];

const VARIABLES: readonly (readonly [string, string])[] = [
  ['GIT_SSL_NO_VERIFY=1 git clone x', 'GIT_SSL_NO_VERIFY=1'],
  ['env GIT_SSL_NO_VERIFY=true git clone x', 'GIT_SSL_NO_VERIFY=true'],
  ['sudo GIT_SSL_NO_VERIFY=true git clone x', 'GIT_SSL_NO_VERIFY=true'],
  [
    'export NODE_TLS_REJECT_UNAUTHORIZED=0 && npm ci',
    'NODE_TLS_REJECT_UNAUTHORIZED=0',
  ],
  ['PYTHONHTTPSVERIFY=0 python3 x.py', 'PYTHONHTTPSVERIFY=0'],
  [
    'PIP_TRUSTED_HOST="pypi.org a.example" pip install x',
    'PIP_TRUSTED_HOST=pypi.org a.example',
  ],
  ['npm_config_strict_ssl=false npm ci', 'npm_config_strict_ssl=false'],
  // Git looks whether the variable is there, and not at its value.
  ['GIT_SSL_NO_VERIFY=false git clone x', 'GIT_SSL_NO_VERIFY=false'],
];

const FILES: readonly (readonly [string, string])[] = [
  ["echo 'strict-ssl=false' >> ~/.npmrc", 'strict-ssl=false'],
  [
    'printf "[global]\\ntrusted-host = pypi.org\\n" > /etc/pip.conf',
    'trusted-host = pypi.org',
  ],
  ['echo insecure >> ~/.curlrc', 'insecure'],
  ["echo 'check_certificate = off' >> /etc/wgetrc", 'check_certificate = off'],
  ['echo "sslverify=0" >> /etc/yum.conf', 'sslverify=0'],
  ["sed -i 's/sslverify=1/sslverify=0/' /etc/yum.conf", 'sslverify=0'],
  [
    'echo \'Acquire::https::Verify-Peer "false";\' | sudo tee /etc/apt/apt.conf.d/99x',
    'Acquire::https::Verify-Peer "false";',
  ],
  [
    "echo 'export NODE_TLS_REJECT_UNAUTHORIZED=0' >> /etc/profile",
    'export NODE_TLS_REJECT_UNAUTHORIZED=0',
  ],
  ['cat <<E > /root/.condarc\nssl_verify: false\nE', 'ssl_verify: false'],
];

const SAFE: readonly (readonly [string, string])[] = [
  ['a loopback address', 'curl -k https://localhost:8443/health'],
  ['a loopback number', 'curl -fsk https://127.0.0.1:8443/health'],
  [
    'a loopback number of IPv6',
    'wget --no-check-certificate -qO- "https://[::1]/"',
  ],
  ['its own name', 'curl -k "https://$HOSTNAME:8443/"'],
  [
    'a trusted host in the container',
    'pip install --trusted-host localhost --trusted-host=127.0.0.1:3141 x',
  ],
  ['the switch as a value', 'curl -H "-k" -A --insecure https://a.example/x'],
  ['the switch of another program', 'tar -k -xf x; sort -k 1 x'],
  [
    'words of echo',
    'echo curl -k https://a.example/x; echo NODE_TLS_REJECT_UNAUTHORIZED=0',
  ],
  [
    'a switch that switches on',
    'npm config set strict-ssl true; git config http.sslVerify true; git -c http.sslVerify=1 fetch',
  ],
  [
    'a switch that is said not to act',
    'kubectl --insecure-skip-tls-verify=false get x',
  ],
  [
    'values that verify',
    'NODE_TLS_REJECT_UNAUTHORIZED=1 PYTHONHTTPSVERIFY=1 npm ci',
  ],
  ['a variable that no program sees', 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
  ['a comment in a file', "echo '# sslverify=0' >> /etc/yum.conf"],
  ['the word in another file', 'echo insecure > /etc/motd'],
  [
    'the line that an edit takes away',
    "sed -i 's/sslverify=0/sslverify=1/; /sslverify=0/d' /etc/yum.conf",
  ],
];

describeRule(tlsVerificationEnabled, {
  passing: [
    ...SAFE.map(([name, script]) => ({ name, files: run(script) })),
    {
      name: 'a health check of the container itself',
      files:
        'FROM alpine:3.22\nHEALTHCHECK CMD curl -fk https://localhost:8443/ || exit 1\n',
    },
    {
      name: 'ENV and ARG with values that verify',
      files:
        'FROM alpine:3.22\nARG PYTHONHTTPSVERIFY=1\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 npm_config_strict_ssl=true PIP_TRUSTED_HOST=\n',
    },
    {
      name: 'an ARG without a value',
      files: 'FROM alpine:3.22\nARG GIT_SSL_NO_VERIFY\nRUN make\n',
    },
    {
      name: 'variables of other names with open values',
      files: 'FROM alpine:3.22\nARG X\nENV NODE_ENV=$X\n',
    },
    {
      name: 'a stage that the build does not need',
      files:
        'FROM alpine:3.22 AS old\nENV PYTHONHTTPSVERIFY=0\nRUN curl -k https://a.example\nFROM alpine:3.22\n',
    },
    {
      name: 'what ONBUILD keeps, which nobody runs here',
      files: 'FROM alpine:3.22\nONBUILD RUN curl -k https://a.example\n',
    },
  ],
  failing: [
    ...OPTIONS.map(([script, text]) => ({
      name: script,
      files: run(script),
      findings: [{ messageId: 'option', line: 2, data: dataOf(script, text) }],
    })),
    ...VARIABLES.map(([script, text]) => ({
      name: script,
      files: run(script),
      findings: [
        {
          messageId: 'variable',
          line: 2,
          data: { text, name: text.slice(0, text.indexOf('=')) },
        },
      ],
    })),
    ...FILES.map(([script, text]) => ({
      name: script,
      files: run(script),
      findings: [
        {
          messageId: 'file',
          line: script.includes('\n') ? 3 : 2,
          data: { text, name: fileOf(script) },
        },
      ],
    })),
    {
      name: 'ENV that the image keeps',
      files: 'FROM node:22\nENV A=b NODE_TLS_REJECT_UNAUTHORIZED="0"\n',
      findings: [{ messageId: 'image', line: 2, severity: 'critical' }],
    },
    {
      name: 'the old form of ENV, lower case, in a stage below',
      files:
        'from node:22 as base\nenv NODE_TLS_REJECT_UNAUTHORIZED 0\nfrom base\n',
      findings: [{ messageId: 'image', line: 2, severity: 'critical' }],
    },
    {
      name: 'ENV with the default of an ARG',
      files:
        'FROM node:22\nARG VERIFY=0\nENV NODE_TLS_REJECT_UNAUTHORIZED=$VERIFY\n',
      findings: [{ messageId: 'image', line: 3, severity: 'critical' }],
    },
    {
      name: 'ENV of a stage that is only copied from',
      files:
        'FROM node:22 AS build\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\nRUN npm ci\nFROM scratch\nCOPY --from=build /app /app\n',
      findings: [{ messageId: 'variable', line: 2 }],
    },
    {
      name: 'ENV that is taken back for the image',
      files:
        'FROM node:22\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\nRUN npm ci\nENV NODE_TLS_REJECT_UNAUTHORIZED=1\n',
      findings: [{ messageId: 'variable', line: 2 }],
    },
    {
      name: 'ARG with a default',
      files: 'FROM alpine:3.22\nARG GIT_SSL_NO_VERIFY=1\nRUN make\n',
      findings: [{ messageId: 'variable', line: 2 }],
    },
    {
      name: 'ENV of ONBUILD in the stage on top',
      files:
        'FROM node:22 AS base\nONBUILD ENV PYTHONHTTPSVERIFY=0\nFROM base\n',
      findings: [{ messageId: 'image', line: 2, severity: 'critical' }],
    },
    {
      name: 'a heredoc, at the line that does it',
      files:
        'FROM alpine:3.22\nRUN <<EOF\nset -e\ncurl -k https://a.example/x\nEOF\n',
      findings: [{ messageId: 'option', line: 4 }],
    },
    {
      name: 'a heredoc that COPY writes',
      files:
        'FROM alpine:3.22\nCOPY <<EOF /root/.npmrc\nregistry=https://a.example\nstrict-ssl=false\nEOF\n',
      findings: [{ messageId: 'file', line: 4 }],
    },
    {
      name: 'the exec form',
      files: 'FROM alpine:3.22\nRUN ["curl", "-k", "https://a.example/x"]\n',
      findings: [{ messageId: 'option', line: 2 }],
    },
    {
      name: 'a health check of another host',
      files:
        'FROM alpine:3.22\nHEALTHCHECK CMD curl -fk https://a.example/ || exit 1\n',
      findings: [{ messageId: 'option', line: 2 }],
    },
    {
      name: 'the start of the container',
      files: 'FROM alpine:3.22\nCMD NODE_TLS_REJECT_UNAUTHORIZED=0 node x.js\n',
      findings: [{ messageId: 'variable', line: 2 }],
    },
    {
      name: 'a failure wins over an open value',
      files:
        'FROM node:22\nARG X\nENV PYTHONHTTPSVERIFY=$X\nRUN curl -k https://a.example\n',
      findings: [{ messageId: 'option', line: 4 }],
    },
    {
      name: 'a variable also counts on Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n',
      findings: [{ messageId: 'image', line: 2, severity: 'critical' }],
    },
  ],
  unknown: [
    {
      name: 'ENV with an ARG that has no default',
      files: 'FROM node:22\nARG X\nENV NODE_TLS_REJECT_UNAUTHORIZED=$X\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a health check of an address that a variable holds',
      files: 'FROM alpine:3.22\nHEALTHCHECK CMD curl -fk $URL || exit 1\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a script with a mistake',
      files: 'FROM alpine:3.22\nRUN echo "open\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN curl -k https://a.example\n',
      reason: 'windows-image',
    },
  ],
});

function fileOf(script: string): string {
  return /(?:~|\/etc|\/root)\/[\w./]*/.exec(script)![0];
}

function dataOf(script: string, text: string) {
  const program =
    /(?<=^|[/ ('])(?:curl|wget|aria2c|git|npm|yarn|pnpm|pip|uv|conda|composer|bundle|apt-get|apk|yum|dnf|skopeo|kubectl|aws|mvn|svn)(?=3? )/.exec(
      script,
    )!;
  return { text, name: program[0] };
}
