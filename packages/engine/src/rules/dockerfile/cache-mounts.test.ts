// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { cacheMounts } from './cache-mounts.ts';

function install(command: string, target: string): string {
  return `RUN --mount=type=cache,target=${target} ${command}`;
}

describeRule(cacheMounts, {
  passing: [
    {
      name: 'the cache folder of each tool',
      files: [
        'FROM debian:13',
        'WORKDIR /app',
        install('npm ci', '/root/.npm'),
        install('yarn', '/usr/local/share/.cache/yarn'),
        install('pnpm i', '/root/.local/share/pnpm/store'),
        install('bun install', '/root/.bun/install/cache'),
        install('pip install -r requirements.txt', '/root/.cache/pip'),
        install('uv sync', '/root/.cache/uv'),
        install('poetry install', '/root/.cache/pypoetry'),
        install('go build', '/root/.cache/go-build'),
        install('cargo build', '/usr/local/cargo/registry'),
        install('cargo build', '/app/target'),
        install('cargo build', 'target'),
        install('mvn package', '/root/.m2/repository'),
        install('./gradlew build', '/home/gradle/.gradle/caches'),
        install('dotnet restore', '/root/.nuget/packages'),
        install('bundle install', '/usr/local/bundle/cache'),
        install('composer install', '/tmp/cache'),
        '',
      ].join('\n'),
    },
    {
      name: 'a folder above that of the tool, or the home',
      files:
        'FROM python:3.14\nRUN --mount=type=cache,target=/root/.cache pip install -r a.txt\nRUN --mount=type=cache,target=/root uv sync\nRUN --mount=type=cache,target=/go go mod download\n',
    },
    {
      name: 'a folder that a variable or an option names',
      files:
        'FROM python:3.14\nENV PIP_CACHE_DIR=/var/cache/apt/pip\nRUN --mount=type=cache,target=/var/cache/apt/pip pip install -r a.txt\nRUN --mount=type=cache,target=/var/cache/apt/npm npm ci --cache /var/cache/apt/npm\n',
    },
    {
      name: 'a folder that no table knows',
      files:
        'FROM node:24\nRUN --mount=type=cache,target=/build-cache npm ci\nARG C\nRUN --mount=type=cache,target=$C npm ci\n',
    },
    {
      name: 'one of several mounts',
      files:
        'FROM node:24\nRUN --mount=type=secret,id=npmrc --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      name: 'another user who owns the mount, or may write to it',
      files:
        'FROM node:24\nUSER node\nRUN --mount=type=cache,uid=1000,target=/home/node/.npm npm ci\nRUN --mount=type=cache,mode=0777,target=/home/node/.npm npm ci\nUSER 0:0\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      name: 'what downloads nothing',
      files:
        'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN pnpm install --offline\nRUN dotnet publish --no-restore\n',
    },
    {
      name: 'a stage that the target does not need',
      files:
        'FROM node:24 AS test\nRUN npm ci\nFROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
  ],
  failing: [
    {
      name: 'installs and builds without a mount, one for each tool and RUN',
      files:
        'FROM node:24\nRUN npm ci && npm ci && pip install -r a.txt\nRUN go build\nrun <<EOF\nset -e\ncomposer install\nEOF\nRUN ["mvn", "-q", "package"]\n',
      findings: [
        {
          messageId: 'noMount',
          line: 2,
          data: { command: 'npm ci', folder: '/root/.npm' },
        },
        {
          messageId: 'noMount',
          line: 2,
          data: { command: 'pip install', folder: '/root/.cache/pip' },
        },
        { messageId: 'noMount', line: 3 },
        { messageId: 'noMount', line: 6 },
        { messageId: 'noMount', line: 8 },
      ],
    },
    {
      name: 'the cache of another tool, and other mounts',
      files:
        'FROM node:24\nRUN --mount=type=cache,target=/root/.cache/pip npm ci\nRUN --mount=type=cache,target=/var/cache/apt npm ci\nRUN --mount=type=bind,target=/root/.npm npm ci\n',
      findings: [
        { messageId: 'noMount', line: 2 },
        { messageId: 'noMount', line: 3 },
        { messageId: 'noMount', line: 4 },
      ],
    },
    {
      name: 'a mount of root for another user',
      files:
        'FROM node:24 AS base\nUSER node\nFROM base\nRUN --mount=type=cache,target=/home/node/.npm npm ci\n',
      findings: [
        {
          messageId: 'notWritable',
          line: 4,
          data: { command: 'npm ci', user: 'node' },
        },
      ],
    },
    {
      name: 'an install that ONBUILD of an own stage runs',
      files: 'FROM node:24 AS base\nONBUILD RUN npm ci\nFROM base\n',
      findings: [{ messageId: 'noMount', line: 2 }],
    },
    {
      name: 'builders without BuildKit and CI without a cache cannot be told apart',
      files: 'FROM node:24\nRUN npm ci # legacy builder\n',
      findings: [{ messageId: 'noMount', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a script that cannot be read',
      files: 'FROM debian:13\nSHELL ["python3", "-c"]\nRUN print(1)\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'no install of a project',
      files:
        'FROM debian:13\nRUN apt-get install -y curl && pip install requests && npm install -g pm2 && go install x.org/y@v1\n',
      reason: 'no-subject',
    },
    {
      name: 'images for Windows',
      files:
        'FROM mcr.microsoft.com/dotnet/framework/sdk:4.8\nRUN dotnet restore\n',
      reason: 'windows-image',
    },
  ],
});
