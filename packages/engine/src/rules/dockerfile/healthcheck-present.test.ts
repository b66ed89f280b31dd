// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { healthcheckPresent } from './healthcheck-present.ts';

const node = (lines: string) => `FROM node:22-slim\n${lines}\n`;

const SERVICES: readonly (readonly [string, string])[] = [
  ['a program in the exec form', node('CMD ["node", "server.js"]')],
  ['a program in the shell form', node('CMD node server.js')],
  ['npm start', node('CMD ["npm", "start"]')],
  ['npm run', node('CMD ["npm", "run", "serve"]')],
  [
    'a program of which CMD is a part',
    node('ENTRYPOINT ["npx", "serve"]\nCMD ["dist"]'),
  ],
  ['an entrypoint', 'FROM scratch\nCOPY app /\nENTRYPOINT ["/app"]\n'],
  [
    'an entrypoint with a command',
    'FROM debian:13\nENTRYPOINT ["/start.sh"]\nCMD ["gunicorn", "app:app"]\n',
  ],
  ['a worker', 'FROM python:3.13\nCMD ["celery", "-A", "app", "worker"]\n'],
  ['a port and nothing else', node('EXPOSE 8080')],
  ['a port and a shell', node('EXPOSE 8080\nCMD ["bash"]')],
  [
    'a port on an image that is not known',
    'FROM registry.example.com/base:1\nEXPOSE 80\n',
  ],
  [
    'the command of the image at the start',
    'FROM nginx:1.29-alpine\nCOPY site /usr/share/nginx/html\n',
  ],
  [
    'a database',
    'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
  ],
  ['PHP with a server', 'FROM php:8.4-apache\nCOPY . /var/www/html\n'],
  [
    'a command of a stage below',
    'FROM node:22 AS base\nCMD ["node", "server.js"]\nFROM base\nCOPY . .\n',
  ],
  ['a script of a shell', 'FROM debian:13\nCMD ["bash", "/run.sh"]\n'],
  [
    'a script behind -c',
    'FROM debian:13\nCMD ["sh", "-c", "exec java -jar /app.jar"]\n',
  ],
  [
    'a task with a server behind it',
    node('CMD npm run build && node server.js'),
  ],
  [
    'a migration with a server behind it',
    'FROM python:3.13\nCMD alembic upgrade head && exec uvicorn app:app\n',
  ],
  [
    'an installed server',
    'FROM alpine:3.22\nRUN apk add --no-cache dnsmasq\nENTRYPOINT ["dnsmasq"]\n',
  ],
  ['a pipe into a shell', 'FROM debian:13\nCMD generate | sh\n'],
  [
    'a program for Windows',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD ["app.exe"]\n',
  ],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['a base image', 'FROM debian:13\nRUN apt-get install -y git\n'],
  ['a base image of a language', 'FROM python:3.13\nRUN pip install poetry\n'],
  [
    'files on scratch',
    'FROM node:22 AS build\nEXPOSE 80\nCMD ["node", "x.js"]\nFROM scratch\nCOPY --from=build /dist /\n',
  ],
  [
    'an image with ONBUILD',
    node('ONBUILD COPY . /app\nCMD ["node", "/app/server.js"]'),
  ],
  ['PHP without a server', 'FROM php:8.4-cli\nCOPY . /app\n'],
  ['a shell', 'FROM debian:13\nCMD ["/bin/bash"]\n'],
  ['a login shell', 'FROM debian:13\nCMD ["bash", "-l"]\n'],
  ['a shell in the shell form', 'FROM debian:13\nCMD bash\n'],
  ['a shell as entrypoint', 'FROM debian:13\nENTRYPOINT ["/bin/sh"]\n'],
  ['an interpreter', 'FROM debian:13\nCMD ["python3"]\n'],
  [
    'an interpreter behind a script',
    'FROM debian:13\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node"]\n',
  ],
  [
    'PHP that asks',
    'FROM debian:13\nENTRYPOINT ["docker-php-entrypoint"]\nCMD ["php", "-a"]\n',
  ],
  ['another console', 'FROM debian:13\nCMD ["jshell"]\n'],
  ['nothing to do', 'FROM debian:13\nCMD ["sleep", "infinity"]\n'],
  [
    'nothing to do, in another way',
    'FROM debian:13\nCMD ["tail", "-f", "/dev/null"]\n',
  ],
  [
    'a tool that explains itself',
    'FROM alpine:3.22\nCOPY tool /\nENTRYPOINT ["/tool"]\nCMD ["--help"]\n',
  ],
  [
    'a tool that tells its version',
    'FROM node:22\nCMD ["node", "--version"]\n',
  ],
  [
    'a tool that is installed',
    'FROM alpine:3.22\nRUN apk add --no-cache masscan\nENTRYPOINT ["masscan"]\n',
  ],
  [
    'a tool of Python',
    'FROM python:3.13\nRUN pip install bandit==1.8\nENTRYPOINT ["bandit"]\n',
  ],
  [
    'a tool of Node.js',
    'FROM node:22\nRUN npm install -g cowsay@1.6\nENTRYPOINT ["cowsay"]\n',
  ],
  ['a well-known tool', 'FROM debian:13\nENTRYPOINT ["kubectl"]\n'],
  ['tests', node('CMD ["npm", "test"]')],
  [
    'tests of which CMD is a part',
    node('ENTRYPOINT ["/usr/bin/npx", "playwright"]\nCMD ["test"]'),
  ],
  ['tests in a browser', node('ENTRYPOINT ["cypress", "run"]')],
  [
    'a load test without a page',
    'FROM python:3.13\nENTRYPOINT locust --host="$URL" --headless -u 10\n',
  ],
  ['tests of Python', 'FROM python:3.13\nCMD pytest -q\n'],
  [
    'a migration',
    'FROM python:3.13\nENTRYPOINT ["alembic", "upgrade", "head"]\n',
  ],
  ['a build', 'FROM debian:13\nCMD make && make install\n'],
  [
    'a function',
    'FROM public.ecr.aws/lambda/python:3.13\nCMD ["app.handler"]\n',
  ],
  [
    'a function on an image of its own',
    'FROM python:3.13\nENTRYPOINT ["/usr/local/bin/python", "-m", "awslambdaric"]\nCMD ["app.handler"]\n',
  ],
  ['HEALTHCHECK NONE in a base image', 'FROM debian:13\nHEALTHCHECK NONE\n'],
];

describeRule(healthcheckPresent, {
  passing: [
    {
      name: 'a check in the exec form',
      files: node(
        'HEALTHCHECK CMD ["node", "health.js"]\nCMD ["node", "server.js"]',
      ),
    },
    {
      name: 'a check with timings, lower case, continued',
      files:
        'from node:22\nhealthcheck --interval=5s \\\n  cmd node health.js\ncmd node server.js\n',
    },
    {
      name: 'the check of a stage below',
      files:
        'FROM node:22 AS base\nHEALTHCHECK CMD node health.js\nFROM base\nCMD ["node", "server.js"]\n',
    },
    {
      name: 'a check that comes after NONE',
      files:
        'FROM node:22 AS base\nHEALTHCHECK NONE\nFROM base\nHEALTHCHECK CMD node health.js\nCMD ["node", "server.js"]\n',
    },
    {
      name: 'the check of the image at the start',
      files:
        'FROM quay.io/jupyter/minimal-notebook AS base\nFROM base\nEXPOSE 8888\nCMD ["start-notebook.py"]\n',
    },
    {
      name: 'a check that ONBUILD brings',
      files:
        'FROM node:22 AS base\nONBUILD HEALTHCHECK CMD node health.js\nFROM base\nCMD ["node", "server.js"]\n',
    },
  ],
  failing: [
    ...SERVICES.map(([name, files]) => ({
      name,
      files,
      findings: [
        {
          messageId: 'absent',
          line: files.split('\n').findLastIndex(line => /^FROM/.test(line)) + 1,
        },
      ],
    })),
    {
      name: 'a check in another stage',
      files:
        'FROM node:22 AS build\nHEALTHCHECK CMD node health.js\nFROM node:22\nCOPY --from=build /app /app\nCMD ["node", "server.js"]\n',
      findings: [{ messageId: 'absent', line: 3 }],
    },
    {
      name: 'NONE, at its place',
      files: node('HEALTHCHECK NONE\nCMD ["node", "server.js"]'),
      findings: [{ messageId: 'disabled', line: 2 }],
    },
    {
      name: 'NONE upon an image that has a check',
      files: 'FROM kong:3.9\nHEALTHCHECK NONE\n',
      findings: [{ messageId: 'disabled', line: 2 }],
    },
    {
      name: 'an image below the one that has a check',
      files:
        'FROM quay.io/jupyter/docker-stacks-foundation\nCMD ["start-notebook.py"]\n',
      findings: [{ messageId: 'absent', line: 1 }],
    },
    {
      name: 'NONE that comes after a check',
      files: node(
        'HEALTHCHECK CMD node health.js\nHEALTHCHECK NONE\nCMD ["node", "server.js"]',
      ),
      findings: [{ messageId: 'disabled', line: 3 }],
    },
    {
      name: 'NONE on an image that is not known',
      files:
        'FROM registry.example.com/base:1\nHEALTHCHECK none\nCMD ["app"]\n',
      findings: [{ messageId: 'disabled', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'an image that is not known decides what runs',
      files: 'FROM registry.example.com/base:1\nCOPY . /app\n',
      reason: 'image-not-known',
    },
    {
      name: 'a variable decides what runs',
      files: 'ARG BASE\nFROM $BASE\nCOPY . /app\n',
      reason: 'variable-without-value',
    },
  ],
  notApplicable: OTHERS.map(([name, files]) => ({
    name,
    files,
    reason: 'no-subject',
  })),
});
