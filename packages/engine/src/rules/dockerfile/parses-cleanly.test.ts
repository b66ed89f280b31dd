// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { parsesCleanly } from './parses-cleanly.ts';

const refused = (name: string, files: string, line: number) => ({
  name,
  files,
  findings: [{ messageId: 'refused', line, severity: 'high' as const }],
});

describeRule(parsesCleanly, {
  passing: [
    { name: 'an ordinary file', files: 'FROM alpine:3.22\nRUN make\n' },
    { name: 'lower case all over', files: 'from alpine:3.22 as a\nrun make\n' },
    {
      name: 'a heredoc with another escape character',
      files: '# escape=`\nFROM alpine:3.22\nRUN <<EOF\nmake\nEOF\n',
    },
    {
      name: 'paths of Windows with that escape character',
      files:
        '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCOPY a C:\\b\\\nRUN dir `\n  C:\\b\n',
    },
    {
      name: 'lines of a heredoc, which are no instructions',
      files: 'FROM alpine:3.22\nRUN <<EOF\nrunn x\n\nEnv A b\nEOF\n',
    },
    {
      name: 'comments inside a continued instruction',
      files: 'FROM alpine:3.22\nRUN a \\\n  # why\n  && b\n',
    },
    {
      name: 'ARG, comments and directives before FROM',
      files: '# syntax=docker/dockerfile:1\nARG A=1\n# x\nFROM alpine:3.22\n',
    },
    {
      name: 'variables of an ENV before, and of itself',
      files:
        'FROM alpine:3.22\nENV A=1\nENV A=2 B=$A PATH=/x:$PATH C=$PATH D=$D\n',
    },
    {
      name: 'ONBUILD with an instruction that may wait',
      files: 'FROM alpine:3.22\nONBUILD RUN make\n',
    },
  ],
  failing: [
    refused('an unknown instruction', 'FROM alpine:3.22\nRUNN make\n', 2),
    refused(
      'a line that lost its continuation',
      'FROM alpine:3.22\nRUN a\n  && b\n',
      3,
    ),
    refused('no stage', 'ARG A=1\n', 1),
    refused('an instruction before FROM', 'RUN make\nFROM alpine:3.22\n', 1),
    refused('ONBUILD FROM', 'FROM alpine:3.22\nONBUILD FROM x\n', 2),
    refused(
      'ONBUILD MAINTAINER',
      'FROM alpine:3.22\nONBUILD MAINTAINER x\n',
      2,
    ),
    refused('ONBUILD ONBUILD', 'FROM alpine:3.22\nONBUILD ONBUILD RUN x\n', 2),
    refused(
      'what an ONBUILD keeps and a stage on top cannot have',
      'FROM alpine:3.22 AS base\nONBUILD COPY a\nFROM base\n',
      3,
    ),
    refused('a flag nobody knows', 'FROM alpine:3.22\nCOPY --form=a b c\n', 2),
    {
      name: 'a heredoc without an end',
      files: 'FROM alpine:3.22\nRUN <<EOF\nmake\n',
      findings: [{ messageId: 'unparsed', line: 2, severity: 'high' }],
    },
    {
      name: 'an empty file',
      files: { Dockerfile: '' },
      findings: [{ messageId: 'unparsed', line: 1, severity: 'high' }],
    },
    {
      name: 'several places',
      files: 'FROM alpine:3.22\nCOPY a\nUSER\nSTOPSIGNAL SIGNOPE\n',
      findings: [
        { messageId: 'refused', line: 2, severity: 'high' },
        { messageId: 'refused', line: 3, severity: 'high' },
        { messageId: 'refused', line: 4, severity: 'high' },
      ],
    },
    {
      name: 'also in stages that the build does not need',
      files: 'FROM alpine:3.22\nCOPY a\nFROM alpine:3.22\n',
      findings: [{ messageId: 'refused', line: 2, severity: 'high' }],
    },
    {
      name: 'a base image that only an argument names',
      files: 'ARG BASE\nFROM $BASE\n',
      findings: [{ messageId: 'maybeRefused', line: 2, severity: 'info' }],
    },
    {
      name: 'a template that Maven fills in, once',
      files:
        'FROM ${docker.base.image}\nCOPY start.sh ${pkg.name}.deb /tmp/\nENV NAME=${pkg.name}\nUSER ${pkg.user}\n',
      findings: [
        {
          messageId: 'template',
          line: 1,
          severity: 'info',
          data: { marks: '${docker.base.image}, ${pkg.name}, ${pkg.user}' },
        },
      ],
    },
    {
      name: 'a template whose marks stand for instructions',
      files: 'FROM {{ image }}\n{% if x %}\nRUN make\n{% endif %}\n',
      findings: [
        {
          messageId: 'template',
          line: 1,
          severity: 'info',
          data: { marks: '{{ image }}, {% if x %}, {% endif %}' },
        },
      ],
    },
    {
      name: 'a template of a dev container',
      files:
        'ARG VARIANT=${templateOption:imageVariant}\nFROM mcr.microsoft.com/devcontainers/base:${VARIANT}\n',
      findings: [{ messageId: 'template', line: 1, severity: 'info' }],
    },
    refused('a modifier that nobody knows', 'FROM a:${B:}\n', 1),
    {
      name: 'an empty line inside a continued instruction, at that line',
      files: 'FROM alpine:3.22\nRUN a && \\\n  b && \\\n\n  c\n',
      findings: [{ messageId: 'emptyLine', line: 4, severity: 'low' }],
    },
    {
      name: 'a line of blanks, behind a comment',
      files: 'FROM alpine:3.22\nRUN a \\\n  # x\n  \t \n  && b\nRUN c\n',
      findings: [{ messageId: 'emptyLine', line: 4, severity: 'low' }],
    },
    {
      name: 'ENV and LABEL without =',
      files: 'FROM alpine:3.22\nENV A b c\nLABEL d e\nENV F=g\n',
      findings: [
        {
          messageId: 'oldForm',
          line: 2,
          severity: 'low',
          data: { name: 'ENV' },
        },
        {
          messageId: 'oldForm',
          line: 3,
          severity: 'low',
          data: { name: 'LABEL' },
        },
      ],
    },
    {
      name: 'a variable in the ENV that sets it',
      files: 'FROM alpine:3.22\nENV A=1 \\\n  B=$A/b\n',
      findings: [
        {
          messageId: 'selfReference',
          line: 3,
          severity: 'low',
          data: { name: 'A' },
        },
      ],
    },
    {
      name: 'keywords unlike the others',
      files: 'FROM alpine:3.22 as a\nrun a\nRun b\nRUN c\nRUN d\n',
      findings: [
        {
          messageId: 'casing',
          line: 1,
          severity: 'info',
          data: { name: 'as' },
        },
        { messageId: 'casing', line: 2, severity: 'info' },
        { messageId: 'casing', line: 3, severity: 'info' },
      ],
    },
    {
      name: 'an upper case keyword among lower ones',
      files: 'from alpine:3.22 as a\nrun b\nRUN c\n',
      findings: [{ messageId: 'casing', line: 3, severity: 'info' }],
    },
  ],
  unknown: [
    {
      name: 'more stages than anyone means',
      files: 'FROM alpine:3.22\n'.repeat(201),
      reason: 'too-large',
    },
    {
      name: 'a file that is larger than any',
      files: `FROM alpine:3.22\n${'# x\n'.repeat(1 << 18)}`,
      reason: 'too-large',
    },
  ],
});
