// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { noPrivilegedBuild } from './no-privileged-build.ts';

describeRule(noPrivilegedBuild, {
  passing: [
    { name: 'no flag', files: 'FROM alpine:3.22\nRUN make\n' },
    {
      name: 'rights of an ordinary build, said aloud',
      files:
        'FROM alpine:3.22\nRUN --security=sandbox --network=default make\n',
    },
    {
      name: 'no network at all, and mounts',
      files:
        'FROM alpine:3.22\nRUN --network=none --mount=type=cache,target=/c make\n',
    },
    {
      name: 'a stage that the build does not need',
      files:
        'FROM alpine:3.22 AS old\nRUN --network=host make\nFROM alpine:3.22\nRUN make\n',
    },
    {
      name: 'the words in a command are no flags',
      files: 'FROM alpine:3.22\nRUN echo --security=insecure\n',
    },
    {
      name: 'the words in a heredoc are no flags',
      files: 'FROM alpine:3.22\nRUN <<EOF\n--network=host\nEOF\n',
    },
    {
      name: 'what ONBUILD keeps, which nobody runs here',
      files: 'FROM alpine:3.22\nONBUILD RUN --network=host make\n',
    },
  ],
  failing: [
    {
      name: 'all rights',
      files: 'FROM alpine:3.22\nRUN --security=insecure make\n',
      findings: [
        {
          messageId: 'insecure',
          line: 2,
          data: { flag: '--security=insecure' },
        },
      ],
    },
    {
      name: 'several at once, also in a stage that is only copied from',
      files:
        'FROM alpine:3.22 AS build\nRUN --network=host \\\n  --device=nvidia.com/gpu make\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [
        { messageId: 'hostNetwork', line: 2 },
        {
          messageId: 'device',
          line: 3,
          data: { flag: '--device=nvidia.com/gpu' },
        },
      ],
    },
    {
      name: 'a stage that is only mounted, lower case, in the exec form',
      files:
        'from alpine:3.22 as build\nrun --network=host ["make"]\nfrom alpine:3.22\nrun --mount=from=build,target=/b make\n',
      findings: [{ messageId: 'hostNetwork', line: 2 }],
    },
    {
      name: 'a stage that the target builds on, with a heredoc',
      files:
        'FROM alpine:3.22 AS base\nRUN --security=insecure <<EOF\nmake\nEOF\nFROM base\n',
      findings: [{ messageId: 'insecure', line: 2 }],
    },
    {
      name: 'what ONBUILD runs in two stages, once',
      files:
        'FROM alpine:3.22 AS base\nONBUILD RUN --network=host make\nFROM base AS a\nFROM base\nCOPY --from=a /a /a\n',
      findings: [{ messageId: 'hostNetwork', line: 2 }],
    },
  ],
  unknown: [
    {
      name: 'a file that does not parse',
      files: 'FROM alpine:3.22\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
    {
      name: 'a file without a stage',
      files: 'ARG A=1\n',
      reason: 'unparsed',
    },
    {
      name: 'more stages than anyone means',
      files: 'FROM alpine:3.22\nRUN --network=host make\n'.repeat(201),
      reason: 'too-large',
    },
  ],
});
