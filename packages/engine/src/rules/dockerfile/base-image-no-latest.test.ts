// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageNoLatest } from './base-image-no-latest.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

describeRule(baseImageNoLatest, {
  passing: [
    { name: 'a version', files: 'FROM node:22.11\n' },
    {
      name: 'a digest beside the tag, also where latest is a channel',
      files: `FROM gcr.io/distroless/static:latest@${DIGEST}\n`,
    },
    { name: 'no tag at all, which another rule judges', files: 'FROM node\n' },
    { name: 'another tag that moves', files: 'FROM node:lts\n' },
    { name: 'latest within a longer tag', files: 'FROM node:latest-slim\n' },
    { name: 'scratch', files: 'FROM scratch\nCOPY a /a\n' },
    {
      name: 'a stage of that name',
      files: 'FROM node:22 AS latest\nFROM latest\n',
    },
    {
      name: 'an image that only COPY names',
      files: 'FROM scratch\nCOPY --from=busybox:latest /bin/sh /sh\n',
    },
    {
      name: 'a default with a version',
      files: 'ARG TAG=22\nFROM node:${TAG}\n',
    },
    {
      name: 'a digest by the default of an ARG',
      files: `ARG DIGEST=${DIGEST}\nFROM node:latest@\${DIGEST}\n`,
    },
  ],
  failing: [
    {
      name: 'the tag latest',
      files: 'FROM node:latest\n',
      findings: [
        { messageId: 'latest', line: 1, data: { image: 'node:latest' } },
      ],
    },
    {
      name: 'by the default of an ARG, in lower case, with a continuation',
      files:
        'arg TAG="latest"\nfrom \\\n  registry.example.com:5000/node:$TAG\n',
      findings: [{ messageId: 'latest', line: 3 }],
    },
    {
      name: 'by a default within the word',
      files: 'ARG TAG\nFROM node:${TAG:-latest}\n',
      findings: [{ messageId: 'latest', line: 2 }],
    },
    {
      name: 'in a builder, and in a stage that the build does not need',
      files:
        'FROM golang:latest AS build\nFROM node:latest AS old\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [
        { messageId: 'latest', line: 1 },
        { messageId: 'latest', line: 2 },
      ],
    },
    {
      name: 'a registry without a value before it',
      files: 'ARG REGISTRY\nFROM $REGISTRY/node:latest\n',
      findings: [{ messageId: 'latest', line: 2 }],
    },
    {
      name: 'one that is latest beside one that is open',
      files: 'ARG BASE\nFROM $BASE AS a\nFROM alpine:latest\n',
      findings: [{ messageId: 'latest', line: 3 }],
    },
  ],
  unknown: [
    {
      name: 'a tag without a value',
      files: 'ARG TAG\nFROM node:$TAG\n',
      reason: 'variable-without-value',
    },
    {
      name: 'an image that the same machine has built',
      files: 'FROM myapp-base:latest\nCOPY app /app\n',
      reason: 'image-not-known',
    },
    {
      name: 'a suffix without a value',
      files: 'ARG SUFFIX\nFROM node:latest$SUFFIX\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a file that does not parse',
      files: 'FROM node:latest\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
  ],
});
