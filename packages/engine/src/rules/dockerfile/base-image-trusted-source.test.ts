// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageTrustedSource } from './base-image-trusted-source.ts';

const policy = { trustedImages: ['registry.example.com/base/', 'grafana/'] };

describeRule(baseImageTrustedSource, {
  passing: [
    { name: 'an official image', files: 'FROM node:22\n' },
    { name: 'with its full name', files: 'FROM docker.io/library/node:22\n' },
    {
      name: 'a copy of an official image',
      files: 'FROM public.ecr.aws/docker/library/node:22\n',
    },
    {
      name: 'an official image of one architecture',
      files: 'FROM arm64v8/alpine:3.22\n',
    },
    {
      name: 'the publishers that need no list',
      files:
        'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS a\nFROM registry.access.redhat.com/ubi9/ubi AS b\nFROM cgr.dev/chainguard/node\nCOPY --from=a /a /a\nCOPY --from=b /b /b\n',
    },
    {
      name: 'a publisher that had images on Docker Hub before',
      files: 'FROM microsoft/windowsservercore\n',
    },
    { name: 'scratch', files: 'FROM scratch\nCOPY a /a\n' },
    {
      name: 'an official image of a version without a value',
      files: 'ARG VERSION\nFROM node:${VERSION}-slim\n',
    },
    {
      name: 'a mirror that the policy names',
      files: 'FROM registry.example.com/base/node:22\n',
      policy,
    },
    {
      name: 'a publisher on Docker Hub that the policy names',
      files: 'FROM grafana/grafana:12.0.0\n',
      policy,
    },
    {
      name: 'a stage that the build does not need',
      files: 'FROM somebody/node:22 AS old\nFROM node:22\n',
    },
  ],
  failing: [
    {
      name: 'an image of anybody on Docker Hub',
      files: 'FROM somebody/node:22\n',
      findings: [
        {
          messageId: 'notTrusted',
          line: 1,
          data: { image: 'somebody/node:22' },
        },
      ],
    },
    {
      name: 'of a version without a value',
      files: 'ARG VERSION\nFROM somebody/node:$VERSION\n',
      findings: [{ messageId: 'notTrusted', line: 2 }],
    },
    {
      name: 'by COPY and by a mount, in a builder, by the default of an ARG',
      files:
        'ARG TOOLS=somebody/tools\nFROM $TOOLS AS tools\nRUN --mount=from=somebody/cache,target=/c ls /c\nFROM scratch\nCOPY --from=tools /a /a\nCOPY --from=somebody/files /b /b\n',
      findings: [
        { messageId: 'notTrusted', line: 2 },
        { messageId: 'notTrusted', line: 3 },
        { messageId: 'notTrusted', line: 6 },
      ],
    },
    {
      name: 'registries that nobody vouches for, whatever the policy says',
      files:
        'FROM localhost:5000/node:22 AS a\nFROM 10.1.2.3:5000/node:22 AS b\nFROM registry.example.com:80/base/node:22\nCOPY --from=a /a /a\nCOPY --from=b /b /b\n',
      policy: { trustedImages: ['localhost:5000/', '10.1.2.3:5000/'] },
      findings: [
        { messageId: 'insecure', line: 1 },
        { messageId: 'insecure', line: 2 },
        { messageId: 'insecure', line: 3 },
      ],
    },
    {
      name: 'what is outside of the list',
      files: 'FROM registry.example.com/other/node:22\n',
      policy,
      findings: [{ messageId: 'notTrusted', line: 1 }],
    },
    {
      name: 'what only looks like an official image of one architecture',
      files: 'FROM arm64v8/some/alpine:3.22\n',
      findings: [{ messageId: 'notTrusted', line: 1 }],
    },
    {
      name: 'a host that begins like one of the list',
      files: 'FROM registry.example.com.evil.test/base/node:22\n',
      policy: { trustedImages: ['registry.example.com'] },
      findings: [{ messageId: 'notTrusted', line: 1 }],
    },
    {
      name: 'one of anybody beside one of a registry that nobody named',
      files:
        'FROM registry.example.com/node:22 AS a\nFROM somebody/node:22\nCOPY --from=a /a /a\n',
      findings: [{ messageId: 'notTrusted', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'another registry without a list',
      files: 'FROM registry.example.com/node:22\n',
      reason: 'no-trusted-images-configured',
    },
    {
      name: 'a variable without a value',
      files: 'ARG REGISTRY\nFROM $REGISTRY/node:22\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a port without a value',
      files: 'ARG PORT\nFROM registry.example.com:$PORT/node:22\n',
      reason: 'variable-without-value',
    },
  ],
});
