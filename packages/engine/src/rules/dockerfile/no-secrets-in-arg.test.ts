// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { drawn } from '../../testing/plantedSecrets.ts';
import { noSecretsInArg } from './no-secrets-in-arg.ts';

const FROM = 'FROM alpine:3.22\n';
const GITHUB_TOKEN = `gh${'p_'}${drawn('ABCDEFabcdef0123456789', 36)}`;

describeRule(noSecretsInArg, {
  passing: [
    { name: 'no ARG', files: `${FROM}RUN make\n` },
    {
      name: 'ordinary arguments',
      files: `ARG VERSION=3.22\nFROM alpine:$VERSION\nARG TARGETARCH\nARG USER_ID=1000\n`,
    },
    {
      name: 'the id of a secret mount by its name',
      files: `${FROM}ARG NPM_TOKEN_ID=npm\nRUN --mount=type=secret,id=$NPM_TOKEN_ID make\n`,
    },
    {
      name: 'an argument that is only used as the id of a secret mount',
      files: `${FROM}ARG NPM_SECRET\nRUN --mount=type=secret,id=\${NPM_SECRET} make\nRUN --mount=type=secret,id=$NPM_SECRET,env=A make\n`,
    },
    {
      name: 'names that go on with what is no secret',
      files: `${FROM}ARG DB_PASSWORD_FILE\nARG TOKEN_URL\nARG AUTH_VERSION\nARG GPG_KEY\nARG TOKEN_SHA256\n`,
    },
    {
      name: 'a default that is a path, a switch or a number',
      files: `${FROM}ARG SSL_KEY=/tls/a.key\nARG AUTH=none\nARG TOKEN=8080\n`,
    },
    {
      name: 'proxies and platforms',
      files: `${FROM}ARG HTTP_PROXY\nARG TARGETPLATFORM\n`,
    },
  ],
  failing: [
    {
      name: 'arguments without a default',
      files: `${FROM}ARG NPM_TOKEN\narg dbPassword\nARG A B_SECRET\n`,
      findings: [
        {
          messageId: 'asked',
          line: 2,
          severity: 'high',
          data: { name: 'NPM_TOKEN' },
        },
        { messageId: 'asked', line: 3, severity: 'high' },
        {
          messageId: 'asked',
          line: 4,
          severity: 'high',
          data: { name: 'B_SECRET' },
        },
      ],
    },
    {
      name: 'an empty default, and one from a variable',
      files: `${FROM}ARG A\nARG NPM_TOKEN=\nARG NPM_TOKEN=$A\nARG NPM_TOKEN=""\n`,
      findings: [3, 4, 5].map(line => ({
        messageId: 'asked',
        line,
        severity: 'high',
      })),
    },
    {
      name: 'a vague name',
      files: `${FROM}ARG SITE_KEY\n`,
      findings: [{ messageId: 'asked', line: 2, severity: 'medium' }],
    },
    {
      name: 'a literal default, before the first stage too',
      files: `ARG NPM_TOKEN=hunter2\n${FROM}ARG ADMIN_PASSWORD="hunter 2"\nARG A=\${X:-b} C_TOKEN='x1y2z3'\n`,
      findings: [
        {
          messageId: 'literal',
          line: 1,
          data: { name: 'NPM_TOKEN', secret: 'a secret' },
        },
        {
          messageId: 'literal',
          line: 3,
          data: { name: 'ADMIN_PASSWORD', secret: 'a password' },
        },
        { messageId: 'literal', line: 4 },
      ],
    },
    {
      name: 'a token as the default of any argument',
      files: `${FROM}ARG SETTING=${GITHUB_TOKEN}\nARG URL=https://me:hunter2@a.test\n`,
      findings: [
        {
          messageId: 'literal',
          line: 2,
          data: { name: 'SETTING', secret: 'a GitHub token' },
        },
        { messageId: 'literal', line: 3 },
      ],
    },
    {
      name: 'a placeholder',
      files: `${FROM}ARG NPM_TOKEN=changeme\n`,
      findings: [{ messageId: 'placeholder', line: 2, severity: 'low' }],
    },
    {
      name: 'an argument that is the id of a mount and something else',
      files: `${FROM}ARG NPM_SECRET\nRUN --mount=type=secret,id=$NPM_SECRET echo "$NPM_SECRET"\n`,
      findings: [{ messageId: 'asked', line: 2, severity: 'high' }],
    },
    {
      name: 'a stage that is only copied from, and one that nothing needs',
      files:
        'FROM alpine:3.22 AS old\nARG NPM_TOKEN\nARG API_TOKEN=hunter2\nFROM alpine:3.22 AS build\nARG NPM_TOKEN\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [
        { messageId: 'asked', line: 2, severity: 'medium' },
        { messageId: 'literal', line: 3, severity: 'high' },
        { messageId: 'asked', line: 5, severity: 'high' },
      ],
    },
    {
      name: 'a continued line with several, and an ONBUILD',
      files: `${FROM}ARG A=b \\\n  # note\n  NPM_TOKEN=hunter2 \\\n  C_TOKEN\nONBUILD ARG D_TOKEN\n`,
      findings: [
        { messageId: 'literal', line: 4 },
        { messageId: 'asked', line: 5, severity: 'high' },
        { messageId: 'asked', line: 6, severity: 'high' },
      ],
    },
  ],
  unknown: [
    {
      name: 'a file that does not parse',
      files: 'FROM alpine:3.22\nARG NPM_TOKEN\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
  ],
});
