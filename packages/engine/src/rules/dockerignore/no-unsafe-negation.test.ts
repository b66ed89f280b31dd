// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { dockerignoreNoUnsafeNegation } from './no-unsafe-negation.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';

describeRule(dockerignoreNoUnsafeNegation, {
  passing: [
    {
      name: 'no exception',
      files: { Dockerfile: COPY_ALL, '.dockerignore': 'node_modules\n' },
    },
    {
      name: 'no exception, and a source that only a build argument names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nARG DIR\nCOPY $DIR /app\n',
        '.dockerignore': 'node_modules\n',
      },
    },
    {
      name: 'exceptions for an example and the notes',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*.md\n!README.md\n.env*\n!.env.example\n',
        '.env.example': 'PASSWORD=hunter2\n',
        'README.md': '',
      },
    },
    {
      name: 'an allow list of folders and files',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '**\n!src/**\n!package.json\n',
        'src/main.ts': '',
      },
    },
    {
      name: 'a folder inside an excluded one',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': 'test\n!test/data\n',
        'test/data/a.json': '',
      },
    },
    {
      name: 'an exception that a later line undoes',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git\n!.git\n.git\n' },
    },
    {
      name: 'an exception for what was never excluded',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '!.env\nvendor\n' },
    },
    {
      name: 'what is taken back in is not copied',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY src /app\n',
        '.dockerignore': '*\n!src\n!.git\n',
        'src/main.ts': '',
      },
    },
    {
      name: 'the settings of npm, which a COPY names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY package.json .npmrc ./\n',
        '.dockerignore': '*\n!package.json\n!.npmrc\n',
      },
    },
  ],
  failing: [
    {
      name: 'the history of the repository',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '*\n!src\n!.git\n' },
      findings: [
        {
          messageId: 'takenBack',
          line: 3,
          path: '.dockerignore',
          data: {
            pattern: '"!.git"',
            paths: '.git/config, .git/objects/pack',
          },
        },
      ],
    },
    {
      name: 'everything',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git\n.env\n!**\n' },
      findings: [
        {
          messageId: 'takenBack',
          line: 3,
          data: {
            pattern: '"!**"',
            paths: '.git/config, .git/objects/pack, .env',
          },
        },
      ],
    },
    {
      name: 'two lines, each with its own paths',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*\n!*.pem\n! .env*\n',
      },
      findings: [
        {
          messageId: 'takenBack',
          line: 2,
          data: { pattern: '"!*.pem"', paths: 'server.pem' },
        },
        {
          messageId: 'takenBack',
          line: 3,
          data: {
            pattern: '"!.env*"',
            paths: '.env, .env.local, .env.production',
          },
        },
      ],
    },
    {
      name: 'a folder below the pattern that was to protect it',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '**/.env\n!config\n',
        'config/app.json': '',
      },
      findings: [
        {
          messageId: 'takenBack',
          line: 2,
          data: { pattern: '"!config"', paths: 'config/.env' },
        },
      ],
    },
    {
      name: 'a secret of the repository inside a folder of an allow list',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '*\n!config\n',
        'config/id_rsa': '-----BEGIN OPENSSH PRIVATE KEY-----\n',
      },
      findings: [
        {
          messageId: 'takenBack',
          line: 2,
          data: { pattern: '"!config"', paths: 'config/id_rsa' },
        },
      ],
    },
  ],
  unknown: [
    {
      name: 'a source that only a build argument names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nARG DIR\nCOPY $DIR /app\n',
        '.dockerignore': '.git\n!.git\n',
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
      files: { Dockerfile: 'FROM alpine:3.22\n', '.dockerignore': 'a\n!a\n' },
      reason: 'no-build-context',
    },
  ],
});
