// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { dockerignoreExcludesSecrets } from './excludes-secrets.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';
const KEY =
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n';
const GOOD =
  '**/.env\n**/.env.*\n!**/.env.example\n**/*.pem\n**/*.key\n**/id_rsa\n**/id_ed25519\n**/.npmrc\n**/.aws\n**/kubeconfig\nsecrets\n';

describeRule(dockerignoreExcludesSecrets, {
  passing: [
    {
      name: 'all is excluded, and an example is taken back in',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': GOOD,
        '.env.example': 'PASSWORD=hunter2\n',
        '.env': 'PASSWORD=hunter2\n',
      },
    },
    {
      name: 'an allow list of folders',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*\n!src\n!package*.json\n',
        'src/main.ts': '',
      },
    },
    {
      name: 'an allow list behind a comment of another language',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '// all\n**/*\n!src/**\n',
        'src/main.ts': '',
      },
    },
    {
      name: 'single files are copied',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY app *.json ./\n',
        '.dockerignore': '.git\n',
        '.env': 'PASSWORD=hunter2\n',
      },
    },
    {
      name: 'settings of npm that a COPY names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY package.json .npmrc ./\n',
        '.dockerignore': '.git\n',
        '.npmrc': 'registry=https://npm.example.com/\n',
      },
    },
    {
      name: 'public certificates and files for tests',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': `${GOOD}!certs/roots.pem\n!certs/archive.key\n`,
        'certs/roots.pem': '-----BEGIN CERTIFICATE-----\n',
        'certs/archive.key': '-----BEGIN PGP PUBLIC KEY BLOCK-----\n',
        'test/server.key': KEY,
      },
    },
    {
      name: 'a jar whose name only a build argument tells',
      files: {
        Dockerfile:
          'FROM alpine:3.22\nARG JAR\nCOPY target/${JAR}.jar app.jar\n',
        '.dockerignore': '.git\n',
      },
    },
  ],
  failing: [
    {
      name: 'nothing of it is excluded: one finding for each kind',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git\n' },
      findings: [
        {
          messageId: 'credentials',
          line: 1,
          severity: 'medium',
          path: '.dockerignore',
          data: {
            paths: '.aws/credentials, .npmrc, kubeconfig, secrets/password',
          },
        },
        {
          messageId: 'environment',
          line: 1,
          data: { paths: '.env, .env.local, .env.production' },
        },
        {
          messageId: 'keys',
          line: 1,
          severity: 'medium',
          data: { paths: 'id_rsa, server.key, server.pem' },
        },
      ],
    },
    {
      name: 'patterns that hold for the root alone',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': `.env\n.env.*\n*.pem\n*.key\nid_rsa\n.npmrc\n.aws\nkubeconfig\nsecrets\n`,
      },
      findings: [
        {
          messageId: 'nested',
          line: 9,
          severity: 'low',
          data: {
            paths:
              'sub/.env, sub/.env.local, sub/.env.production, sub/id_rsa and 2 more',
          },
        },
      ],
    },
    {
      name: 'a folder that is copied by name',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY src/ /app/\n',
        '.dockerignore': '.env*\n**/*.key\n**/*.pem\n**/id_rsa\n',
        'src/main.ts': '',
      },
      findings: [
        {
          messageId: 'nested',
          line: 4,
          severity: 'low',
          data: { paths: 'src/.env, src/.env.local, src/.env.production' },
        },
      ],
    },
    {
      name: 'files of the repository',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY deploy /app\n',
        '.dockerignore': '**/.env.*\n**/server.*\n**/id_rsa\n',
        'deploy/.env': 'DB_PASSWORD=hunter2\n',
        'deploy/tls.key': KEY,
      },
      findings: [
        {
          messageId: 'nested',
          line: 3,
          severity: 'low',
          data: { paths: 'deploy/.env' },
        },
        {
          messageId: 'real',
          line: 3,
          severity: 'critical',
          data: { paths: 'deploy/.env, deploy/tls.key' },
        },
      ],
    },
    {
      name: 'a file of the repository inside a folder of an allow list',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*\n!config\n',
        'config/.env': 'DB_PASSWORD=hunter2\n',
      },
      findings: [{ messageId: 'real', line: 2, severity: 'critical' }],
    },
    {
      name: 'an environment file that holds no secret is no worse than any',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': `${GOOD}!.env\n`,
        '.env': 'PORT=8080\nTOKEN=\nSECRET=${X}\n',
      },
      findings: [
        { messageId: 'environment', line: 12, data: { paths: '.env' } },
      ],
    },
    {
      name: 'patterns above the exception that undoes them',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*\n**/.env\n!src\n',
        'src/main.ts': '',
      },
      findings: [
        {
          messageId: 'nested',
          line: 3,
          severity: 'low',
          data: { paths: 'src/.env' },
        },
      ],
    },
  ],
  unknown: [
    {
      name: 'a source that only a build argument names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nARG DIR\nCOPY ./$DIR /app\n',
        '.dockerignore': '.git\n',
      },
      reason: 'variable-without-value',
    },
    {
      name: 'a Dockerfile that was named by itself',
      files: COPY_ALL,
      listing: 'partial',
      reason: 'listing-partial',
    },
  ],
  notApplicable: [
    {
      name: 'no ignore file',
      files: COPY_ALL,
      reason: 'settled-by dockerignore/present',
    },
    {
      name: 'nothing is copied',
      files: { Dockerfile: 'FROM alpine:3.22\n', '.dockerignore': 'a\n' },
      reason: 'no-build-context',
    },
  ],
});
