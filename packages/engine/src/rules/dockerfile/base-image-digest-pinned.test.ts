// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageDigestPinned } from './base-image-digest-pinned.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

describeRule(baseImageDigestPinned, {
  passing: [
    { name: 'tag and digest', files: `FROM node:22@${DIGEST}\n` },
    { name: 'a digest alone', files: `FROM node@${DIGEST}\n` },
    {
      name: 'by the default of an ARG',
      files: `ARG NODE=node:22@${DIGEST}\nFROM $NODE\n`,
    },
    { name: 'scratch', files: 'FROM scratch\nCOPY a /a\n' },
    {
      name: 'stages, by name, by number and in a mount',
      files: `FROM node:22@${DIGEST} AS build\nRUN make\nFROM build AS test\nFROM build\nCOPY --from=0 /a /a\nRUN --mount=from=test,target=/t ls /t\n`,
    },
    {
      name: 'a stage that the build does not need',
      files: `FROM node:22 AS old\nFROM node:22@${DIGEST}\n`,
    },
    {
      name: 'a repository without a value before a digest',
      files: `ARG REGISTRY\nFROM \${REGISTRY}node@${DIGEST}\n`,
    },
    {
      name: 'a digest of one platform, which only a registry can tell',
      files: `FROM --platform=$BUILDPLATFORM node:22@${DIGEST}\n`,
    },
  ],
  failing: [
    {
      name: 'a tag',
      files: 'FROM node:22\n',
      findings: [
        { messageId: 'noDigest', line: 1, data: { image: 'node:22' } },
      ],
    },
    {
      name: 'images of a builder, of COPY and of a mount',
      files:
        'FROM golang:1.26 AS build\nRUN --mount=type=bind,from=alpine:3.22,target=/a go build\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=busybox:1.37 /bin/sh /sh\n',
      findings: [
        { messageId: 'noDigest', line: 1 },
        { messageId: 'noDigest', line: 2 },
        { messageId: 'noDigest', line: 5 },
      ],
    },
    {
      name: 'an image that COPY takes because of an ONBUILD',
      files: `FROM node:22@${DIGEST} AS base\nONBUILD COPY --from=busybox:1.37 /bin/sh /sh\nFROM base\n`,
      findings: [{ messageId: 'noDigest', line: 2 }],
    },
    {
      name: 'a quoted default, a continuation',
      files: 'ARG V="22"\nFROM \\\n  node:${V}\n',
      findings: [{ messageId: 'noDigest', line: 3 }],
    },
    {
      name: 'an official image by its full name, and one of somebody',
      files:
        'FROM docker.io/library/node:22 AS build\nFROM somebody/node\nCOPY --from=build /a /a\n',
      findings: [
        { messageId: 'noDigest', line: 1 },
        { messageId: 'noDigest', line: 2 },
      ],
    },
    {
      name: 'one without, beside one that the same machine has built',
      files: 'FROM myapp-base AS a\nFROM node:22\nCOPY --from=a /a /a\n',
      findings: [{ messageId: 'noDigest', line: 2 }],
    },
    {
      name: 'one without, beside one that is open',
      files: 'ARG BASE\nFROM $BASE AS a\nFROM node:22\nCOPY --from=a /a /a\n',
      findings: [{ messageId: 'noDigest', line: 3 }],
    },
  ],
  unknown: [
    {
      name: 'an image without a value',
      files: 'ARG BASE\nFROM $BASE\n',
      reason: 'variable-without-value',
    },
    {
      name: 'an image that the same machine has built',
      files: 'FROM myapp-base:1.2\nCOPY app /app\n',
      reason: 'image-not-known',
    },
    {
      name: 'a digest without a value',
      files: 'ARG DIGEST\nFROM node@$DIGEST\n',
      reason: 'variable-without-value',
    },
  ],
});
