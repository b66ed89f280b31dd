// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { dockerignorePresent } from './present.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';

describeRule(dockerignorePresent, {
  passing: [
    {
      name: 'an ignore file in the root of the context',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git\n' },
    },
    {
      name: 'one that is named after the Dockerfile and lies beside it',
      files: {
        'docker/api.Dockerfile': 'FROM alpine:3.22\nCOPY src /app\n',
        'docker/api.Dockerfile.dockerignore': '.git\n',
        'src/main.go': '',
      },
    },
    {
      name: "Podman's name for it",
      files: { Containerfile: COPY_ALL, '.containerignore': '.git\n' },
    },
    {
      name: 'an ignore file above the folder of the Dockerfile, where the sources are',
      files: {
        'docker/Dockerfile':
          'FROM alpine:3.22\nCOPY package*.json ./\nCOPY . /app\n',
        'docker/entrypoint.sh': '',
        'package.json': '{}',
        '.dockerignore': '.git\n',
      },
    },
    {
      name: 'a folder that only holds what a build makes',
      files: {
        'publish/Dockerfile': 'FROM alpine:3.22\nCOPY . /app\n',
        'src/main.cs': '',
      },
    },
  ],
  failing: [
    {
      name: 'the whole context, at the first COPY of a folder',
      files: 'FROM alpine:3.22\nCOPY go.mod ./\nCOPY ./ /app/\nCOPY . /other\n',
      findings: [{ messageId: 'missing', line: 3, data: { source: '"./"' } }],
    },
    {
      name: 'a folder of the repository, in lower case and with Windows line ends',
      files: {
        Dockerfile: 'from alpine:3.22\r\nadd --link \\\r\n  src /app\r\n',
        'src/main.go': '',
      },
      findings: [{ messageId: 'missing', line: 3 }],
    },
    {
      name: 'whatever a pattern of stars matches, in exec form',
      files: 'FROM alpine:3.22\nCOPY ["conf/*", "/etc/app/"]\n',
      findings: [{ messageId: 'missing', line: 2 }],
    },
    {
      name: 'single files only',
      files: {
        Dockerfile:
          'FROM alpine:3.22\nCOPY app *.json */go.mod /app/\nCOPY ../LICENSE "/a b"\n',
        LICENSE: '',
      },
      findings: [
        {
          messageId: 'missingForFiles',
          line: 2,
          severity: 'low',
          data: { source: '"app"' },
        },
      ],
    },
    {
      name: 'a source that only a build argument names',
      files: 'FROM alpine:3.22\nARG JAR\nCOPY $JAR /app.jar\n',
      findings: [{ messageId: 'missingForFiles', line: 3, severity: 'low' }],
    },
    {
      name: 'what an ONBUILD copies for the stage on top',
      files:
        'FROM alpine:3.22 AS base\nONBUILD COPY . /app\nFROM base\nRUN make\n',
      findings: [{ messageId: 'missing', line: 2 }],
    },
    {
      name: 'a builder stage',
      files:
        'FROM golang:1.25 AS build\nCOPY . /src\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [{ messageId: 'missing', line: 2 }],
    },
    {
      name: 'a file without patterns',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '# nothing\n' },
      findings: [{ messageId: 'empty', line: 1, path: '.dockerignore' }],
    },
    {
      name: 'a file with exceptions only, and single files copied',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY a.txt /\n',
        '.dockerignore': '!a.txt\n',
      },
      findings: [{ messageId: 'empty', line: 1, severity: 'low' }],
    },
    {
      name: 'a file that Docker refuses',
      files: { Dockerfile: COPY_ALL, '.dockerignore': 'node_modules\n[z-a]\n' },
      findings: [
        {
          messageId: 'refused',
          line: 2,
          path: '.dockerignore',
          data: { error: 'syntax error in pattern' },
        },
      ],
    },
    {
      name: 'an ignore file in the folder of the Dockerfile, which is not the context',
      files: {
        'docker/Dockerfile': 'FROM alpine:3.22\nCOPY src /app\n',
        'docker/.dockerignore': '*\n',
        'src/main.go': '',
      },
      findings: [{ messageId: 'missing', line: 2, path: 'docker/Dockerfile' }],
    },
    {
      name: 'Dockerfiles of one folder, at the first that copies a folder',
      files: {
        'a.Dockerfile': 'FROM alpine:3.22\nCOPY a.txt /\n',
        'b.Dockerfile': COPY_ALL,
      },
      findings: [{ messageId: 'missing', line: 2, path: 'b.Dockerfile' }],
    },
    {
      name: 'the Dockerfile for production, not that for development',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY a.txt /\n',
        'Dockerfile.dev': COPY_ALL,
      },
      findings: [
        {
          messageId: 'missingForFiles',
          line: 2,
          path: 'Dockerfile',
          severity: 'low',
        },
      ],
    },
  ],
  unknown: [
    {
      name: 'a Dockerfile that was named by itself',
      files: COPY_ALL,
      listing: 'partial',
      reason: 'listing-partial',
    },
    {
      name: 'a Dockerfile that does not parse',
      files: 'FROM alpine:3.22\nCOPY . /app\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
    {
      name: 'an ignore file of absurd length',
      files: { Dockerfile: COPY_ALL, '.dockerignore': 'a\n'.repeat(40_000) },
      reason: 'too-large',
    },
    {
      name: 'patterns of absurd size',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '?{0,900}\n'.repeat(1_000),
      },
      reason: 'too-large',
    },
  ],
  notApplicable: [
    {
      name: 'nothing is copied',
      files: 'FROM alpine:3.22\nRUN make\n',
      reason: 'no-build-context',
    },
    {
      name: 'only other stages, images, addresses and heredocs are copied',
      files:
        'FROM alpine:3.22 AS a\nFROM alpine:3.22\nCOPY --from=a /a /a\nCOPY --from=busybox:1 /b /b\nADD https://example.com/x.tar /x\nADD https://github.com/a/b.git /y\nCOPY <<EOF /z\nz\nEOF\n',
      reason: 'no-build-context',
    },
    {
      name: 'only a stage that the build does not need copies something',
      files:
        'FROM alpine:3.22 AS old\nCOPY . /app\nFROM alpine:3.22\nRUN make\n',
      reason: 'no-build-context',
    },
    {
      name: 'the context is only mounted',
      files: 'FROM alpine:3.22\nRUN --mount=type=bind,target=/src make\n',
      reason: 'no-build-context',
    },
  ],
});
