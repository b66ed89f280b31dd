// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { dockerignoreExcludesVcs } from './excludes-vcs.ts';

const COPY_ALL = 'FROM alpine:3.22\nCOPY . /app\n';

describeRule(dockerignoreExcludesVcs, {
  passing: [
    {
      name: 'the folder is excluded',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git/\n' },
    },
    {
      name: 'a pattern for any folder',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '**/.git\n' },
    },
    {
      name: 'an allow list',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '**\n!src\n!go.*\n',
        '.gitignore': '',
        '.github/dependabot.yml': '',
      },
    },
    {
      name: 'a build that copies some folders never takes it',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY src go.* /app/\n',
        '.dockerignore': 'node_modules\n',
        'src/main.go': '',
        '.gitignore': '',
      },
    },
    {
      name: 'a build that mounts it for the revision, and copies src',
      files: {
        Dockerfile:
          'FROM alpine:3.22\nRUN --mount=type=bind,source=.git,target=.git git describe\nCOPY src /app\n',
        '.dockerignore': 'node_modules\n',
      },
    },
    {
      name: 'a COPY that leaves it out itself',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY --exclude=.git . /app\n',
        '.dockerignore': 'node_modules\n',
      },
    },
    {
      name: 'a context in a folder below has no history',
      files: {
        'api/Dockerfile': COPY_ALL,
        'api/main.go': '',
        'api/.dockerignore': 'node_modules\n',
      },
    },
    {
      name: 'a file about the repository that a COPY names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY .gitignore . /app/\n',
        '.dockerignore': '.git\n',
        '.gitignore': '',
      },
    },
    {
      name: 'the name of the branch and its commit are no history',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '.git\n!.git/HEAD\n!.git/refs\n',
      },
    },
    {
      name: 'a source that only a build argument names, and all is excluded',
      files: {
        Dockerfile: 'FROM alpine:3.22\nARG DIR\nCOPY $DIR /app\n',
        '.dockerignore': '.git\n',
      },
    },
  ],
  failing: [
    {
      name: 'no pattern matches: at the end of the patterns',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': 'node_modules\n*.md\n# end\n',
      },
      findings: [
        {
          messageId: 'history',
          line: 2,
          path: '.dockerignore',
          data: { paths: '.git/config, .git/objects/pack' },
        },
      ],
    },
    {
      name: 'it is taken back in: at the line that does',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '**\n!src\n!.git\n*.md\n',
      },
      findings: [{ messageId: 'history', line: 3 }],
    },
    {
      name: 'only a part of it is excluded',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '.git/objects\n' },
      findings: [
        { messageId: 'history', line: 1, data: { paths: '.git/config' } },
      ],
    },
    {
      name: 'a pattern for the root alone does not reach down: a COPY of .git itself',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY .git /app/.git\n',
        '.dockerignore': '*/.git\n',
      },
      findings: [{ messageId: 'history', line: 1 }],
    },
    {
      name: 'a pattern of COPY takes names with a dot, too',
      files: {
        Dockerfile: 'FROM alpine:3.22\nCOPY * /app/\n',
        '.dockerignore': 'node_modules\n',
      },
      findings: [{ messageId: 'history', line: 1 }],
    },
    {
      name: 'Mercurial, where it is used',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '.git\n',
        '.hgignore': '',
      },
      findings: [
        {
          messageId: 'history',
          line: 1,
          data: { paths: '.hg/hgrc, .hg/store' },
        },
      ],
    },
    {
      name: 'files about the repository that exist are worth a word',
      files: {
        Dockerfile: COPY_ALL,
        '.dockerignore': '.git\n',
        '.gitignore': '',
        '.github/workflows/ci.yaml': '',
      },
      findings: [
        {
          messageId: 'repositoryFiles',
          line: 1,
          severity: 'info',
          data: { paths: '.github, .gitignore' },
        },
      ],
    },
    {
      name: 'an ignore file named after the Dockerfile counts alone',
      files: {
        'api.Dockerfile': COPY_ALL,
        'api.Dockerfile.dockerignore': 'node_modules\n',
        '.dockerignore': '.git\n',
      },
      findings: [
        { messageId: 'history', line: 1, path: 'api.Dockerfile.dockerignore' },
      ],
    },
  ],
  unknown: [
    {
      name: 'a source that only a build argument names',
      files: {
        Dockerfile: 'FROM alpine:3.22\nARG DIR\nCOPY $DIR /app\n',
        '.dockerignore': 'node_modules\n',
      },
      reason: 'variable-without-value',
    },
    {
      name: 'a Dockerfile that was named by itself',
      files: COPY_ALL,
      listing: 'partial',
      reason: 'listing-partial',
    },
    {
      name: 'more patterns than anyone would write',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '?{0,900}\n'.repeat(20) },
      reason: 'too-large',
    },
  ],
  notApplicable: [
    {
      name: 'no ignore file',
      files: COPY_ALL,
      reason: 'settled-by dockerignore/present',
    },
    {
      name: 'one without patterns',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '\n' },
      reason: 'settled-by dockerignore/present',
    },
    {
      name: 'one that Docker refuses',
      files: { Dockerfile: COPY_ALL, '.dockerignore': '!\n' },
      reason: 'settled-by dockerignore/present',
    },
    {
      name: 'nothing is copied',
      files: { Dockerfile: 'FROM alpine:3.22\n', '.dockerignore': 'a\n' },
      reason: 'no-build-context',
    },
  ],
});
