// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { drawn } from '../../testing/plantedSecrets.ts';
import { noSecretFilesCopied } from './no-secret-files-copied.ts';

const FROM = 'FROM alpine:3.22\n';
const COPY_ALL = `${FROM}COPY . /app\n`;
const BODY = drawn('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789', 64);
const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n${BODY}\n-----END ${kind}-----\n`;
const KEY = pem(`PRIVATE${' '}KEY`);
const CERTIFICATE = pem('CERTIFICATE');
const ENV_FILE = 'PORT=1\nDB_PASSWORD=hunter2\n';

describeRule(noSecretFilesCopied, {
  passing: [
    { name: 'nothing copied', files: `${FROM}RUN make\n` },
    {
      name: 'ordinary files',
      files: `${FROM}COPY package.json tsconfig.json ./\nADD app.tar.gz /app\n`,
    },
    {
      name: 'examples of environment files',
      files: `${FROM}COPY .env.example .env.sample .env.template .env.dist ./\n`,
    },
    {
      name: 'certificates and keys that check signatures, by their names',
      files: `${FROM}COPY tls/server.crt ca-bundle.pem fullchain.pem /certs/\nCOPY nginx_signing.key repo.gpg.key /keys/\n`,
    },
    {
      name: 'a .pem that holds a certificate alone',
      files: {
        Dockerfile: `${FROM}COPY server.pem /\n`,
        'server.pem': CERTIFICATE,
      },
    },
    {
      name: 'a .npmrc with settings alone, or with a variable',
      files: {
        Dockerfile: `${FROM}COPY .npmrc web/.npmrc ./\n`,
        '.npmrc': '@a:registry=https://npm.test/\nsave-exact=true\n',
        'web/.npmrc': '//npm.test/:_authToken=${NPM_TOKEN}\n',
      },
    },
    {
      name: 'an environment file without a secret',
      files: { Dockerfile: COPY_ALL, '.env': 'PORT=8080\nMODE=prod\n' },
    },
    {
      name: 'a secret that the ignore file keeps out',
      files: {
        Dockerfile: `${COPY_ALL}COPY .env /app/\n`,
        '.dockerignore': '.env\n**/*.key\n',
        '.env': ENV_FILE,
        'tls/server.key': KEY,
      },
    },
    {
      name: 'a secret that --exclude keeps out',
      files: {
        Dockerfile: `# syntax=docker/dockerfile:1.19\n${FROM}COPY --exclude=.env --exclude=**/*.key . /app\n`,
        '.env': ENV_FILE,
        'tls/server.key': KEY,
      },
    },
    {
      name: 'a secret beside what is copied',
      files: {
        Dockerfile: `${FROM}COPY src /app/src\nCOPY *.json /app/\n`,
        '.env': ENV_FILE,
        'src/a.js': '',
      },
    },
    {
      name: 'keys for tests',
      files: { Dockerfile: COPY_ALL, 'test/fixtures/server.key': KEY },
    },
    {
      name: 'what another stage, an address or a here-document brings',
      files: `FROM alpine:3.22 AS build\nRUN make\n${FROM}COPY --from=build /app/.env /app/.env\nADD https://a.test/id_rsa /a\nCOPY <<EOF /app/.env\nA=b\nEOF\n`,
    },
    {
      name: 'a mounted secret',
      files: `${FROM}RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n`,
    },
    {
      name: 'a file from a variable, where no secret lies',
      files: { Dockerfile: `${FROM}ARG DIR\nCOPY $DIR /app\n`, 'src/a.js': '' },
    },
  ],
  failing: [
    ...[
      '.env',
      '.env.production',
      'conf/.env.local',
      'id_rsa',
      './deploy/id_ed25519',
      'tls/server.key',
      'tls/server.pem',
      'store.p12',
      'store.pfx',
      'store.jks',
      'store.keystore',
      '.npmrc',
      '.pypirc',
      '.netrc',
      '.git-credentials',
      '.aws',
      '.aws/credentials',
      '.azure',
      '.docker/config.json',
      'credentials.json',
      'credentials.xml',
      'service-account-prod.json',
      'kubeconfig',
      'client.ovpn',
    ].map(path => ({
      name: `${path}, which the repository does not have`,
      files: `${FROM}COPY ${path} /app/\n`,
      findings: [{ messageId: 'copied', line: 2 }],
    })),
    {
      name: 'one of several sources, quoted, with flags, in lower case',
      files: `${FROM}copy --chown=1:1 package.json id_rsa \\\n  .env ./\nCOPY ["a b", "server.key", "/x/"]\n`,
      findings: [
        { messageId: 'copied', line: 2, data: { paths: '"id_rsa"' } },
        { messageId: 'copied', line: 3, data: { paths: '".env"' } },
        { messageId: 'copied', line: 4, data: { paths: '"server.key"' } },
      ],
    },
    {
      name: 'files of the repository that a folder takes',
      files: {
        Dockerfile: COPY_ALL,
        '.env': ENV_FILE,
        'a/.env.local': ENV_FILE,
        'tls/server.key': KEY,
        'tls/store.p12': 'any',
        'tls/server.pem': CERTIFICATE,
      },
      findings: [
        {
          messageId: 'copied',
          line: 2,
          data: {
            paths: '".env", "a/.env.local", "tls/server.key" and 1 more',
          },
        },
      ],
    },
    {
      name: 'a file that a pattern takes',
      files: {
        Dockerfile: `${FROM}COPY conf/* tls/*.pem /app/\n`,
        'conf/.env': ENV_FILE,
        'tls/server.pem': KEY,
      },
      findings: [
        { messageId: 'copied', line: 2, data: { paths: '"conf/.env"' } },
        { messageId: 'copied', line: 2, data: { paths: '"tls/server.pem"' } },
      ],
    },
    {
      name: 'a file that the ignore file takes back in',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '**/.env\n!web/.env\n',
        '.env': ENV_FILE,
        'web/.env': ENV_FILE,
      },
      findings: [
        { messageId: 'copied', line: 2, data: { paths: '"web/.env"' } },
      ],
    },
    {
      name: 'a .npmrc with a token, and a later rm',
      files: {
        Dockerfile: `FROM node:22\nCOPY .npmrc ./\nRUN npm ci && rm .npmrc\n`,
        '.npmrc': '//npm.test/:_authToken=x1y2z3w4\n',
      },
      findings: [{ messageId: 'copied', line: 2 }],
    },
    {
      name: 'a .npmrc of which nothing is known',
      files: `${FROM}COPY .npmrc ./\n`,
      listing: 'partial',
      findings: [{ messageId: 'maybe', line: 2, severity: 'medium' }],
    },
    {
      name: 'a folder in a variable and the name of a secret',
      files: `${FROM}ARG DIR\nCOPY $DIR/.env /app/\n`,
      findings: [{ messageId: 'copied', line: 3 }],
    },
    {
      name: 'a stage that is only copied from, and one that nothing needs',
      files:
        'FROM alpine:3.22 AS old\nCOPY id_rsa /\nFROM alpine:3.22 AS build\nCOPY id_rsa /\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [
        { messageId: 'copied', line: 2, severity: 'high' },
        { messageId: 'copied', line: 4, severity: 'critical' },
      ],
    },
    {
      name: 'what an ONBUILD copies, once',
      files:
        'FROM alpine:3.22 AS base\nONBUILD COPY .env /app/\nONBUILD COPY --from=a .env /b\nFROM base\n',
      findings: [{ messageId: 'copied', line: 2 }],
    },
    {
      name: 'a named secret beside a folder that is not known',
      files: `${FROM}COPY src /app\nCOPY id_rsa /\n`,
      listing: 'partial',
      findings: [{ messageId: 'copied', line: 3 }],
    },
  ],
  unknown: [
    {
      name: 'a folder of a partial listing',
      files: COPY_ALL,
      listing: 'partial',
      reason: 'listing-partial',
    },
    {
      name: 'a pattern of a partial listing',
      files: `${FROM}COPY conf/* /app/\n`,
      listing: 'partial',
      reason: 'listing-partial',
    },
    {
      name: 'a folder in a variable, where secrets lie',
      files: {
        Dockerfile: `${FROM}ARG DIR\nCOPY $DIR /app\n`,
        'a/.env': ENV_FILE,
      },
      reason: 'variable-without-value',
    },
    {
      name: 'a file that does not parse',
      files: 'FROM alpine:3.22\nCOPY .env /\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
  ],
});
