// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { healthcheckToolAvailable } from './healthcheck-tool-available.ts';

const CURL = 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1';
const SCRIPT = 'HEALTHCHECK CMD ["node", "healthcheck.js"]';

const PRESENT: readonly (readonly [string, string])[] = [
  [
    'wget of busybox',
    'FROM alpine:3.22\nHEALTHCHECK CMD wget -qO- http://localhost/ || exit 1\n',
  ],
  [
    'a package',
    `FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\n${CURL}\n`,
  ],
  [
    'a package of another name',
    'FROM alpine:3.22\nRUN apk add --no-cache postgresql17-client\nHEALTHCHECK CMD pg_isready -h localhost\n',
  ],
  [
    'nc of a package',
    'FROM debian:13-slim\nRUN apt-get install -y netcat-openbsd\nHEALTHCHECK CMD nc -z localhost 80\n',
  ],
  [
    'a package in a stage below',
    `FROM debian:13 AS base\nRUN apt-get install -y curl\nFROM base\n${CURL}\n`,
  ],
  ['a whole image', `FROM buildpack-deps:bookworm\n${CURL}\n`],
  [
    'a server image',
    'FROM postgres:17\nHEALTHCHECK CMD pg_isready -U postgres\n',
  ],
  [
    'the language of the image',
    'FROM node:22-slim\nHEALTHCHECK CMD ["node", "-e", "fetch(\'x\')"]\n',
  ],
  [
    'its path',
    'FROM node:22-slim\nHEALTHCHECK CMD ["/usr/local/bin/node", "-e", "1"]\n',
  ],
  [
    'a tool copied from an image',
    `FROM scratch\nCOPY --from=busybox:1.37 /bin/wget /bin/wget\nHEALTHCHECK CMD ["/bin/wget", "-qO-", "http://localhost/"]\n`,
  ],
  [
    'a tool copied under its name',
    'FROM gcr.io/distroless/static-debian12\nCOPY --from=tools /grpc_health_probe /bin/\nHEALTHCHECK CMD ["grpc_health_probe", "-addr=:80"]\n',
  ],
  [
    'a shell copied for the shell form',
    'FROM scratch\nCOPY --from=busybox:1.37 /bin/sh /bin/wget /bin/\nHEALTHCHECK CMD wget -qO- http://localhost/\n',
  ],
  [
    'a download',
    'FROM alpine:3.22\nRUN wget -O /bin/probe https://a.example/probe && chmod +x /bin/probe\nHEALTHCHECK CMD ["probe"]\n',
  ],
  [
    'a link',
    `FROM debian:13-slim\nRUN ln -s /opt/x/curl /usr/bin/curl\n${CURL}\n`,
  ],
  [
    'a tool of pip',
    'FROM python:3.13-slim\nRUN pip install probe==1.2\nHEALTHCHECK CMD probe localhost\n',
  ],
  [
    'a tool of Go',
    'FROM golang:1.25\nRUN go install github.com/x/probe@v1.2.3\nHEALTHCHECK CMD ["probe"]\n',
  ],
  [
    'a program that a RUN calls',
    `FROM registry.example.com/base:1\nRUN curl -fsS https://a.example\n${CURL}\n`,
  ],
  [
    'the program of the service',
    'FROM golang:1.25 AS build\nRUN go build -o /server .\nFROM scratch\nCOPY --from=build /server /server\nHEALTHCHECK CMD ["/server", "-health"]\n',
  ],
  [
    'what a shell does itself',
    'FROM alpine:3.22\nHEALTHCHECK CMD test -f /ready && [ -s /ready ] || exit 1\n',
  ],
  [
    'one of two',
    'FROM alpine:3.22\nHEALTHCHECK CMD curl -f http://localhost/ || wget -qO- http://localhost/ || exit 1\n',
  ],
  [
    'a variable of ENV',
    'FROM debian:13\nENV HOME_DIR=/opt/app\nCOPY check.sh $HOME_DIR/\nHEALTHCHECK CMD "$HOME_DIR/check.sh" || exit 1\n',
  ],
  [
    'a script that COPY writes',
    'FROM alpine:3.22\nCOPY <<EOF /check.sh\nexit 0\nEOF\nHEALTHCHECK CMD sh /check.sh\n',
  ],
  [
    'a script that RUN writes',
    'FROM alpine:3.22\nRUN echo "exit 0" > /check.sh\nHEALTHCHECK CMD sh /check.sh\n',
  ],
  [
    'a script that is fetched',
    'FROM alpine:3.22\nADD https://a.example/check.sh /\nHEALTHCHECK CMD sh /check.sh\n',
  ],
  [
    'a check of a stage below',
    `FROM debian:13 AS base\n${CURL}\nFROM base\nRUN apt-get install -y curl\n`,
  ],
];

describeRule(healthcheckToolAvailable, {
  passing: [
    ...PRESENT.map(([name, files]) => ({ name, files })),
    {
      name: 'a script of the build context',
      files: {
        Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY healthcheck.js ./\n${SCRIPT}\n`,
        'healthcheck.js': '',
      },
    },
    {
      name: 'a script of a folder that is copied',
      files: {
        Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY . .\n${SCRIPT}\n`,
        'healthcheck.js': '',
      },
    },
    {
      name: 'a script of a pattern that is copied',
      files: {
        Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY src/*.js ./\n${SCRIPT}\n`,
        'src/healthcheck.js': '',
      },
    },
    {
      name: 'a script of a stage that has it from the build context',
      files: {
        Dockerfile: `FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nFROM node:22-slim\nWORKDIR /app\nCOPY --from=build /src ./\n${SCRIPT}\n`,
        'healthcheck.js': '',
      },
    },
  ],
  failing: [
    {
      name: 'curl on Alpine',
      files: `FROM alpine:3.22\n${CURL}\n`,
      findings: [{ messageId: 'program', line: 2, data: { name: 'curl' } }],
    },
    {
      name: 'curl on a slim image, in the exec form and lower case',
      files:
        'from python:3.13-slim\nhealthcheck cmd ["curl", "-f", "http://localhost/"]\n',
      findings: [{ messageId: 'program', line: 2 }],
    },
    {
      name: 'a path to what is not there',
      files: 'FROM debian:13-slim\nHEALTHCHECK CMD /usr/bin/curl localhost\n',
      findings: [{ messageId: 'program', line: 2 }],
    },
    {
      name: 'wget on Debian, behind a shell of the exec form',
      files:
        'FROM debian:13-slim\nHEALTHCHECK --interval=5s \\\n CMD ["sh", "-c", "wget -q localhost || exit 1"]\n',
      findings: [{ messageId: 'program', line: 3 }],
    },
    {
      name: 'curl in another stage',
      files: `FROM debian:13 AS build\nRUN apt-get install -y curl\nFROM debian:13-slim\nCOPY --from=build /app /app\n${CURL}\n`,
      findings: [{ messageId: 'program', line: 5 }],
    },
    {
      name: 'curl that the same RUN removes again',
      files: `FROM debian:13-slim\nRUN apt-get install -y curl && curl https://a.example && apt-get purge -y curl\n${CURL}\n`,
      findings: [{ messageId: 'program', line: 3 }],
    },
    {
      name: 'the shell form without a shell',
      files:
        'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build /server /server\nHEALTHCHECK CMD /server -health\n',
      findings: [{ messageId: 'shell', line: 4 }],
    },
    {
      name: 'the shell form and curl on distroless',
      files: `FROM gcr.io/distroless/static-debian12\nCOPY server /\n${CURL}\n`,
      findings: [
        { messageId: 'program', line: 3 },
        { messageId: 'shell', line: 3 },
      ],
    },
    {
      name: 'a script that is never copied',
      files: {
        Dockerfile: `FROM node:22-alpine AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci\nFROM node:22-alpine\nWORKDIR /app\nCOPY --from=build /app/dist ./dist\nCOPY --from=build /app/node_modules ./node_modules\n${SCRIPT}\nCMD ["node", "dist/index.js"]\n`,
        'healthcheck.js': '',
      },
      findings: [
        { messageId: 'file', line: 9, data: { name: 'healthcheck.js' } },
      ],
    },
    {
      name: 'a script that is not in the folder that is copied',
      files: {
        Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY . .\n${SCRIPT}\n`,
        'src/healthcheck.js': '',
      },
      findings: [{ messageId: 'file', line: 4 }],
    },
    {
      name: 'a script that the repository does not have, and no install makes',
      files: {
        Dockerfile: `FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --only=production && npm cache clean --force\nCOPY . .\nHEALTHCHECK CMD node healthcheck.js\n`,
        'package.json': '',
      },
      findings: [{ messageId: 'file', line: 6 }],
    },
    {
      name: 'curl, although the programs of a language come from another stage',
      files: `FROM python:3.13 AS build\nRUN pip install -r requirements.txt\nFROM python:3.13-slim\nCOPY --from=build /usr/local/bin /usr/local/bin\n${CURL}\n`,
      findings: [{ messageId: 'program', line: 5 }],
    },
    {
      name: 'a script that a stage has not got either',
      files: {
        Dockerfile: `FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nFROM node:22-slim\nWORKDIR /app\nCOPY --from=build /src ./\n${SCRIPT}\n`,
        'index.js': '',
      },
      findings: [{ messageId: 'file', line: 7 }],
    },
    {
      name: 'a script of a shell that is called by its path',
      files: 'FROM alpine:3.22\nCOPY app /app/\nHEALTHCHECK CMD /health.sh\n',
      findings: [{ messageId: 'program', line: 3 }],
    },
    {
      name: 'one of several that all have to work',
      files:
        'FROM alpine:3.22\nHEALTHCHECK CMD wget -q localhost && curl localhost\n',
      findings: [{ messageId: 'program', line: 2, data: { name: 'curl' } }],
    },
  ],
  unknown: [
    {
      name: 'an image that is not known',
      files: `FROM registry.example.com/base:1\n${CURL}\n`,
      reason: 'image-not-known',
    },
    {
      name: 'an image that a variable names',
      files: `ARG BASE\nFROM $BASE\n${CURL}\n`,
      reason: 'variable-without-value',
    },
    {
      name: 'a program that the tables do not know',
      files: 'FROM debian:13-slim\nHEALTHCHECK CMD service x status\n',
      reason: 'image-not-known',
    },
    {
      name: 'a program that a variable names',
      files: 'FROM debian:13-slim\nHEALTHCHECK CMD $CHECK\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a script of the project that may install it',
      files: `FROM debian:13-slim\nCOPY setup.sh /\nRUN /setup.sh\n${CURL}\n`,
      reason: 'script-not-read',
    },
    {
      name: 'a folder of another stage that may hold the file',
      files:
        'FROM golang:1.25 AS build\nRUN make\nFROM scratch\nCOPY --from=build /out/ /app/\nHEALTHCHECK CMD ["/app/health"]\n',
      reason: 'needs-registry',
    },
    {
      name: 'a build that may make the file',
      files: {
        Dockerfile: `FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm run build\n${SCRIPT}\n`,
        'index.js': '',
      },
      reason: 'needs-registry',
    },
    {
      name: 'a folder of a repository of which not all is listed',
      files: `FROM node:22-slim\nWORKDIR /app\nCOPY . .\n${SCRIPT}\n`,
      listing: 'partial',
      reason: 'listing-partial',
    },
  ],
  notApplicable: [
    {
      name: 'no check',
      files: 'FROM alpine:3.22\nCMD ["x"]\n',
      reason: 'no-subject',
    },
    {
      name: 'HEALTHCHECK NONE',
      files: 'FROM alpine:3.22\nHEALTHCHECK NONE\n',
      reason: 'no-subject',
    },
    {
      name: 'a check in a stage that is only copied from',
      files: `FROM alpine:3.22 AS build\n${CURL}\nFROM alpine:3.22\nCOPY --from=build /x /x\n`,
      reason: 'no-subject',
    },
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nHEALTHCHECK CMD curl.exe localhost\n',
      reason: 'windows-image',
    },
  ],
});
