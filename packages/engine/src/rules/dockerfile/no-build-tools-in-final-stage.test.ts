// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { noBuildToolsInFinalStage } from './no-build-tools-in-final-stage.ts';

describeRule(noBuildToolsInFinalStage, {
  passing: [
    {
      name: 'packages that run',
      files:
        'FROM debian:13-slim\nRUN apt-get install -y libpq5 ca-certificates python3 nodejs default-jre gitweb makepasswd\n',
    },
    {
      name: 'tools in a stage that is only copied from',
      files:
        'FROM debian:13 AS build\nRUN apt-get install -y gcc git\nFROM scratch\nCOPY --from=build /a /a\n',
    },
    {
      name: 'a virtual group that the same RUN removes',
      files:
        'FROM alpine:3.22\nRUN apk add --virtual .build gcc musl-dev git && make && apk del .build\n',
    },
    {
      name: 'a variable of ENV that the same RUN removes',
      files:
        'FROM debian:13\nENV TOOLS gcc make\nRUN apt-get install -y $TOOLS && make && apt-get purge -y --auto-remove $TOOLS\n',
    },
    {
      name: 'what the official images mark and remove',
      files:
        'FROM debian:13\nRUN saved="$(apt-mark showmanual)"; apt-get install -y gcc; make; apt-mark auto ".*"; apt-mark manual $saved; apt-get purge -y --auto-remove\n',
    },
    {
      name: '-dev packages that are libraries at run time',
      files:
        'FROM alpine:3.22\nRUN apk add gdal-dev geos-dev proj-dev jemalloc-dev\n',
    },
    {
      name: 'names in other commands',
      files:
        'FROM debian:13\nRUN echo apt-get install gcc; git clone x; apt-get remove make\n',
    },
    {
      name: 'a stage that the target does not need',
      files: 'FROM debian:13 AS dev\nRUN apt-get install git\nFROM debian:13\n',
    },
    {
      name: 'a global program of npm that builds nothing',
      files: 'FROM node:24\nRUN npm install -g pm2 && npm install webpack\n',
    },
  ],
  failing: [
    {
      name: 'one finding for each kind',
      files:
        'FROM debian:13\nRUN apt-get install -y \\\n  curl gcc g++-14 \\\n  make git=1:2.47 \\\n  libpq-dev:amd64 python3-dev\n',
      findings: [
        {
          messageId: 'compiler',
          line: 3,
          data: { packages: '"gcc", "g++-14"' },
        },
        { messageId: 'buildSystem', line: 4, data: { packages: '"make"' } },
        { messageId: 'versionControl', line: 4, data: { packages: '"git"' } },
        {
          messageId: 'headers',
          line: 5,
          data: { packages: '"libpq-dev", "python3-dev"' },
        },
      ],
    },
    {
      name: 'every package manager',
      files: [
        'FROM base',
        'RUN apk add build-base',
        'RUN dnf install -y gcc-c++-14.2.1-3.fc41',
        'RUN yum groupinstall -y "Development Tools"',
        'RUN dnf install @development-tools',
        'RUN microdnf install java-21-openjdk-devel',
        'RUN tdnf install -y clang',
        'RUN zypper --non-interactive in rust1.85',
        'RUN pacman -Syu --noconfirm base-devel',
        'RUN apt install openjdk-21-jdk-headless',
        'RUN apt-get install golang-1.24-go',
        'RUN apk add openjdk21',
        'RUN apt-get install dotnet-sdk-10.0',
        'RUN apk add go@edge',
        '',
      ].join('\n'),
      findings: Array.from({ length: 13 }, (_, index) => ({
        messageId: 'compiler',
        line: index + 2,
      })),
    },
    {
      name: 'a later RUN that removes it',
      files:
        'FROM alpine:3.22\nRUN apk add --virtual .build gcc make && apk add git\nRUN make\nRUN apk del gcc git\n',
      findings: [
        { messageId: 'hiddenLater', line: 2, data: { packages: '"gcc"' } },
        { messageId: 'buildSystem', line: 2, data: { packages: '"make"' } },
        { messageId: 'hiddenLater', line: 2, data: { packages: '"git"' } },
      ],
    },
    {
      name: 'a stage that the final one is made from',
      files:
        'FROM debian:13 AS base\nRUN apt-get install -y git\nFROM base\nCMD ["a"]\n',
      findings: [{ messageId: 'versionControl', line: 2 }],
    },
    {
      name: 'names in variables of ENV, ARG and the script',
      files:
        'FROM debian:13\nARG TOOLS="gcc"\nENV MORE=git\nRUN apt-get install -y $TOOLS\nRUN apt-get install ${MORE}\nRUN deps="cmake curl"; apt-get install $deps\nRUN apk add $PHPIZE_DEPS\n',
      findings: [
        { messageId: 'compiler', line: 4, data: { packages: '"gcc"' } },
        { messageId: 'versionControl', line: 5 },
        { messageId: 'buildSystem', line: 6, data: { packages: '"cmake"' } },
        { messageId: 'buildSystem', line: 7 },
      ],
    },
    {
      name: 'headers whose release stands in a variable',
      files:
        'FROM debian:13\nRUN apt-get install linux-headers-$(uname -r) postgresql-server-dev-17\n',
      findings: [{ messageId: 'headers', line: 2 }],
    },
    {
      name: 'a heredoc, the exec form and lower case',
      files:
        'from debian:13\nrun <<EOF\napt-get update\napt-get install -y git\nEOF\nrun ["apt-get", "install", "make"]\n',
      findings: [
        { messageId: 'versionControl', line: 4 },
        { messageId: 'buildSystem', line: 6 },
      ],
    },
    {
      name: 'build tools of npm for everybody',
      files:
        'FROM node:24\nRUN npm i -g node-gyp typescript@5 && npm uninstall -g typescript\nRUN yarn global add webpack\n',
      findings: [
        { messageId: 'buildSystem', line: 2, data: { packages: '"node-gyp"' } },
        { messageId: 'buildSystem', line: 3 },
      ],
    },
    {
      name: 'one of two that the same RUN keeps',
      files:
        'FROM debian:13\nRUN apt-get install gcc libc6-dev && apt-get purge -y gcc\n',
      findings: [{ messageId: 'headers', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a script in another language',
      files: 'FROM debian:13\nRUN <<EOF\n#!/usr/bin/perl\nprint 1\nEOF\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN choco install git\n',
      reason: 'windows-image',
    },
  ],
});
