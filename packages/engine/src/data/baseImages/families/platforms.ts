// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

const CHECKED = '2026-11-21';

const NOTEBOOK: ImageVariant = {
  ...open('1000', USERLANDS.ubuntu, 'python python3 sudo tini wget'),
  environment: new Map([
    ['NB_UID', '1000'],
    ['NB_USER', 'jovyan'],
  ]),
};

/** Images that clouds, notebooks and build systems run. */
export const PLATFORMS: readonly ImageFamily[] = [
  family({
    name: 'jupyter',
    repositories: ['quay.io/jupyter/*'],
    source:
      'https://github.com/jupyter/docker-stacks/blob/main/images/base-notebook/Dockerfile',
    variants: [{ ...NOTEBOOK, hasHealthcheck: true }],
  }),
  family({
    name: 'jupyter',
    // The foundation of those above, and what was published before them.
    repositories: [
      'quay.io/jupyter/docker-stacks-foundation',
      ...'base minimal scipy datascience tensorflow pyspark r all-spark julia'
        .split(' ')
        .map(name => `docker.io/jupyter/${name}-notebook`),
    ],
    source: 'https://github.com/jupyter/docker-stacks',
    variants: [NOTEBOOK],
  }),
  family({
    name: 'selenium',
    repositories: ['docker.io/selenium/*'],
    source: 'https://github.com/SeleniumHQ/docker-selenium',
    variants: [
      {
        ...open('1200', USERLANDS.ubuntu, 'sudo wget'),
        environment: new Map([['SEL_UID', '1200']]),
      },
    ],
  }),
  family({
    name: 'cimg',
    repositories: ['docker.io/cimg/*'],
    source: 'https://github.com/CircleCI-Public/cimg-base',
    variants: [
      {
        ...open('circleci', USERLANDS.ubuntu, 'curl docker git make sudo wget'),
        size: 'full',
      },
    ],
  }),
  family({
    name: 'devcontainers',
    repositories: [
      'mcr.microsoft.com/devcontainers/*',
      'mcr.microsoft.com/vscode/devcontainers/*',
    ],
    source: 'https://github.com/devcontainers/images',
    variants: [
      { when: 'alpine', ...open('root', USERLANDS.alpine), size: 'full' },
      { when: 'ubuntu', ...open('root', USERLANDS.ubuntu), size: 'full' },
      { when: 'debian', ...open('root', USERLANDS.debian), size: 'full' },
      { ...open('root', unnumbered(USERLANDS.debian)), size: 'full' },
    ],
  }),
  family({
    name: 'conda',
    repositories: [
      'docker.io/continuumio/anaconda3',
      'docker.io/continuumio/miniconda3',
    ],
    source: 'https://github.com/ContinuumIO/docker-images',
    variants: [
      { when: 'alpine', ...open('root', USERLANDS.alpine, 'python python3') },
      { when: 'amazonlinux', ...open('root', USERLANDS.anyGlibc) },
      open(
        'root',
        unnumbered(USERLANDS.debianSlim),
        'git pip ps python python3 ssh wget',
      ),
    ],
  }),
  family({
    name: 'micromamba',
    repositories: ['docker.io/mambaorg/micromamba'],
    source: 'https://github.com/mamba-org/micromamba-docker',
    variants: [
      { when: 'alpine', ...open('mambauser', USERLANDS.alpine) },
      { when: 'ubuntu', ...open('mambauser', USERLANDS.ubuntu) },
      { when: 'debian', ...open('mambauser', USERLANDS.debianSlim) },
      open('mambauser', USERLANDS.anyGlibc),
    ],
  }),
  family({
    name: 'cypress',
    repositories: [
      'docker.io/cypress/base',
      'docker.io/cypress/browsers',
      'docker.io/cypress/included',
    ],
    source: 'https://github.com/cypress-io/cypress-docker-images',
    variants: [
      {
        ...open(
          'root',
          unnumbered(USERLANDS.debianSlim),
          'git node npm npx ps ssh wget',
        ),
        size: 'full',
      },
    ],
  }),
  family({
    name: 'cargo-chef',
    repositories: ['docker.io/lukemathwalker/cargo-chef'],
    source:
      'https://github.com/LukeMathWalker/cargo-chef/blob/main/docker/Dockerfile',
    runtime: { name: 'rust', version: /rust-([0-9.]+)/ },
    variants: [
      {
        when: 'alpine',
        ...open('root', USERLANDS.alpine, 'cargo gcc rustc'),
        size: 'full',
      },
      {
        when: 'slim',
        ...open('root', USERLANDS.debianSlim, 'cargo gcc rustc'),
        size: 'full',
      },
      open('root', USERLANDS.buildpackDeps, 'cargo rustc'),
    ],
  }),
  family({
    name: 'aws-lambda',
    repositories: ['public.ecr.aws/lambda/*'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-image.html',
    basis: 'publisher',
    // Amazon Linux 2 with yum, or the minimal 2023 with microdnf.
    variants: [open('root', USERLANDS.anyGlibc)],
  }),
  family({
    name: 'nvidia-cuda',
    repositories: ['docker.io/nvidia/cuda', 'nvcr.io/nvidia/cuda'],
    source: 'https://gitlab.com/nvidia/container-images/cuda',
    basis: 'knowledge',
    variants: [
      { when: 'ubuntu', ...open('root', USERLANDS.ubuntu) },
      { when: 'rhel', ...open('root', USERLANDS.ubi) },
      { when: 'rocky', ...open('root', USERLANDS.rocky) },
      { when: 'amazonlinux', ...open('root', USERLANDS.amazonlinux) },
    ],
  }),
  family({
    name: 'oss-fuzz',
    repositories: ['gcr.io/oss-fuzz-base/*'],
    source: 'https://github.com/google/oss-fuzz/tree/master/infra/base-images',
    // Of `ubuntu-24-04` the second number is not seen.
    variants: [{ ...open('root', unnumbered(USERLANDS.ubuntu)), size: 'full' }],
  }),
  family({
    name: 'dotnet-buildtools',
    repositories: ['mcr.microsoft.com/dotnet-buildtools/prereqs'],
    source: 'https://github.com/dotnet/dotnet-buildtools-prereqs-docker',
    variants: [
      {
        when: ({ text }) => text.includes('helix'),
        userland: unnumbered(USERLANDS.debian),
        user: undefined,
        size: 'full',
        hasMorePrograms: true,
      },
      { when: 'ubuntu', ...open('root', USERLANDS.ubuntu), size: 'full' },
      { when: 'alpine', ...open('root', USERLANDS.alpine), size: 'full' },
      {
        when: 'azurelinux',
        ...open('root', USERLANDS.azurelinux),
        size: 'full',
      },
      { when: 'cbl-mariner', ...open('root', USERLANDS.mariner), size: 'full' },
      { when: 'debian', ...open('root', USERLANDS.debian), size: 'full' },
    ],
  }),
  family({
    name: 'uv',
    repositories: ['ghcr.io/astral-sh/uv', 'docker.io/astral/uv'],
    source: 'https://github.com/astral-sh/uv/blob/main/Dockerfile',
    runtime: { name: 'python', version: /python([0-9.]+)/ },
    variants: [
      // Docker's hardened images: neither user nor shell are those of others.
      { when: 'dhi', userland: USERLANDS.anyLinux, user: undefined },
      { when: 'alpine', ...open('root', USERLANDS.alpine) },
      {
        when: ({ words }) => words.has('debian') && words.has('slim'),
        ...open('root', USERLANDS.debianSlim),
      },
      { when: 'debian', ...open('root', USERLANDS.buildpackDeps) },
      { userland: USERLANDS.single, user: 'root' },
    ],
  }),
];

function family(
  image: Omit<ImageFamily, 'basis' | 'checked'> &
    Partial<Pick<ImageFamily, 'basis'>>,
): ImageFamily {
  return { basis: 'repository', ...image, checked: CHECKED };
}

function open(user: string, userland: Userland, programs = ''): ImageVariant {
  return { userland, user, programs, hasMorePrograms: true };
}

/** The tag does not tell which release, or means another product. */
function unnumbered(userland: Userland): Userland {
  return { ...userland, distribution: undefined };
}
