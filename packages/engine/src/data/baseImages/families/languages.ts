// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';
import { windowsVariants } from './windows.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';

/** Programming languages, those of the Java world and .NET aside. */
export const LANGUAGES: readonly ImageFamily[] = [
  language('node', 'https://github.com/nodejs/docker-node', [
    ...node('alpine', USERLANDS.alpine),
    ...node('slim', USERLANDS.debianSlim),
    ...node(undefined, USERLANDS.buildpackDeps),
  ]),
  language('python', 'https://github.com/docker-library/python', [
    ...windowsVariants('python pip'),
    alpine(USERLANDS.alpine, 'pip pip3 python python3'),
    slim(USERLANDS.debianSlim, 'openssl pip pip3 python python3'),
    root(USERLANDS.buildpackDeps, 'pip pip3 python python3'),
  ]),
  language('pypy', 'https://github.com/docker-library/pypy', [
    ...windowsVariants(),
    { when: 'slim', ...more(USERLANDS.debianSlim, 'openssl pip') },
    more(USERLANDS.buildpackDeps, 'pip'),
  ]),
  {
    ...language('golang', 'https://github.com/docker-library/golang', [
      ...windowsVariants('go'),
      { ...alpine(USERLANDS.alpine, 'go'), size: 'full' },
      root(USERLANDS.buildpackScm, 'g++ gcc go make'),
    ]),
    runtime: { name: 'go' },
  },
  language('rust', 'https://github.com/rust-lang/docker-rust', [
    { ...alpine(USERLANDS.alpine, 'cargo gcc rustc'), size: 'full' },
    { ...slim(USERLANDS.debianSlim, 'cargo gcc openssl rustc'), size: 'full' },
    root(USERLANDS.buildpackDeps, 'cargo rustc'),
  ]),
  language('ruby', 'https://github.com/docker-library/ruby', [
    alpine(USERLANDS.alpine, 'bundle gem ruby'),
    slim(USERLANDS.debianSlim, 'bundle gem openssl ruby'),
    root(USERLANDS.buildpackDeps, 'bundle gem ruby'),
  ]),
  language('php', 'https://github.com/docker-library/php', [
    alpine(USERLANDS.alpine, 'curl openssl php'),
    {
      ...root(USERLANDS.debianSlim, 'curl g++ gcc make openssl php'),
      size: 'full',
    },
  ]),
  {
    ...language('composer', 'https://github.com/composer/docker', [
      { when: 'bin', ...root(USERLANDS.single) },
      {
        ...root(
          USERLANDS.alpine,
          'bash composer curl git make openssl php ssh tini',
        ),
        size: 'full',
      },
    ]),
    runtime: { name: 'composer' },
  },
  {
    ...language('frankenphp', 'https://github.com/dunglas/frankenphp', [
      {
        when: ({ text }) => text.startsWith('static-builder'),
        ...more(USERLANDS.anyLinux, ''),
        size: 'full',
      },
      {
        ...alpine(USERLANDS.alpine, 'curl php'),
        hasMorePrograms: true,
        hasHealthcheck: true,
      },
      {
        ...root(USERLANDS.debianSlim, 'curl g++ gcc make php'),
        size: 'full',
        hasMorePrograms: true,
        hasHealthcheck: true,
      },
    ]),
    repositories: ['docker.io/dunglas/frankenphp'],
    runtime: { name: 'php', version: /php([0-9.]+)/ },
  },
  language('perl', 'https://github.com/Perl/docker-perl', [
    slim(USERLANDS.debianSlim, 'perl'),
    root(USERLANDS.buildpackDeps, 'perl'),
  ]),
  language('erlang', 'https://github.com/erlang/docker-erlang-otp', [
    alpine(USERLANDS.alpine, 'erl'),
    // Upon Debian's whole image, but without what is not needed at run time.
    { ...slim(USERLANDS.debian, 'erl'), size: 'slim' },
    root(USERLANDS.buildpackDeps, 'erl'),
  ]),
  language('elixir', 'https://github.com/erlef/docker-elixir', [
    alpine(USERLANDS.alpine, 'elixir erl'),
    { ...slim(USERLANDS.debian, 'elixir erl'), size: 'slim' },
    root(USERLANDS.buildpackDeps, 'elixir erl'),
  ]),
  {
    ...language('hexpm', 'https://github.com/hexpm/bob', [
      { when: 'alpine', ...more(USERLANDS.alpine, 'erl') },
      { when: 'ubuntu', ...more(USERLANDS.ubuntu, 'erl') },
      { when: 'debian slim', ...more(USERLANDS.debianSlim, 'erl') },
      { when: 'debian', ...more(USERLANDS.debian, 'erl') },
    ]),
    repositories: ['docker.io/hexpm/elixir', 'docker.io/hexpm/erlang'],
    runtime: { name: 'elixir' },
  },
  language('haskell', 'https://github.com/haskell/docker-haskell', [
    {
      ...slim(USERLANDS.debianSlim, 'curl g++ gcc git make'),
      size: 'full',
    },
    { ...more(USERLANDS.debian, 'curl g++ gcc git make'), size: 'full' },
  ]),
  language('julia', 'https://github.com/docker-library/julia', [
    ...windowsVariants('julia'),
    { when: 'alpine', ...more(USERLANDS.alpine, 'julia') },
    root(USERLANDS.debianSlim, 'curl julia openssl'),
  ]),
  language('gcc', 'https://github.com/docker-library/gcc', [
    root(USERLANDS.buildpackDeps, 'g++ gcc'),
  ]),
  language('dart', 'https://github.com/dart-lang/dart-docker', [
    {
      ...root(USERLANDS.debianSlim, 'curl git openssl ssh unzip wget'),
      size: 'full',
      hasMorePrograms: true,
    },
  ]),
  language('swift', 'https://github.com/swiftlang/swift-docker', [
    ...swift('amazonlinux', USERLANDS.amazonlinuxYum),
    ...swift('debian', USERLANDS.debian),
    ...swift('fedora', USERLANDS.fedora),
    ...swift('rhel', USERLANDS.ubi),
    ...swift('centos', USERLANDS.centosYum),
    ...swift(undefined, USERLANDS.ubuntu),
  ]),
  {
    ...language('deno', 'https://github.com/denoland/deno_docker', [
      { when: 'bin', userland: USERLANDS.single, user: 'root' },
      { when: 'distroless', ...more(unreleased(USERLANDS.distroless), 'deno') },
      { when: 'alpine', ...more(unreleased(USERLANDS.alpine), 'deno') },
      { when: 'ubuntu', ...more(unreleased(USERLANDS.ubuntu), 'deno') },
      more(unreleased(USERLANDS.debianSlim), 'deno'),
    ]),
    repositories: ['docker.io/denoland/deno', 'ghcr.io/denoland/deno'],
    runtime: { name: 'deno', version: /(?:^|-)([0-9]+(?:\.[0-9]+)*)$/ },
  },
  {
    ...language('bun', 'https://github.com/oven-sh/bun', [
      { ...alpine(USERLANDS.alpine, 'bun'), hasMorePrograms: true },
      { when: 'distroless', userland: USERLANDS.distroless, user: 'root' },
      { ...slim(USERLANDS.debianSlim, 'bun'), hasMorePrograms: true },
      more(USERLANDS.debian, 'bun'),
    ]),
    repositories: ['docker.io/oven/bun'],
  },
];

function language(
  name: string,
  source: string,
  variants: readonly ImageVariant[],
): ImageFamily {
  const repositories = [`${LIBRARY}/${name}`];
  const runtime = { name };
  return {
    name,
    repositories,
    source,
    basis: 'repository',
    checked: CHECKED,
    runtime,
    variants,
  };
}

/** Yarn is in them until Node.js 25. */
function node(
  when: 'alpine' | 'slim' | undefined,
  userland: Userland,
): ImageVariant[] {
  const isMeant = ({ words }: ImageTag) =>
    when === undefined || words.has(when);
  return [
    {
      ...root(userland, 'node npm npx yarn'),
      when: tag => isMeant(tag) && isOlder('26')(tag),
    },
    {
      ...root(userland, 'node npm npx'),
      when: tag => isMeant(tag) && tag.version !== undefined,
    },
    { ...more(userland, 'node npm npx'), ...(when && { when }) },
  ];
}

function root(userland: Userland, programs = ''): ImageVariant {
  return { userland, user: 'root', programs };
}

function alpine(userland: Userland, programs?: string): ImageVariant {
  return { when: 'alpine', ...root(userland, programs) };
}

function slim(userland: Userland, programs?: string): ImageVariant {
  return { when: 'slim', ...root(userland, programs) };
}

function more(userland: Userland, programs: string): ImageVariant {
  return { ...root(userland, programs), hasMorePrograms: true };
}

/** The toolchain, and the runtime library alone. */
function swift(when: string | undefined, userland: Userland): ImageVariant[] {
  const image = more(userland, '');
  return [
    {
      ...image,
      when: when === undefined ? 'slim' : `${when} slim`,
      size: 'slim',
    },
    { ...image, ...(when !== undefined && { when }), size: 'full' },
  ];
}

/** Of `alpine-2.5.1` the number is that of Deno. */
function unreleased(userland: Userland): Userland {
  return { ...userland, distribution: undefined };
}
