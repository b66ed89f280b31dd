// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { nonRootUser } from './non-root-user.ts';

const APP = 'FROM debian:13-slim\nRUN useradd -u 10001 app\n';

describeRule(nonRootUser, {
  passing: [
    { name: 'a number', files: `${APP}USER 10001\n` },
    { name: 'a name, with a group', files: `${APP}USER app:app\n` },
    { name: 'lower case, quotes', files: `${APP}user "10001:0"\n` },
    {
      name: 'the last USER counts, root before it does not',
      files: `${APP}USER root\nRUN apt-get update\nUSER app\n`,
    },
    {
      name: 'the user of the stage below',
      files: `FROM debian:13-slim AS x\nUSER 1000\nFROM x\n`,
    },
    {
      name: 'through two stages',
      files:
        'FROM alpine:3.22 AS base\nUSER 1000\nFROM base AS middle\nRUN id\nFROM middle\n',
    },
    {
      name: 'the default of an ARG',
      files: 'FROM alpine:3.22\nARG UID=1000\nUSER $UID\n',
    },
    {
      name: 'a value of ENV, before a group that is open',
      files: 'FROM alpine:3.22\nENV APP=app\nUSER ${APP}\n',
    },
    {
      name: 'a group without a value',
      files: 'FROM alpine:3.22\nARG GID\nUSER app:$GID\n',
    },
    {
      name: 'a variable that the base image sets',
      files: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID\n',
    },
    {
      name: 'the same with braces and a group',
      files:
        'FROM quay.io/jupyter/base-notebook\nUSER root\nUSER ${NB_UID}:${NB_GID}\n',
    },
    {
      name: 'an image with a user of its own',
      files: 'FROM gcr.io/distroless/static-debian13:nonroot\n',
    },
    {
      name: 'another one, by a number',
      files: 'FROM nginxinc/nginx-unprivileged:1.30-alpine\n',
    },
    {
      name: 'a user from scratch',
      files: 'FROM scratch\nCOPY a /a\nUSER 65532:65532\n',
    },
    {
      name: 'the user of Nano Server',
      files: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\n',
    },
    {
      name: 'another user on Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nUSER ContainerUser\n',
    },
    {
      name: 'a user from an ONBUILD of the stage below',
      files: 'FROM alpine:3.22 AS base\nONBUILD USER 1000\nFROM base\n',
    },
    {
      name: 'a number that begins with zero',
      files: 'FROM alpine:3.22\nUSER 0100\n',
    },
    {
      name: 'a user, whatever the entrypoint does',
      files: 'FROM alpine:3.22\nUSER 1000\nENTRYPOINT ["gosu", "root", "a"]\n',
    },
    {
      name: 'a USER behind a heredoc',
      files:
        'FROM alpine:3.22\nRUN <<EOF\nadduser -D app\nUSER root\nEOF\nUSER app\n',
    },
  ],
  failing: [
    {
      name: 'no USER',
      files: 'FROM node:22-slim\nCMD ["node", "a.js"]\n',
      findings: [
        {
          messageId: 'baseIsRoot',
          line: 1,
          data: { image: 'node:22-slim', user: 'root' },
        },
      ],
    },
    {
      name: 'scratch without a USER',
      files: 'FROM scratch\nCOPY a /a\n',
      findings: [{ messageId: 'scratch', line: 1 }],
    },
    ...['root', '0', '0:0', 'root:app', '00', '+0', '""', '"root"'].map(
      user => ({
        name: `USER ${user}`,
        files: `${APP}USER app\nUSER ${user}\n`,
        findings: [{ messageId: 'setToRoot', line: 4 }],
      }),
    ),
    {
      name: 'root by the default of an ARG',
      files: 'FROM alpine:3.22\nARG RUN_AS=root\nUSER ${RUN_AS}\n',
      findings: [{ messageId: 'setToRoot', line: 3, data: { user: 'root' } }],
    },
    {
      name: 'root with a group without a value',
      files: 'FROM alpine:3.22\nARG GID\nUSER root:$GID\n',
      findings: [{ messageId: 'setToRoot', line: 3 }],
    },
    {
      name: 'root over an image that has a user of its own',
      files:
        'FROM gcr.io/distroless/static-debian13:nonroot\nUSER \\\n  root\n',
      findings: [{ messageId: 'setToRoot', line: 3 }],
    },
    {
      name: 'a USER in a stage that the target only copies from',
      files: `${APP}USER app\nFROM alpine:3.22\nCOPY --from=0 /a /a\n`,
      findings: [{ messageId: 'baseIsRoot', line: 4 }],
    },
    {
      name: 'root in the stage below',
      files: `${APP}USER root\nFROM alpine:3.22 AS other\nFROM debian:13-slim AS x\nUSER 0\nFROM x\n`,
      findings: [{ messageId: 'setToRoot', line: 6 }],
    },
    {
      name: 'an image for a builder, which is judged as any other',
      files: 'FROM golang:1.26\nRUN go version\n',
      findings: [{ messageId: 'baseIsRoot', line: 1 }],
    },
    {
      name: 'the administrator of Server Core',
      files: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\n',
      findings: [
        {
          messageId: 'baseIsRoot',
          line: 1,
          data: {
            image: 'mcr.microsoft.com/windows/servercore:ltsc2025',
            user: 'ContainerAdministrator',
          },
        },
      ],
    },
    {
      name: 'the administrator on Nano Server, in any case of letters',
      files:
        'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER containeradministrator\n',
      findings: [{ messageId: 'setToRoot', line: 2 }],
    },
    {
      name: 'an entrypoint that gives rights away',
      files: 'FROM alpine:3.22\nENTRYPOINT ["su-exec", "app", "/app"]\n',
      findings: [
        {
          messageId: 'dropped',
          line: 1,
          severity: 'info',
          data: { program: 'su-exec' },
        },
      ],
    },
    ...[
      'ENTRYPOINT ["tini", "--", "/usr/local/bin/gosu", "app:app", "/app"]',
      'ENTRYPOINT ["tini", "--"]\nCMD ["setpriv", "--reuid=app", "--clear-groups", "/app"]',
      'CMD exec su -s /bin/sh app -c /app',
      'CMD ["sh", "-c", "exec runuser -u app -- /app"]',
      'CMD sudo -u app /app',
    ].map((command, index) => ({
      name: `rights that are given away, ${index + 1}`,
      files: `FROM debian:13-slim\n${command}\n`,
      findings: [{ messageId: 'dropped', line: 1, severity: 'info' as const }],
    })),
    {
      name: 'a script of the context that gives rights away',
      files: {
        Dockerfile:
          'FROM debian:13-slim\nCOPY docker/entrypoint.sh /usr/local/bin/\nENTRYPOINT ["entrypoint.sh"]\nCMD ["app"]\n',
        'docker/entrypoint.sh':
          '#!/bin/sh\nset -e\nchown -R app /data\nexec gosu app "$@"\n',
      },
      findings: [{ messageId: 'dropped', line: 1, severity: 'info' }],
    },
    {
      name: 'a script in a folder that is copied as a whole',
      files: {
        'web/Dockerfile':
          'FROM debian:13-slim\nCOPY . /app\nCMD ["bash", "/app/run.sh"]\n',
        'web/run.sh': '#!/usr/bin/env bash\nexec su-exec app /app/web\n',
      },
      findings: [{ messageId: 'dropped', line: 1, severity: 'info' }],
    },
    {
      name: 'an entrypoint of the base image that gives rights away',
      files: 'FROM postgres:18\nCOPY a.sql /docker-entrypoint-initdb.d/\n',
      findings: [
        {
          messageId: 'baseDrops',
          line: 1,
          severity: 'info',
          data: { image: 'postgres:18', user: 'postgres' },
        },
      ],
    },
    {
      name: 'an entrypoint that takes its place',
      files: 'FROM postgres:18\nENTRYPOINT ["postgres"]\n',
      findings: [{ messageId: 'baseIsRoot', line: 1 }],
    },
    {
      name: 'a program that stays root',
      files: 'FROM alpine:3.22\nENTRYPOINT ["gosu", "root", "/app"]\n',
      findings: [{ messageId: 'baseIsRoot', line: 1 }],
    },
    {
      name: 'a script that gives no rights away',
      files: {
        Dockerfile:
          'FROM debian:13-slim\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n',
        'run.sh': '#!/bin/sh\necho gosu app\nexec "$@"\n',
      },
      findings: [{ messageId: 'baseIsRoot', line: 1 }],
    },
  ],
  unknown: [
    {
      name: 'a variable without a value',
      files: 'FROM alpine:3.22\nARG UID\nUSER $UID\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a variable that is part of a name',
      files: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER a$APP_UID\n',
      reason: 'variable-without-value',
    },
    {
      name: 'an image that no table knows',
      files: 'FROM registry.example.com/app:1\n',
      reason: 'image-not-known',
    },
    {
      name: 'a known image of whose user nothing is known',
      files: 'FROM cgr.dev/chainguard/unheard-of\n',
      reason: 'image-not-known',
    },
    {
      name: 'an image without a value',
      files: 'ARG BASE\nFROM $BASE\n',
      reason: 'variable-without-value',
    },
  ],
});
