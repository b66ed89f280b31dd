// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { lockfileCopiedFirst } from './lockfile-copied-first.ts';

describeRule(lockfileCopiedFirst, {
  passing: [
    {
      name: 'a folder beside the project that the command names',
      files: {
        Dockerfile:
          'FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY build ./\nCOPY api/*.csproj api/\nRUN dotnet restore api/Api.csproj\n',
        'build/tools/pack.ps1': '',
        'api/Api.csproj': '',
      },
    },
    {
      name: 'manifests, install, sources',
      files:
        'FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n',
    },
    {
      name: 'manifests and lock files of many tools',
      files: [
        'FROM debian:13',
        'COPY go.mod go.sum ./',
        'RUN go mod download',
        'COPY Cargo.toml Cargo.lock ./',
        'RUN cargo fetch',
        'COPY requirements.txt ./',
        'RUN pip install -r requirements.txt',
        'COPY pom.xml ./',
        'RUN mvn dependency:go-offline',
        'COPY ["app.csproj", "./"]',
        'RUN dotnet restore',
        'COPY Gemfile Gemfile.lock ./',
        'RUN bundle install',
        'COPY composer.* ./',
        'RUN composer install',
        'COPY pyproject.toml poetry.lock ./',
        'RUN poetry install',
        '',
      ].join('\n'),
    },
    {
      name: 'manifests by bind mounts',
      files:
        'FROM node:24\nCOPY . .\nRUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci\n',
    },
    {
      name: 'the manifests of a workspace',
      files:
        'FROM node:24\nCOPY package.json yarn.lock ./\nCOPY packages/a/package.json packages/a/\nCOPY packages/b ./packages/b\nRUN yarn --frozen-lockfile\nCOPY . .\n',
    },
    {
      name: 'a second install behind the sources',
      files:
        'FROM node:24\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build && npm ci --omit=dev\n',
    },
    {
      name: 'sources elsewhere',
      files:
        'FROM node:24\nCOPY . /docs\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n',
    },
    {
      name: 'a copy that leaves files out by name',
      files: 'FROM node:24\nCOPY --exclude=src . .\nRUN npm ci\n',
    },
    {
      name: 'a project without dependencies',
      files: {
        Dockerfile:
          'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm install\nRUN --mount=type=bind,source=go.mod,target=go.mod go mod download\n',
        'package.json': '{"name":"a","dependencies":{}}',
      },
    },
    {
      name: 'a repository without a lock file',
      files: {
        Dockerfile: 'FROM node:24\nCOPY package.json ./\nRUN npm install\n',
        'package.json': '{"dependencies":{"a":"1"}}',
      },
    },
    {
      name: 'manifests that a base stage has copied',
      files:
        'FROM node:24 AS base\nCOPY package*.json ./\nFROM base\nRUN npm ci\n',
    },
    {
      name: 'a folder with nothing but manifests',
      files: {
        Dockerfile:
          'FROM python:3.14\nWORKDIR /req\nCOPY requirements .\nRUN pip install -r prod.txt\n',
        'requirements/prod.txt': 'flask',
        'requirements/base.txt': '',
      },
    },
    {
      name: 'a stage that the target does not need',
      files:
        'FROM node:24 AS test\nCOPY . .\nRUN npm ci\nFROM node:24\nCOPY package*.json ./\nRUN npm ci\n',
    },
  ],
  failing: [
    {
      name: 'a folder with the project that the command names',
      files: {
        Dockerfile:
          'FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY ["/services/api/", "Api/"]\nRUN dotnet restore "./Api/Api.csproj" -r linux-x64\n',
        'services/api/Api.csproj': '',
        'services/api/Controllers/Home.cs': '',
      },
      findings: [{ messageId: 'sourcesFirst', line: 3 }],
    },
    {
      name: 'a folder around the project that the command names',
      files: {
        Dockerfile:
          'FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY services ./\nRUN dotnet restore api/Api.csproj\n',
        'services/api/Api.csproj': '',
      },
      findings: [{ messageId: 'sourcesFirst', line: 3 }],
    },
    {
      name: 'everything first',
      files: 'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm ci\n',
      findings: [
        {
          messageId: 'sourcesFirst',
          line: 3,
          data: { source: '.', command: 'npm ci' },
        },
      ],
    },
    {
      name: 'a manifest that does not help, because the sources follow at once',
      files:
        'FROM golang:1.25\nCOPY go.mod go.sum ./\nCOPY . .\nRUN go mod download\n',
      findings: [{ messageId: 'sourcesFirst', line: 3 }],
    },
    {
      name: 'many tools, ADD, a glob and a folder src with the manifest',
      files:
        'FROM python:3.14 AS a\nADD ./ /app/\nWORKDIR /app\nRUN pip install --no-cache-dir -r requirements.txt\nFROM maven:3 AS b\ncopy pom.xml src ./\nrun ["mvn", "-B", "dependency:go-offline"]\nFROM ruby:3.4\nCOPY * ./\nRUN <<EOF\nbundle install\nEOF\nCOPY --from=a /a /a\nCOPY --from=b /b /b\n',
      findings: [
        { messageId: 'sourcesFirst', line: 2 },
        {
          messageId: 'sourcesFirst',
          line: 6,
          data: { source: 'src', command: 'mvn dependency:go-offline' },
        },
        { messageId: 'sourcesFirst', line: 9 },
      ],
    },
    {
      name: 'the sources in a base stage',
      files: 'FROM node:24 AS base\nCOPY . .\nFROM base\nRUN npm ci\n',
      findings: [{ messageId: 'sourcesFirst', line: 2 }],
    },
    {
      name: 'one base stage under two others',
      files:
        'FROM node:24 AS base\nCOPY . .\nFROM base AS deps\nRUN npm ci\nFROM base\nRUN npm ci --omit=dev\nCOPY --from=deps /a /a\n',
      findings: [{ messageId: 'sourcesFirst', line: 2 }],
    },
    {
      name: 'a folder of the repository that holds the project',
      files: {
        Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY web .\nRUN npm ci\n',
        'web/package.json': '{"dependencies":{"a":"1"}}',
        'web/package-lock.json': '{}',
        'web/lib/a.js': '',
      },
      findings: [{ messageId: 'sourcesFirst', line: 3 }],
    },
    {
      name: 'a manifest without its lock file',
      files:
        'FROM node:24\nCOPY package.json ./\nRUN npm install\nCOPY . .\nFROM golang:1.25\nCOPY go.mod ./\nRUN go mod download\nCOPY --from=0 /a /a\n',
      findings: [
        {
          messageId: 'noLock',
          line: 2,
          data: {
            manifest: 'package.json',
            command: 'npm install',
            lockFiles: 'package-lock.json or npm-shrinkwrap.json',
          },
        },
        { messageId: 'noLock', line: 6 },
      ],
    },
    {
      name: 'a lock file that the repository has and the COPY leaves behind',
      files: {
        Dockerfile: 'FROM node:24\nCOPY web/package.json ./\nRUN npm i\n',
        'web/package.json': '{"dependencies":{"a":"1"}}',
        'web/package-lock.json': '{}',
      },
      findings: [{ messageId: 'noLock', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a script that cannot be read',
      files:
        'FROM debian:13\nCOPY . .\nSHELL ["python3", "-c"]\nRUN print(1)\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'no install',
      files: 'FROM nginx:1.29\nCOPY . /usr/share/nginx/html\n',
      reason: 'no-subject',
    },
    {
      name: 'nothing from the build context, a build, a project by itself',
      files:
        'FROM golang:1.25\nRUN git clone https://example.com/a /a && cd /a && npm ci\nCOPY . .\nRUN go build && pip install .\n',
      reason: 'no-subject',
    },
    {
      name: 'images for Windows',
      files:
        'FROM mcr.microsoft.com/dotnet/framework/sdk:4.8\nCOPY . .\nRUN dotnet restore\n',
      reason: 'windows-image',
    },
  ],
});
