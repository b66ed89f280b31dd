// SPDX-License-Identifier: Apache-2.0
import { readRepository } from '../../artifacts/repository.ts';
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageSupported } from './base-image-supported.ts';

const NODE_20_END = '2026-05-01T00:00:00.000Z';

describeRule(baseImageSupported, {
  passing: [
    { name: 'a distribution', files: 'FROM debian:13-slim\n' },
    { name: 'distribution and language', files: 'FROM python:3.14-bookworm\n' },
    {
      name: 'a language upon whatever is current',
      files: 'FROM node:24-slim\n',
    },
    {
      name: 'a distribution under a language of no version',
      files: 'FROM python:slim-trixie\n',
    },
    { name: 'a distribution that always moves on', files: 'FROM archlinux\n' },
    { name: 'the newest of a major version', files: 'FROM python:3-slim\n' },
    {
      name: 'the last day of updates, long before its warning',
      files: 'FROM node:20\n',
      now: '2026-01-01T00:00:00Z',
    },
    {
      name: 'Debian in its LTS',
      files: 'FROM debian:bookworm-slim\n',
      now: '2028-01-01T00:00:00Z',
    },
    {
      name: 'an end that was not set yet when the table was made',
      files: 'FROM nginx:1.31\n',
      now: '2027-08-22T23:59:59.999Z',
    },
    {
      name: 'an old image in a stage that the build does not need',
      files: 'FROM node:14 AS old\nFROM node:24\n',
    },
    {
      name: 'by the default of an ARG, in lower case',
      files: 'arg v="3.24"\nfrom alpine:${v}\n',
    },
  ],
  failing: [
    {
      name: 'language and distribution both',
      files: 'FROM node:18-alpine3.18\n',
      findings: [
        {
          messageId: 'ended',
          line: 1,
          data: {
            product: 'Alpine Linux 3.18',
            image: 'node:18-alpine3.18',
            date: '2025-05-10',
          },
        },
        { messageId: 'ended', line: 1 },
      ],
    },
    {
      name: 'a language upon a current distribution',
      files: 'FROM python:3.9-slim-bookworm\n',
      findings: [
        {
          messageId: 'ended',
          line: 1,
          data: {
            product: 'Python 3.9',
            image: 'python:3.9-slim-bookworm',
            date: '2025-11-01',
          },
        },
      ],
    },
    {
      name: 'an image that is no longer built',
      files: 'FROM openjdk:8-jre\n',
      findings: [{ messageId: 'ended', line: 1 }],
    },
    {
      name: 'older than all of the table',
      files: 'FROM ubuntu:10.10\n',
      findings: [{ messageId: 'ended', line: 1 }],
    },
    {
      name: 'the first day without updates',
      files: 'FROM node:20\n',
      now: NODE_20_END,
      findings: [
        {
          messageId: 'ended',
          line: 1,
          data: { product: 'Node.js 20', image: 'node:20', date: '2026-05-01' },
        },
      ],
    },
    {
      name: 'the last day with updates',
      files: 'FROM node:20\n',
      now: '2026-04-30T23:59:59.999Z',
      findings: [{ messageId: 'ends', line: 1, severity: 'info' }],
    },
    {
      name: 'the image at the start of the chain',
      files: 'FROM \\\n  centos:7 AS base\nRUN make\nFROM base\n',
      findings: [{ messageId: 'ended', line: 2 }],
    },
    {
      name: 'what a paid contract would still support',
      files: 'FROM ubuntu:20.04\n',
      findings: [{ messageId: 'ended', line: 1 }],
    },
    {
      name: 'an old image that only the build uses, once',
      files:
        'FROM golang:1.19 AS build\nRUN go build\nFROM build AS test\nFROM debian:13-slim\nCOPY --from=build /a /a\nCOPY --from=test /b /b\n',
      findings: [{ messageId: 'builderEnded', line: 1, severity: 'info' }],
    },
    {
      name: 'Windows',
      files: 'FROM mcr.microsoft.com/windows/nanoserver:20H2\n',
      findings: [{ messageId: 'ended', line: 1 }],
    },
  ],
  unknown: [
    {
      name: 'a tag without a version',
      files: 'FROM debian:stable-slim\n',
      reason: 'version-not-known',
    },
    {
      name: 'a version that the table does not know',
      files: 'FROM node:99\n',
      reason: 'version-not-known',
    },
    {
      name: 'an end that was not set when the table was made, a year later',
      files: 'FROM nginx:1.31\n',
      now: '2027-08-23T00:00:00Z',
      reason: 'tables-outdated',
    },
    {
      name: 'an image that no table knows, whatever the build uses',
      files:
        'FROM node:14 AS build\nFROM registry.example.com/node:24\nCOPY --from=build /a /a\n',
      reason: 'image-not-known',
    },
    {
      name: 'a variable without a value',
      files: 'ARG BASE\nFROM $BASE\n',
      reason: 'variable-without-value',
    },
  ],
  notApplicable: [
    {
      name: 'scratch, after a builder that is current',
      files:
        'FROM golang:1.27 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
      reason: 'no-subject',
    },
  ],
});

describe('the time until which the verdict holds', () => {
  it.each([
    ['FROM node:20\n', '2026-01-01', '2026-01-31T00:00:00.000Z'],
    ['FROM node:20\n', '2026-03-01', NODE_20_END],
    ['FROM node:20\n', '2026-06-01', undefined],
    ['FROM node:24-alpine3.22\n', '2026-06-01', '2027-02-01T00:00:00.000Z'],
    ['FROM archlinux\n', '2026-06-01', undefined],
    ['FROM nginx:1.31\n', '2026-06-01', '2027-08-23T00:00:00.000Z'],
  ])('%s at %s: %s', (text, now, expected) => {
    const path = 'Dockerfile';
    const files = [{ path, size: text.length, text }];
    const repository = readRepository(files, 'complete');
    const { artifact } = repository.subjects.dockerfile[0]!;
    if (typeof artifact === 'string') throw new Error(artifact);
    const surroundings = { repository, policy: {}, now: new Date(now) };
    const { validUntil } = baseImageSupported.check(artifact, surroundings);
    expect(validUntil?.toISOString()).toBe(expected);
  });
});
