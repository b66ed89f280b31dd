// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { drawn } from '../../testing/plantedSecrets.ts';
import { noSecretsInEnv } from './no-secrets-in-env.ts';

const HEX = '0123456789abcdef';
const GITHUB_TOKEN = `gh${'p_'}${drawn('ABCDEFabcdef0123456789', 36)}`;

const FROM = 'FROM alpine:3.22\n';

describeRule(noSecretsInEnv, {
  passing: [
    { name: 'no ENV', files: `${FROM}RUN make\n` },
    { name: 'an ordinary variable', files: `${FROM}ENV PORT=8080 MODE=prod\n` },
    {
      name: 'a file that holds the secret',
      files: `${FROM}ENV DB_PASSWORD_FILE=/run/secrets/db SSL_KEY_FILE=/tls/a.key\n`,
    },
    {
      name: 'names that go on with what is no secret',
      files: `${FROM}ENV TOKEN_URL=https://a.test/token TOKEN_TTL=3600 \\\n  SECRET_NAME=app AWS_ACCESS_KEY_ID=app KEY_LENGTH=4096 \\\n  AUTH_HEADER=X-User AUTH_ALGORITHM=argon2 KEY_VERSION=v2\n`,
    },
    {
      name: 'public keys and their fingerprints',
      files: `${FROM}ENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D\nENV GPG_KEYS A035C8C19219BA821ECEA86B64E628F8D684696D 0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D\nENV NEXT_PUBLIC_API_KEY=a1b2c3\nENV RELEASE_SIGNING_PUBLIC_KEY=a1b2c3\n`,
    },
    {
      name: 'a fingerprint that an ARG gives',
      files: `${FROM}ARG SIGNING_KEY=A62AE125BBBFBB96A6E042EC925CC1CCED3D1561\nENV SIGNING_KEY=$SIGNING_KEY OTHER_SIGNING_KEY="\${SIGNING_KEY}"\n`,
    },
    {
      name: 'checksums',
      files: `${FROM}ENV TOKEN_SHA256=${drawn(HEX, 64)} KEY_CHECKSUM=${drawn(
        HEX,
        40,
      )} SECRET_INTEGRITY=abc1def2\n`,
    },
    {
      name: 'ports and other small numbers',
      files: `${FROM}ENV AUTH=8080 TOKEN=3600 MAX_TOKENS=4096 AUTH_PORT=8080\n`,
    },
    {
      name: 'switches and words that hide nothing',
      files: `${FROM}ENV AUTH=none PASSWORD=true PRIVATE=yes TOKEN=auto\n`,
    },
    {
      name: 'a path and an address without a login',
      files: `${FROM}ENV SSL_KEY=/etc/ssl/a.key AUTH=https://auth.test/login\n`,
    },
    {
      name: 'words that only contain one',
      files: `${FROM}ENV KEYBOARD=de MONKEY=banana AUTHOR=me BYPASS=x1y2z3\n`,
    },
    {
      name: 'a vague name with a word behind it',
      files: `${FROM}ENV Filters__0__Key=ProcessId\n`,
    },
    {
      name: 'what stands in a RUN',
      files: `${FROM}RUN DB_PASSWORD=hunter2 make\n`,
    },
    {
      name: 'the names of objects',
      files: `${FROM}ENV __proto__=a constructor=b\n`,
    },
  ],
  failing: [
    {
      name: 'a password in both forms',
      files: `${FROM}ENV DB_PASSWORD=hunter2\nENV DB_PASSWORD hunter2 and more\n`,
      findings: [
        {
          messageId: 'literal',
          line: 2,
          data: { name: 'DB_PASSWORD', secret: 'a password' },
        },
        { messageId: 'literal', line: 3 },
      ],
    },
    {
      name: 'lower case, quotes, several pairs and a continuation',
      files: `${FROM}env a="b c" \\\n  # the login\n  dbPassword='hunter 2' \\\n  MYSQL_PWD="x1y2z3"\n`,
      findings: [
        {
          messageId: 'literal',
          line: 4,
          data: { name: 'dbPassword', secret: 'a password' },
        },
        { messageId: 'literal', line: 5 },
      ],
    },
    {
      name: 'a token in a variable of any name',
      files: `${FROM}ENV SETTING=${GITHUB_TOKEN}\n`,
      findings: [
        {
          messageId: 'literal',
          line: 2,
          data: { name: 'SETTING', secret: 'a GitHub token' },
        },
      ],
    },
    {
      name: 'a password in a URL',
      files: `${FROM}ENV DATABASE_URL=postgres://me:hunter2@db/a\n`,
      findings: [
        {
          messageId: 'literal',
          line: 2,
          data: { name: 'DATABASE_URL', secret: 'a credential in a URL' },
        },
      ],
    },
    {
      name: 'a random value with a vague name',
      files: `${FROM}ENV SITE_KEY=${drawn(HEX, 32)}\n`,
      findings: [{ messageId: 'literal', line: 2 }],
    },
    {
      name: 'a default inside a reference',
      files: `${FROM}ENV ADMIN_PASSWORD="\${ADMIN_PASSWORD:-welcome1}"\n`,
      findings: [{ messageId: 'literal', line: 2 }],
    },
    {
      name: 'a value that a variable fills, also one of an ARG',
      files: `${FROM}ARG APP\nENV API_TOKEN=$APP\nENV API_TOKEN=\${APP}\nENV AUTH=$APP\n`,
      findings: [
        { messageId: 'reference', line: 3, severity: 'medium' },
        { messageId: 'reference', line: 4, severity: 'medium' },
        { messageId: 'reference', line: 5, severity: 'low' },
      ],
    },
    {
      name: 'an empty value',
      files: `${FROM}ENV API_TOKEN= B=c\nENV API_TOKEN=""\n`,
      findings: [
        { messageId: 'empty', line: 2, severity: 'medium' },
        { messageId: 'empty', line: 3, severity: 'medium' },
      ],
    },
    {
      name: 'placeholders',
      files: `${FROM}ENV API_TOKEN=changeme\nENV API_TOKEN=xxxxxx\nENV API_TOKEN="<your token>"\nENV API_TOKEN=example\n`,
      findings: [2, 3, 4, 5].map(line => ({
        messageId: 'placeholder',
        line,
        severity: 'low',
      })),
    },
    {
      name: 'a stage that is only copied from',
      files:
        'FROM alpine:3.22 AS build\nENV API_TOKEN=hunter2\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [{ messageId: 'literal', line: 2 }],
    },
    {
      name: 'stages that nothing needs, one step lower',
      files:
        'FROM alpine:3.22 AS old\nENV API_TOKEN=hunter2\nENV API_KEY=\nENV API_KEY=changeme\nFROM alpine:3.22\n',
      findings: [
        { messageId: 'literal', line: 2, severity: 'high' },
        { messageId: 'empty', line: 3, severity: 'low' },
        { messageId: 'placeholder', line: 4, severity: 'info' },
      ],
    },
    {
      name: 'a stage that another one builds on, once',
      files:
        'FROM alpine:3.22 AS base\nENV API_TOKEN=hunter2\nFROM base\nRUN make\n',
      findings: [{ messageId: 'literal', line: 2 }],
    },
    {
      name: 'what an ONBUILD keeps, once',
      files:
        'FROM alpine:3.22 AS base\nONBUILD ENV API_TOKEN hunter2\nFROM base\n',
      findings: [{ messageId: 'literal', line: 2 }],
    },
    {
      name: 'another escape character',
      files:
        '# escape=`\nFROM alpine:3.22\nENV A=b `\n  DB_PASSWORD=hunter2` 3\n',
      findings: [{ messageId: 'literal', line: 4 }],
    },
    {
      name: 'signs that a shell would take for its own',
      files: `${FROM}ENV DB_PASSWORD=P@$$w0rd;x&y|z\n`,
      findings: [{ messageId: 'literal', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a file that does not parse',
      files: 'FROM alpine:3.22\nENV DB_PASSWORD=hunter2\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
  ],
});
