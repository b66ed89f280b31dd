// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { builderRuntimeCompatible } from './builder-runtime-compatible.ts';

/** A stage that compiles, and a final one with another image. */
function twoStages(
  from: string,
  commands: string,
  to: string,
  path: string,
): string {
  return `FROM ${from} AS build\nWORKDIR /src\n${commands
    .split('; ')
    .map(line => `${line}\n`)
    .join('')}FROM ${to}\nCOPY --from=build ${path} /app/\n`;
}

const GO = 'RUN go build -o /out/app ./cmd/app';

describeRule(builderRuntimeCompatible, {
  passing: [
    {
      name: 'Go without cgo',
      files: twoStages(
        'golang:1.25',
        `ENV CGO_ENABLED=0; ${GO}`,
        'scratch',
        '/out/app',
      ),
    },
    {
      name: 'Go with cgo switched off for one command',
      files: twoStages(
        'golang:1.25',
        'RUN CGO_ENABLED=0 GOOS=linux go build -o /out/app',
        'alpine:3.22',
        '/out/app',
      ),
    },
    {
      name: 'Go linked statically',
      files: twoStages(
        'golang:1.25',
        `RUN go build -ldflags '-s -extldflags "-static"' -o /out/app`,
        'gcr.io/distroless/static-debian13',
        '/out/app',
      ),
    },
    {
      name: 'Go without the packages that use cgo',
      files: twoStages(
        'golang:1.25',
        'RUN go build -tags netgo,osusergo -o /out/app',
        'scratch',
        '/out/app',
      ),
    },
    {
      name: 'Go for another processor',
      files: twoStages(
        'golang:1.25',
        'RUN GOARCH=arm64 go build -o /out/app',
        'scratch',
        '/out/app',
      ),
    },
    {
      name: 'Go settings that an earlier command writes',
      files: twoStages(
        'golang:1.25',
        `RUN go env -w CGO_ENABLED=0; ${GO}`,
        'scratch',
        '/out/app',
      ),
    },
    {
      name: 'Go on Alpine, which has no C compiler',
      files: twoStages('golang:1.25-alpine', GO, 'scratch', '/out/app'),
    },
    {
      name: 'Go on both sides of the same C library',
      files: twoStages(
        'golang:1.25-bookworm',
        GO,
        'gcr.io/distroless/base-debian12',
        '/out/app',
      ),
    },
    {
      name: 'Go for glibc beside what makes up for it',
      files: `FROM golang:1.25 AS build\n${GO}\nFROM alpine:3.22\nRUN apk add gcompat\nCOPY --from=build /out/app /app\n`,
    },
    {
      name: 'an unknown compiler image, where the runtime is an ordinary one',
      files: twoStages('registry.example/go', GO, 'debian:13', '/out/app'),
    },
    {
      name: 'Rust for musl, static on Alpine, or with a static C runtime',
      files: [
        twoStages(
          'rust:1.90',
          'RUN cargo build --release --target x86_64-unknown-linux-musl',
          'scratch',
          '/src/target/x86_64-unknown-linux-musl/release/app',
        ),
      ].join(''),
    },
    {
      name: 'Rust on Alpine',
      files: twoStages(
        'rust:1.90-alpine',
        'RUN cargo build --release',
        'scratch',
        '/src/target/release/app',
      ),
    },
    {
      name: 'Rust with a static C runtime',
      files: twoStages(
        'rust:1.90',
        'ENV RUSTFLAGS="-C target-feature=+crt-static"; RUN cargo build --release',
        'scratch',
        '/src/target/release/app',
      ),
    },
    {
      name: 'an environment of the same Python',
      files: twoStages(
        'python:3.13',
        'RUN python -m venv /venv; RUN /venv/bin/pip install -r requirements.txt',
        'python:3.13-slim',
        '/venv',
      ),
    },
    {
      name: 'pure packages in a folder of their own',
      files: twoStages(
        'python:3.12',
        'RUN pip install --target=/deps -r requirements.txt',
        'gcr.io/distroless/python3-debian12',
        '/deps',
      ),
    },
    {
      name: 'a Python that comes along',
      files:
        'FROM python:3.12 AS build\nRUN pip install -r requirements.txt\nFROM debian:12\nCOPY --from=build /usr/local /usr/local\nFROM python:3.12\nCOPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages\n',
    },
    {
      name: 'modules of JavaScript alone',
      files: twoStages(
        'node:24',
        'RUN npm ci --omit=dev',
        'node:24-alpine',
        '/src/node_modules',
      ),
    },
    {
      name: 'native modules between images with the same C library',
      files: twoStages(
        'node:24-alpine',
        'RUN apk add python3 make g++; RUN npm ci --omit=dev',
        'alpine:3.22',
        '/src/node_modules',
      ),
    },
    {
      name: 'the same image on both sides, known or not',
      files:
        'ARG BASE\nFROM $BASE AS build\nRUN apt-get install g++ && npm ci\nRUN go build -o /out/app\nFROM $BASE\nCOPY --from=build /node_modules /node_modules\nCOPY --from=build /out/app /app\nFROM golang:1.25 AS go\nRUN CGO_ENABLED=0 go build -o /out/b\nFROM scratch\nCOPY --from=go /out/b /b\n',
    },
    {
      name: 'classes for an older Java',
      files: twoStages(
        'maven:3-eclipse-temurin-17',
        'RUN mvn package',
        'eclipse-temurin:21-jre',
        '/src/target/app.jar',
      ),
    },
    {
      name: 'a newer compiler that is told to write older classes',
      files: {
        Dockerfile: `FROM maven:3-eclipse-temurin-25 AS build\nWORKDIR /src\nCOPY pom.xml .\nRUN mvn package\nFROM eclipse-temurin:21-jre\nCOPY --from=build /src/target/app.jar /app.jar\n`,
        'pom.xml':
          '<properties><maven.compiler.release>17</maven.compiler.release></properties>',
      },
    },
  ],
  failing: [
    {
      name: 'Python 3.12 in the Python 3.11 of distroless',
      files:
        'FROM python:3.12-slim AS builder\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --no-cache-dir --prefix=/install -r requirements.txt\nFROM gcr.io/distroless/python3-debian12\nCOPY --from=builder /install /usr/local\nCOPY app.py /app/\n',
      findings: [
        {
          messageId: 'python',
          line: 6,
          data: { needs: '3.12', has: '3.11', command: '' },
        },
      ],
    },
    {
      name: 'site-packages by a path that tells the version',
      files: twoStages(
        'python:3.12',
        'RUN pip install flask',
        'python:3.13-slim',
        '/usr/local/lib/python3.12/site-packages',
      ),
      findings: [{ messageId: 'python', line: 5 }],
    },
    {
      name: 'an environment in the folder of the project, and the Python of a distribution',
      files:
        'FROM python:3.13 AS build\nWORKDIR /app\nRUN uv sync --no-dev\nFROM debian:12-slim\nRUN apt-get install -y python3\nCOPY --from=build /app /app\n',
      findings: [
        {
          messageId: 'python',
          line: 6,
          data: { needs: '3.13', has: '3.11', command: '' },
        },
      ],
    },
    {
      name: 'Go with cgo on Debian, run on Alpine and on nothing',
      files: `FROM golang:1.25 AS build\nWORKDIR /src\nRUN go build -o /out/ ./...\nRUN go build\nFROM scratch AS empty\nCOPY --from=build /out/app /app\nFROM alpine:3.22\nCOPY --from=build /src/server /server\nCOPY --from=build /src/config.yaml /\nCOPY --from=empty /app /app\n`,
      findings: [
        {
          messageId: 'program',
          line: 8,
          data: { command: 'go build', needs: 'glibc', has: 'musl' },
        },
      ],
    },
    {
      name: 'Go with cgo and no C library at all',
      files: twoStages(
        'golang:1.25',
        GO,
        'gcr.io/distroless/static-debian12',
        '/out/app',
      ),
      findings: [
        {
          messageId: 'program',
          line: 5,
          data: { command: 'go build', needs: 'glibc', has: 'no C library' },
        },
      ],
    },
    {
      name: 'Go on Alpine with a C compiler, or before it could do without',
      files: `FROM golang:1.25-alpine AS a\nRUN apk add gcc musl-dev\n${GO}\nFROM golang:1.19-alpine AS b\nRUN go install .\nFROM debian:13\nCOPY --from=a /out/app /a\nCOPY --from=b /go/bin/b /b\n`,
      findings: [
        { messageId: 'program', line: 7 },
        { messageId: 'program', line: 8 },
      ],
    },
    {
      name: 'Go with cgo switched on',
      files: twoStages(
        'golang:1.25-alpine',
        `ENV CGO_ENABLED=1; ${GO}`,
        'scratch',
        '/out/app',
      ),
      findings: [{ messageId: 'program', line: 6 }],
    },
    {
      name: 'Rust on Debian, run on Alpine, also where the cache is mounted',
      files: `FROM rust:1.90 AS build\nWORKDIR /src\nRUN --mount=type=cache,target=/src/target cargo build --release && cp target/release/app /bin/app\nRUN cargo install --path .\nFROM alpine:3.22\nCOPY --from=build /bin/app /app\nCOPY --from=build /usr/local/cargo/bin/tool /tool\n`,
      findings: [
        { messageId: 'program', line: 6 },
        { messageId: 'program', line: 7 },
      ],
    },
    {
      name: 'an older glibc',
      files: twoStages(
        'rust:1.90-bookworm',
        'RUN cargo build --release',
        'debian:bullseye-slim',
        '/src/target/release/app',
      ),
      findings: [
        {
          messageId: 'glibc',
          line: 5,
          data: { command: 'cargo build', needs: '2.36', has: '2.31' },
        },
      ],
    },
    {
      name: 'modules that a compiler of the stage has built',
      files: twoStages(
        'node:24',
        'RUN apt-get install -y g++; RUN npm ci --omit=dev',
        'node:24-alpine',
        '/src/node_modules',
      ),
      findings: [
        {
          messageId: 'modules',
          line: 6,
          data: { command: 'npm ci', needs: 'glibc', has: 'musl' },
        },
      ],
    },
    {
      name: 'modules that the manifest names',
      files: {
        Dockerfile:
          'FROM node:24-alpine AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nFROM node:24-slim\nCOPY --from=build /app /app\n',
        'package.json': '{"dependencies":{"sharp":"1"}}',
      },
      findings: [{ messageId: 'modules', line: 6 }],
    },
    {
      name: 'wheels of another C library',
      files: {
        Dockerfile:
          'FROM python:3.13 AS build\nWORKDIR /app\nCOPY requirements.txt .\nRUN python -m venv /venv && /venv/bin/pip install -r requirements.txt\nFROM python:3.13-alpine\nCOPY --from=build /venv /venv\n',
        'requirements.txt': 'flask==3\nnumpy==2.3\n',
      },
      findings: [{ messageId: 'modules', line: 6 }],
    },
    {
      name: 'classes of a newer Java',
      files: twoStages(
        'eclipse-temurin:25',
        'RUN javac -d target/classes App.java',
        'eclipse-temurin:21-jre',
        '/src/target/classes',
      ),
      findings: [
        {
          messageId: 'java',
          line: 5,
          data: { command: 'javac', needs: '25', has: '21' },
        },
      ],
    },
    {
      name: 'a release that the project asks for',
      files: {
        Dockerfile:
          'FROM gradle:jdk25 AS build\nWORKDIR /src\nCOPY . .\nRUN gradle :app:build\nFROM amazoncorretto:17\nCOPY --from=build /src/app/build/libs/app.jar /app.jar\n',
        'build.gradle.kts': 'kotlin { jvmToolchain(21) }',
      },
      findings: [
        {
          messageId: 'java',
          line: 6,
          data: { command: 'gradle build', needs: '21', has: '17' },
        },
      ],
    },
  ],
  unknown: [
    {
      name: 'a runtime that no table knows, under a program that needs something',
      files: twoStages('golang:1.25', GO, 'registry.example/base', '/out/app'),
      reason: 'image-not-known',
    },
    {
      name: 'a compiler that a variable keeps open',
      files: `ARG BASE\n${twoStages('$BASE', GO, 'alpine:3.22', '/out/app')}`,
      reason: 'variable-without-value',
    },
    {
      name: 'a Python whose tag tells no version',
      files: twoStages(
        'python:latest',
        'RUN python -m venv /venv',
        'python:3.13-slim',
        '/venv',
      ),
      reason: 'version-not-known',
    },
    {
      name: 'a newer compiler of Java whose target is not known',
      files: twoStages(
        'maven:3-eclipse-temurin-25',
        'RUN mvn package',
        'eclipse-temurin:21-jre',
        '/src/target/app.jar',
      ),
      reason: 'version-not-known',
    },
  ],
  notApplicable: [
    {
      name: 'one stage',
      files: 'FROM golang:1.25\nRUN go build\n',
      reason: 'no-subject',
    },
    {
      name: 'nothing that was compiled',
      files: twoStages(
        'node:24',
        'RUN npm ci && npm run build',
        'registry.example/nginx',
        '/src/dist',
      ),
      reason: 'no-subject',
    },
    {
      name: 'a stage that the target does not need',
      files: `${twoStages(
        'golang:1.25',
        GO,
        'alpine:3.22',
        '/out/app',
      )}FROM debian:13\n`,
      reason: 'no-subject',
    },
    {
      name: 'an image for Windows',
      files: twoStages(
        'golang:1.25',
        GO,
        'mcr.microsoft.com/windows/nanoserver:ltsc2025',
        '/out/app',
      ),
      reason: 'windows-image',
    },
  ],
});
