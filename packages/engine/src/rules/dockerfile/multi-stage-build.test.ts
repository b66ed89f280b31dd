// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { multiStageBuild } from './multi-stage-build.ts';

const RUNTIME =
  'FROM gcr.io/distroless/static-debian13\nCOPY --from=build /app /app\n';

function only(run: string): string {
  return `FROM debian:13-slim\nRUN ${run}\n`;
}

describeRule(multiStageBuild, {
  passing: [
    {
      name: 'a build in a stage that is only copied from',
      files: `FROM golang:1.25 AS build\nRUN go build -o /app\n${RUNTIME}`,
    },
    {
      name: 'static files on a web server',
      files: 'FROM nginx:1.29\nCOPY site /usr/share/nginx/html\n',
    },
    {
      name: 'a binary that was built elsewhere',
      files: 'FROM alpine:3.22\nCOPY target/app /app\nCMD ["/app"]\n',
    },
    {
      name: 'an image that only carries configuration',
      files: 'FROM postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
    },
    {
      name: 'a base image without a program',
      files: only('apt-get update && apt-get install -y ca-certificates'),
    },
    {
      name: 'what Jib makes: files and no RUN',
      files:
        'FROM eclipse-temurin:25-jre\nCOPY libs /app/libs\nCOPY classes /app/classes\nENTRYPOINT ["java", "-cp", "/app/libs/*:/app/classes", "App"]\n',
    },
    {
      name: 'packages of an interpreted language without a compiler',
      files:
        'FROM node:24-slim\nCOPY . .\nRUN npm ci --omit=dev && pip install -r requirements.txt\n',
    },
    {
      name: 'a step that brings its compiler along and removes it',
      files:
        'FROM alpine:3.22\nRUN apk add --virtual .build gcc make && ./configure && make && make install && apk del .build\n',
    },
    {
      name: 'a compiler that the same RUN marks and removes',
      files: only(
        "apt-get install -y gcc make; make -j4; apt-mark auto '.*'; apt-get purge -y --auto-remove",
      ),
    },
    {
      name: 'versions, help and checks',
      files: only(
        'gcc --version && make -v && tsc --noEmit && go version && cmake --help && mvn -v && cargo test',
      ),
    },
    {
      name: 'words that only look like commands',
      files: only('echo go build && grep make install && git clone gcc'),
    },
    {
      name: 'targets and scripts whose names tell nothing',
      files: only(
        'make install && make lint test && npm run start && yarn lint && ./build.sh && cmake -E copy a b',
      ),
    },
    {
      name: 'a build that starts with the container',
      files: 'FROM golang:1.25\nCMD go build . && ./app\n',
    },
    {
      name: 'a build that other images would run',
      files: 'FROM node:24\nONBUILD RUN npm run build\n',
    },
    {
      name: 'a compiler that installs the tools of Python alone',
      files: only(
        'apt-get install -y gcc && pip install --upgrade pip "setuptools>=80" && npm install -g npm@11',
      ),
    },
    {
      name: 'a stage that the target does not need',
      files:
        'FROM golang:1.25 AS test\nRUN go build ./...\nFROM alpine:3.22\nCOPY app /app\n',
    },
  ],
  failing: [
    {
      name: 'one stage that builds',
      files: 'FROM golang:1.25\nCOPY . .\nRUN go mod download\nRUN go build\n',
      findings: [
        { messageId: 'onlyStage', line: 4, data: { command: 'go build' } },
      ],
    },
    {
      name: 'a tool installed into the image of its language',
      files:
        'FROM golang:1.25\nRUN go install golang.org/x/tools/cmd/stringer@v0.30.0\n',
      findings: [{ messageId: 'onlyStage', line: 2 }],
    },
    {
      name: 'every language that compiles',
      files: [
        'FROM debian:13-slim',
        ...[
          'cargo build --release',
          'mvn -B clean package -DskipTests',
          './mvnw -q package',
          './gradlew :app:shadowJar --no-daemon',
          'dotnet publish -c Release -o /out',
          'npm run build:prod',
          'yarn --cwd web build',
          'pnpm --filter web run build',
          'yarn workspace web build',
          'npx --yes tsc -p .',
          'pnpm exec vite build',
          'npx nx run-many --target=build',
          'cd native && ./configure && make -j"$(nproc)" && make install',
          'cmake -S . -B build',
          'aarch64-linux-gnu-gcc-14 -o app app.c',
          'python3 setup.py bdist_wheel',
          'mix release',
          'swift build -c release',
          'sbt clean assembly',
        ].map(command => `RUN ${command}`),
      ].join('\n'),
      findings: [
        'cargo build',
        'mvn package',
        'mvnw package',
        'gradlew shadowJar',
        'dotnet publish',
        'npm run build:prod',
        'yarn --cwd web build',
        'pnpm --filter web run build',
        'yarn workspace web build',
        'tsc',
        'vite build',
        'nx run-many --target=build',
        'make',
        'cmake',
        'aarch64-linux-gnu-gcc-14',
        'python3 setup.py bdist_wheel',
        'mix release',
        'swift build',
        'sbt assembly',
      ].map((command, index) => ({
        messageId: 'onlyStage',
        line: index + 2,
        data: { command },
      })),
    },
    {
      name: 'one finding for each RUN',
      files: only('npm run build && npm run build:server'),
      findings: [
        { messageId: 'onlyStage', line: 2, data: { command: 'npm run build' } },
      ],
    },
    {
      name: 'the last of several stages',
      files:
        'FROM node:24 AS web\nRUN npm run build\nFROM golang:1.25\nCOPY --from=web /d /d\nRUN go build\n',
      findings: [{ messageId: 'finalStage', line: 5 }],
    },
    {
      name: 'a final stage that is made from the one that builds',
      files:
        'FROM golang:1.25 AS build\nRUN go build\nFROM build AS shell\nRUN apk add x\nFROM shell\nCMD ["/app"]\n',
      findings: [
        {
          messageId: 'inherited',
          line: 3,
          data: { stage: 'build', command: 'go build' },
        },
      ],
    },
    {
      name: 'what ONBUILD of an own stage runs',
      files:
        'FROM node:24 AS base\nONBUILD RUN npm run build\nFROM base\nCOPY . .\n',
      findings: [{ messageId: 'finalStage', line: 2 }],
    },
    {
      name: 'packages that a compiler of the image builds',
      files:
        'FROM python:3.14-slim\nRUN apt-get update && apt-get install -y build-essential\nRUN pip install -r requirements.txt\nRUN pip install gunicorn\n',
      findings: [
        {
          messageId: 'compiled',
          line: 3,
          data: { command: 'pip install', compiler: 'build-essential' },
        },
      ],
    },
    {
      name: 'a compiler that a later layer removes',
      files: 'FROM alpine:3.22\nRUN apk add gcc\nRUN make\nRUN apk del gcc\n',
      findings: [{ messageId: 'onlyStage', line: 3 }],
    },
    {
      name: 'a removed compiler beside that of the base image',
      files:
        'FROM node:24\nRUN apt-get install -y make && make && apt-get purge -y make\n',
      findings: [{ messageId: 'onlyStage', line: 2 }],
    },
    {
      name: 'a heredoc, the exec form, lower case and a nested shell',
      files:
        'from debian:13\nrun <<EOF\nset -e\ncd /src\n  make\nEOF\nrun ["go", "build"]\nrun bash -c "cd a && cargo build"\nRUN if true; then \\\n  dotnet \\\n  build; fi\n',
      findings: [
        { messageId: 'onlyStage', line: 5 },
        { messageId: 'onlyStage', line: 7 },
        { messageId: 'onlyStage', line: 8 },
        { messageId: 'onlyStage', line: 10 },
      ],
    },
    {
      name: 'a build beside a script that cannot be read',
      files: 'FROM debian:13\nRUN <<EOF python3\nx\nEOF\nRUN make\n',
      findings: [{ messageId: 'onlyStage', line: 5 }],
    },
  ],
  unknown: [
    {
      name: 'a script in another language',
      files: 'FROM debian:13\nSHELL ["python3", "-c"]\nRUN print(1)\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN msbuild app.sln\n',
      reason: 'windows-image',
    },
  ],
});
