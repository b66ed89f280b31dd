// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { noPipeToShell } from './no-pipe-to-shell.ts';

const URL = 'https://example.com/install.sh';
const run = (script: string) => `FROM alpine:3.22\nRUN ${script}\n`;

const STREAMED: readonly (readonly [string, string])[] = [
  ['a pipe from curl', `curl -fsSL ${URL} | sh`],
  ['a pipe from wget', `wget -qO- ${URL} | bash`],
  ['wget with a blank', `wget -O - ${URL} | bash -`],
  ['a path', `curl ${URL} | /bin/bash`],
  ['sudo', `curl ${URL} | sudo -E bash -`],
  ['env', `curl ${URL} | env X=1 bash`],
  ['an assignment', `curl ${URL} | X=1 python3 -`],
  ['arguments for the script', `curl ${URL} | sh -s -- -b /usr/local/bin`],
  ['its input by name', `curl ${URL} | bash /dev/stdin --all`],
  ['options of the shell', `curl ${URL} | bash -euxo pipefail`],
  ['sed in between', `curl ${URL} | sed 's/a/b/' | sh`],
  ['tee in between', `curl ${URL} | tee /tmp/log | sh`],
  ['unpacking in between', `curl ${URL}.gz | gunzip | sh`],
  ['|&', `curl ${URL} |& sh`],
  ['python', `curl ${URL} | python`],
  ['perl with arguments', `curl ${URL} | perl - App::cpm`],
  ['node', `curl ${URL} | node`],
  ['ruby', `curl ${URL} | ruby`],
  ['php behind dashes', `curl ${URL} | php -- --install-dir=/usr/bin`],
  ['a version in the name', `curl ${URL} | python3.12`],
  ['a substitution as script', `sh -c "$(curl -fsSL ${URL})"`],
  ['backticks', `bash -c "\`wget -O- ${URL}\`"`],
  ['eval', `eval "$(curl ${URL})"`],
  ['a process substitution', `bash <(curl ${URL})`],
  ['source', `. <(curl ${URL})`],
  ['a redirected process substitution', `bash < <(curl ${URL})`],
  ['a here-string', `bash <<< "$(curl ${URL})"`],
  ['echo of a substitution', `echo "$(curl ${URL})" | sh`],
  ['a group', `{ curl ${URL}; echo x; } | sh`],
  ['a script in a script', `bash -c 'curl ${URL} | sh'`],
  ['another user', `su -c "curl ${URL} | sh" app`],
  ['a condition', `if true; then curl ${URL} | sh; fi`],
];

const RUN: readonly (readonly [string, string])[] = [
  ['sh', `curl -o install.sh ${URL} && sh install.sh`],
  ['bash with options', `curl -o i.sh ${URL} && bash -ex i.sh --all`],
  ['python', `curl -O https://example.com/get-pip.py && python3 get-pip.py`],
  ['its own name', `curl -o /tmp/i ${URL} && chmod +x /tmp/i && /tmp/i`],
  ['the name from the address', `wget ${URL}?a=1 && sh ./install.sh`],
  ['a folder', `wget -P /tmp ${URL} && sh /tmp/install.sh`],
  ['a redirection', `curl ${URL} > i.sh; sh i.sh`],
  ['tee', `curl ${URL} | tee i.sh > /dev/null; sh i.sh`],
  [
    'a change of folder',
    `cd /tmp && curl -O ${URL} && cd / && sh /tmp/install.sh`,
  ],
  ['a variable', `f=$(mktemp) && curl -o "$f" ${URL} && sh "$f"`],
  ['a variable folder', `curl -o $D/i.sh ${URL} && sh $D/i.sh`],
  ['source', `curl -o i.sh ${URL} && . ./i.sh`],
  ['cat', `curl -o i.sh ${URL} && cat i.sh | sh`],
  ['an input', `curl -o i.sh ${URL} && sh < i.sh`],
  ['java', `curl -o a.jar https://example.com/a.jar && java -jar a.jar`],
  ['another name', `curl -o a ${URL} && mv a b.sh && sh b.sh`],
  [
    'a folder that it is moved to',
    `curl -o a.sh ${URL} && mv a.sh /opt && sh /opt/a.sh`,
  ],
  ['aria2', `aria2c -o i.sh ${URL} && sh i.sh`],
  [
    'a checksum that is only printed',
    `curl -o i.sh ${URL} && sha256sum i.sh && sh i.sh`,
  ],
  [
    'a checksum that comes too late',
    `curl -o i.sh ${URL} && sh i.sh && sha256sum -c sums`,
  ],
  [
    'the checksum of another file',
    `curl -o i.sh ${URL} && curl -o tool https://example.com/tool && echo "1 tool" | sha256sum -c && sh i.sh`,
  ],
];

const INSTALLED: readonly (readonly [string, string])[] = [
  [
    'chmod +x',
    `curl -Lo /usr/local/bin/t https://example.com/t && chmod +x /usr/local/bin/t`,
  ],
  ['chmod 755', `curl -Lo t https://example.com/t && chmod 0755 ./t`],
  [
    'a pattern',
    `curl -Lo /opt/bin/t https://example.com/t && chmod a+x /opt/bin/*`,
  ],
  [
    'find',
    `curl -Lo /opt/t https://example.com/t && find /opt -exec chmod +x /opt/t +`,
  ],
  [
    'install',
    `curl -Lo t https://example.com/t && install -m 0755 t /usr/local/bin/t`,
  ],
  [
    'install without a mode',
    `curl -Lo t https://example.com/t && install t /usr/local/bin`,
  ],
  [
    'another name',
    `wget https://example.com/t-linux && mv t-linux /usr/bin/t && chmod +x /usr/bin/t`,
  ],
  [
    'an unpacked program',
    `curl https://example.com/t.gz | gunzip > /bin/t && chmod +x /bin/t`,
  ],
];

const SAFE: readonly (readonly [string, string])[] = [
  ['nothing downloaded', 'echo hello | sh'],
  ['a pipe into another program', `curl ${URL} | tar xz`],
  ['a key', `curl ${URL} | gpg --dearmor -o /k && curl ${URL} | apt-key add -`],
  [
    'data for a program in place',
    `curl ${URL} | python3 -c 'import json' && curl ${URL} | perl -ne 'print'`,
  ],
  ['data for a module', `curl ${URL} | python3 -m json.tool`],
  ['data for a script of the project', `curl ${URL} | python3 /src/read.py`],
  ['data for a shell with a script', `curl ${URL} | bash -c 'cat > /x'`],
  ['a file name for a shell', `curl ${URL} | xargs -n1 bash`],
  ['a substitution that is only an argument', `sh -c "echo $(curl ${URL})"`],
  ['words of echo', `echo "curl ${URL} | sh"`],
  ['a comment', `true # curl ${URL} | sh`],
  [
    'another command of the same line',
    `curl -o /x.json ${URL}; sh /src/build.sh`,
  ],
  [
    'the container itself',
    'curl http://localhost:8080/x | sh; wget -qO- 127.0.0.1/x | sh',
  ],
  ['a file of the disk', 'curl file:///src/x.sh | sh'],
  [
    'an archive',
    'curl -O https://example.com/a.tar.gz && tar xf a.tar.gz && ./a/configure',
  ],
  [
    'data that is made executable by a pattern',
    `curl -o /app/a.json ${URL} && chmod +x /app/*`,
  ],
  [
    'a mode without x',
    'curl -o t https://example.com/t && chmod 644 t && install -m 644 t /etc',
  ],
  ['a file in another folder', `curl -o /tmp/a.sh ${URL} && sh /src/a.sh`],
  ['a head', `curl -I ${URL} | sh`],
  [
    'sha256sum -c',
    `curl -o i.sh ${URL} && echo "1  i.sh" | sha256sum -c - && sh i.sh`,
  ],
  [
    'a file of checksums',
    `curl -O ${URL} && curl -O ${URL}.sha256 && sha256sum -c install.sh.sha256 && sh install.sh`,
  ],
  [
    'a checksum of names nobody knows',
    `curl -O ${URL} && sha512sum --check SUMS && sh install.sh`,
  ],
  [
    'shasum',
    `curl -o i.sh ${URL} && echo "1 i.sh" | shasum -a 256 -c && sh i.sh`,
  ],
  [
    'a compared checksum',
    `curl -o i.sh ${URL} && [ "$(sha256sum i.sh | cut -c1-64)" = "$SUM" ] && sh i.sh`,
  ],
  [
    'a searched checksum',
    `curl -o i.sh ${URL} && sha256sum i.sh | grep -q "$SUM" && sh i.sh`,
  ],
  [
    'gpg',
    `curl -o i.sh ${URL} && gpg --batch --verify i.sh.asc i.sh && sh i.sh`,
  ],
  ['gpg within the pipe', `curl ${URL} | gpg --decrypt | sh`],
  [
    'cosign',
    `curl -o i.sh ${URL} && cosign verify-blob --key k i.sh && sh i.sh`,
  ],
  ['minisign', `curl -o i.sh ${URL} && minisign -Vm i.sh -P k && sh i.sh`],
  [
    'openssl',
    `curl -o i.sh ${URL} && openssl dgst -sha256 -verify k -signature s i.sh && sh i.sh`,
  ],
  [
    'PHP itself',
    `curl -o i.php ${URL} && php -r "hash_file('sha384', 'i.php') === '1' or exit(1);" && php i.php`,
  ],
  [
    'a script that says that it verifies',
    `curl -o i.sh ${URL} && /src/verify-checksum.sh i.sh && sh i.sh`,
  ],
  [
    'aria2 with a checksum',
    `aria2c --checksum=sha-256=1 -o i.sh ${URL} && sh i.sh`,
  ],
  [
    'a check after chmod',
    'curl -o t https://example.com/t && chmod +x t && echo "1 t" | sha256sum -c -',
  ],
];

const AGENT = {
  name: '/app/otel.jar',
  address: 'https://example.com/v$V/otel.jar',
};

describeRule(noPipeToShell, {
  passing: [
    ...SAFE.map(([name, script]) => ({ name, files: run(script) })),
    {
      name: 'a script of the build context',
      files:
        'FROM alpine:3.22\nCOPY install.sh /\nRUN chmod +x /install.sh && /install.sh\n',
    },
    {
      name: 'an agent of Java that was verified, or brought along',
      files: `FROM eclipse-temurin:25-jre\nADD --checksum=sha256:${'0'.repeat(
        64,
      )} https://example.com/otel.jar /otel.jar\nADD https://example.com/other.jar /other.jar\nCOPY agent.jar /\nENV JAVA_TOOL_OPTIONS="-javaagent:/otel.jar -javaagent:/agent.jar"\nCMD ["java", "-jar", "/app.jar"]\n`,
    },
    {
      name: 'ADD with a checksum',
      files: `FROM alpine:3.22\nADD --checksum=sha256:${'0'.repeat(
        64,
      )} ${URL} /i.sh\nRUN sh /i.sh\n`,
    },
    {
      name: 'a check in another step',
      files: `FROM alpine:3.22\nRUN curl -o /i.sh ${URL}\nRUN echo "1 /i.sh" | sha256sum -c\nRUN sh /i.sh\n`,
    },
    {
      name: 'a stage that the build does not need',
      files: `FROM alpine:3.22 AS old\nRUN curl ${URL} | sh\nFROM alpine:3.22\n`,
    },
    {
      name: 'a health check',
      files: `FROM alpine:3.22\nHEALTHCHECK CMD curl ${URL} | sh\n`,
    },
    {
      name: 'a CMD that another one replaces',
      files: `FROM alpine:3.22\nCMD curl ${URL} | sh\nCMD ["true"]\n`,
    },
    {
      name: 'words of the exec form, which no shell reads',
      files: `FROM alpine:3.22\nRUN ["curl", "${URL}", "|", "sh"]\n`,
    },
    {
      name: 'what ONBUILD keeps, which nobody runs here',
      files: `FROM alpine:3.22\nONBUILD RUN curl ${URL} | sh\n`,
    },
  ],
  failing: [
    {
      name: 'an agent of Java, in ENV',
      files:
        'FROM eclipse-temurin:25-jre\nARG V\nADD --chmod=644 https://example.com/v$V/otel.jar /app/otel.jar\nENV JAVA_TOOL_OPTIONS="-javaagent:/app/otel.jar -Xmx200m"\n',
      findings: [{ messageId: 'run', line: 4, data: AGENT }],
    },
    {
      name: 'an agent of Java, before it is downloaded',
      files:
        'FROM eclipse-temurin:25-jre\nWORKDIR /app\nENV JAVA_OPTS -javaagent:otel.jar=a=b\nRUN curl -o otel.jar https://example.com/otel.jar\n',
      findings: [{ messageId: 'run', line: 3 }],
    },
    {
      name: 'an agent of Java, in CMD',
      files:
        'FROM eclipse-temurin:25-jre\nADD https://example.com/otel.jar /\nCMD ["java", "-javaagent:/otel.jar", "-jar", "/app.jar"]\n',
      findings: [{ messageId: 'run', line: 3 }],
    },
    ...STREAMED.map(([name, script]) => ({
      name: `streamed through ${name}`,
      files: run(script),
      findings: [{ messageId: 'streamed', line: 2 }],
    })),
    ...RUN.map(([name, script]) => ({
      name: `run through ${name}`,
      files: run(script),
      findings: [{ messageId: 'run', line: 2 }],
    })),
    ...INSTALLED.map(([name, script]) => ({
      name: `installed through ${name}`,
      files: run(script),
      findings: [{ messageId: 'installed', line: 2 }],
    })),
    {
      name: 'names what it runs, without what may be secret',
      files: run('curl https://me:secret@example.com/i.sh?token=1 | bash'),
      findings: [
        {
          messageId: 'streamed',
          line: 2,
          data: { name: 'bash', address: 'https://example.com/i.sh' },
        },
      ],
    },
    {
      name: 'continued lines, lower case and comments in between',
      files: `from alpine:3.22\nrun apk add curl \\\n  # why\n  && curl ${URL} \\\n   | sh\n`,
      findings: [{ messageId: 'streamed', line: 5 }],
    },
    {
      name: 'a heredoc',
      files: `FROM alpine:3.22\nRUN <<EOF\nset -e\ncurl -o i.sh ${URL}\nsh i.sh\nEOF\n`,
      findings: [{ messageId: 'run', line: 5 }],
    },
    {
      name: 'a shell in the exec form',
      files: `FROM alpine:3.22\nRUN ["sh", "-c", "curl ${URL} | sh"]\n`,
      findings: [{ messageId: 'streamed', line: 2 }],
    },
    {
      name: 'a later step',
      files: `FROM alpine:3.22\nRUN curl -o /i.sh ${URL}\nWORKDIR /x\nRUN sh /i.sh\n`,
      findings: [{ messageId: 'run', line: 4 }],
    },
    {
      name: 'a stage on top',
      files: `FROM alpine:3.22 AS base\nRUN curl -o /i.sh ${URL}\nFROM base\nRUN sh /i.sh\n`,
      findings: [{ messageId: 'run', line: 4 }],
    },
    {
      name: 'a stage that is only copied from',
      files: `FROM alpine:3.22 AS get\nRUN curl -o /t ${URL} && chmod +x /t\nFROM scratch\nCOPY --from=get /t /t\n`,
      findings: [{ messageId: 'installed', line: 2 }],
    },
    {
      name: 'ADD and a step that runs it',
      files: `FROM alpine:3.22\nADD ${URL} /tmp/\nRUN sh /tmp/install.sh\n`,
      findings: [{ messageId: 'run', line: 3 }],
    },
    {
      name: 'ADD that makes it executable',
      files:
        'FROM alpine:3.22\nADD --chmod=755 https://example.com/t /usr/local/bin/t\n',
      findings: [{ messageId: 'installed', line: 2 }],
    },
    {
      name: 'the start of the container',
      files: `FROM alpine:3.22\nENTRYPOINT curl ${URL} | sh\n`,
      findings: [{ messageId: 'streamed', line: 2 }],
    },
    {
      name: 'what ONBUILD runs in two stages, once',
      files: `FROM alpine:3.22 AS base\nONBUILD RUN curl ${URL} | sh\nFROM base AS a\nFROM base\nCOPY --from=a /x /x\n`,
      findings: [{ messageId: 'streamed', line: 2 }],
    },
    {
      name: 'one finding for each download',
      files: run(
        `curl -o a ${URL} && chmod +x a && ./a && ./a; curl ${URL} | sh`,
      ),
      findings: [
        { messageId: 'run', line: 2 },
        { messageId: 'streamed', line: 2 },
      ],
    },
    {
      name: 'a failure wins over a step that cannot be read',
      files: `FROM alpine:3.22\nRUN curl ${URL} | sh\nRUN echo "open\n`,
      findings: [{ messageId: 'streamed', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a script with a mistake',
      files: 'FROM alpine:3.22\nRUN echo "open\n',
      reason: 'script-not-read',
    },
    {
      name: 'a script in another language',
      files:
        'FROM python:3.13\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN curl https://example.com/x | cmd\n',
      reason: 'windows-image',
    },
  ],
});
