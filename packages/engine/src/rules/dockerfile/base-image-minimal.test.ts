// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { baseImageMinimal } from './base-image-minimal.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

describeRule(baseImageMinimal, {
  passing: [
    { name: 'slim', files: 'FROM python:3.14-slim-trixie\n' },
    {
      name: 'slim with glibc, which nobody pushes to Alpine',
      files: 'FROM debian:trixie-slim\n',
    },
    { name: 'Alpine', files: 'FROM alpine:3.22\n' },
    { name: 'scratch', files: 'FROM scratch\nCOPY a /a\n' },
    {
      name: 'distroless after a whole builder',
      files:
        'FROM golang:1.26 AS build\nRUN go build\nFROM gcr.io/distroless/base-debian13\nCOPY --from=build /a /a\n',
    },
    { name: 'ubi-minimal', files: 'FROM redhat/ubi9-minimal:9.6\n' },
    {
      name: 'chiselled',
      files: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled\n',
    },
    { name: 'Wolfi', files: 'FROM cgr.dev/chainguard/wolfi-base\n' },
    {
      name: 'a runtime of Java on Alpine',
      files: 'FROM eclipse-temurin:25-jre-alpine\n',
    },
    {
      name: 'by the default of an ARG, in lower case',
      files: 'arg base="node:22-alpine"\nfrom ${base}\n',
    },
  ],
  failing: [
    {
      name: 'the whole image of a language',
      files: 'FROM node:22\n',
      findings: [{ messageId: 'full', line: 1, data: { image: 'node:22' } }],
    },
    {
      name: 'an image with a digest, which tells a reader nothing',
      files: `FROM node:22@sha256:${'0f'.repeat(32)}\n`,
      findings: [{ messageId: 'full', line: 1, data: { image: 'node:22' } }],
    },
    {
      name: 'Ubuntu, which needs a reason that is written down',
      files: 'FROM ubuntu:24.04\n',
      findings: [{ messageId: 'full', line: 1 }],
    },
    {
      name: 'an SDK on Alpine',
      files: 'FROM golang:1.26-alpine\n',
      findings: [{ messageId: 'full', line: 1 }],
    },
    {
      name: 'a JDK on a slim image',
      files: 'FROM openjdk:17-jdk-slim\n',
      findings: [{ messageId: 'full', line: 1 }],
    },
    {
      name: 'through the stages that the last one builds on',
      files:
        'FROM alpine:3.22 AS tools\nFROM --platform=linux/amd64 \\\n  debian:13 AS base\nRUN make\nFROM base AS test\nFROM test\n',
      findings: [{ messageId: 'full', line: 3, data: { image: 'debian:13' } }],
    },
    {
      name: 'with a digest beside the tag',
      files: `FROM python:3.14@${DIGEST}\n`,
      findings: [{ messageId: 'full', line: 1 }],
    },
  ],
  unknown: [
    {
      name: 'an image that no table knows',
      files: 'FROM registry.example.com/node:22-slim\n',
      reason: 'image-not-known',
    },
    {
      name: 'a digest alone',
      files: `FROM node@${DIGEST}\n`,
      reason: 'needs-registry',
    },
    {
      name: 'a variable without a value',
      files: 'ARG BASE\nFROM $BASE\n',
      reason: 'variable-without-value',
    },
  ],
  notApplicable: [
    {
      name: 'an image for Windows',
      files: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\n',
      reason: 'windows-image',
    },
  ],
});
