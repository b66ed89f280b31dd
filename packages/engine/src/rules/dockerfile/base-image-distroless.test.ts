// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageDistroless } from './base-image-distroless.ts';

describeRule(baseImageDistroless, {
  passing: [
    { name: 'scratch', files: 'FROM scratch\nCOPY a /a\n' },
    {
      name: 'distroless after a builder, with the version in the name',
      files:
        'FROM node:24 AS build\nRUN npm ci\nFROM gcr.io/distroless/nodejs24-debian13:nonroot\nCOPY --from=build /app /app\n',
    },
    { name: 'Chainguard', files: 'FROM cgr.dev/chainguard/python:latest\n' },
    {
      name: 'chiselled',
      files: 'FROM mcr.microsoft.com/dotnet/runtime-deps:9.0-noble-chiseled\n',
    },
    {
      name: 'ubi-micro',
      files: 'FROM registry.access.redhat.com/ubi9-micro\n',
    },
    {
      name: 'through a stage',
      files: 'FROM scratch AS base\nCOPY a /a\nFROM base\n',
    },
  ],
  failing: [
    {
      name: 'Alpine',
      files: 'FROM alpine:3.22\n',
      findings: [
        { messageId: 'notDistroless', line: 1, data: { image: 'alpine:3.22' } },
      ],
    },
    {
      name: 'a debug variant, which has a shell',
      files: 'FROM gcr.io/distroless/base-debian13:debug-nonroot\n',
      findings: [{ messageId: 'notDistroless', line: 1 }],
    },
    {
      name: 'a development variant of Chainguard',
      files: 'FROM cgr.dev/chainguard/node:latest-dev\n',
      findings: [{ messageId: 'notDistroless', line: 1 }],
    },
    {
      name: 'a language that has no distroless image',
      files: 'FROM php:8.4-fpm-alpine\n',
      findings: [{ messageId: 'notDistroless', line: 1 }],
    },
    {
      name: 'the image at the start of the chain, not that of another stage',
      files:
        'FROM gcr.io/distroless/static AS other\nFROM debian:13-slim AS base\nFROM base\nCOPY --from=other / /\n',
      findings: [{ messageId: 'notDistroless', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'an image that no table knows',
      files: 'FROM registry.example.com/static\n',
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
      name: 'an image for Windows, by its platform',
      files: 'FROM --platform=windows/amd64 golang:1.26-nanoserver\n',
      reason: 'windows-image',
    },
  ],
});
