// SPDX-License-Identifier: Apache-2.0
import type { BuildFamily } from './buildPrograms.ts';

/** A package that a build needs and a running program does not. */
export interface BuildToolPackage {
  readonly kind: 'compiler' | 'buildSystem' | 'headers' | 'versionControl';
  /** What it builds. */
  readonly family: BuildFamily;
}

/**
 * What a package is to a build; undefined for one that programs may need.
 *
 * Source: the package indexes of Debian 13, Ubuntu 24.04, Alpine 3.22, Fedora
 * 42, RHEL 9, openSUSE Leap 16 and Arch Linux.
 * Basis: knowledge, 2026-11-21.
 *
 * @param name - without version, release and architecture
 */
export function buildToolPackage(name: string): BuildToolPackage | undefined {
  const known = PACKAGES.get(name);
  if (known) return known;
  const hasDigit = /\d/.test(name);
  if (!hasDigit && !/[- ]/.test(name)) return undefined;
  if (RUNTIME_PACKAGES.has(name)) return undefined;
  const versioned = hasDigit ? VERSIONED.exec(name)?.[1] : undefined;
  const found = versioned === undefined ? undefined : PACKAGES.get(versioned);
  if (found && found.kind !== 'versionControl') return found;
  return PATTERNS.find(({ pattern }) => pattern.test(name));
}

/** Name and version: `gcc-12`, `clang15`, `golang-1.22-go`. */
const VERSIONED = /^([a-z+]+(?:-[a-z+]+){0,3}?)-?\d[\d.]*(?:-go)?$/;

/** By kind and family; separated by blanks. */
const NAMES: readonly (readonly [
  BuildToolPackage['kind'],
  BuildFamily,
  string,
])[] = [
  [
    'compiler',
    'native',
    'build-essential build-base base-devel alpine-sdk gcc g++ gcc-c++ gcc-gfortran gcc-fortran gfortran clang clang-devel llvm lld cpp nasm yasm tcc gcc-multilib g++-multilib gcc-toolset devtoolset mingw-w64 musl-tools @development-tools @development devel_basis patterns-devel-base-devel_basis cuda-toolkit cuda-nvcc',
  ],
  [
    'buildSystem',
    'native',
    'make cmake cmake3 ninja ninja-build autoconf automake libtool libtool-bin meson scons bison flex m4 gperf re2c ragel swig pkg-config pkgconf pkgconfig pkgconf-pkg-config pkg-config-native autogen autotools-dev autoconf-archive intltool ccache distcc qmake premake4 checkinstall dpkg-dev debhelper devscripts fakeroot equivs rpm-build rpmdevtools abuild samurai bazel protobuf-compiler protoc $PHPIZE_DEPS ${PHPIZE_DEPS}',
  ],
  ['compiler', 'go', 'go golang golang-go golang-bin gccgo'],
  ['compiler', 'rust', 'rust rustc cargo rustup rust-toolset'],
  ['buildSystem', 'java', 'maven mvn gradle ant sbt leiningen'],
  ['compiler', 'java', 'default-jdk default-jdk-headless jdk-openjdk'],
  ['buildSystem', 'node', 'node-gyp node-typescript webpack gulp'],
  ['compiler', 'dotnet', 'mono-devel mono-complete mono-mcs'],
  [
    'compiler',
    'other',
    'ghc cabal-install haskell-stack stack swiftlang ocaml opam nim crystal ldc dmd zig vala valac fpc',
  ],
  [
    'versionControl',
    'other',
    'git git-core git-all git-lfs git-svn mercurial hg subversion svn bzr cvs',
  ],
];

const PACKAGES: ReadonlyMap<string, BuildToolPackage> = new Map(
  NAMES.flatMap(([kind, family, names]) =>
    names.split(' ').map(name => [name, { kind, family }] as const),
  ),
);

const PATTERNS: readonly (BuildToolPackage & { readonly pattern: RegExp })[] = [
  { pattern: /^development[ -]tools$/i, kind: 'compiler', family: 'native' },
  {
    pattern:
      /^(?:gcc-toolset|devtoolset)-\d|^crossbuild-essential-|^cuda-(?:nvcc|toolkit|compiler)-\d|^(?:gcc|g\+\+)-[a-z].*-linux-/,
    kind: 'compiler',
    family: 'native',
  },
  {
    pattern:
      /^openjdk-?\d+(?:-jdk.*)?$|^java-[\d.]+-.*-devel$|^(?:temurin|zulu|msopenjdk|bellsoft-java)-?\d+(?:-jdk.*)?$/,
    kind: 'compiler',
    family: 'java',
  },
  {
    pattern: /^dotnet-?\d*-sdk|^dotnet-sdk-/,
    kind: 'compiler',
    family: 'dotnet',
  },
  {
    pattern:
      /.-(?:dev|devel|devel-static|headers)$|.-dev-(?:bin|\d[\d.]*|all)$|^(?:linux|kernel)-headers|^cuda-.*-dev-|-dev\d*$/,
    kind: 'headers',
    family: 'native',
  },
];

/**
 * Packages named like headers without which something does not run: programs
 * that open a library by its name without a version find it only with them.
 *
 * Source: the documentation of GeoDjango for musl, of libgdiplus and of
 * jemalloc.
 * Basis: knowledge, 2026-11-21.
 */
const RUNTIME_PACKAGES = new Set(
  'gdal-dev geos-dev proj-dev libgdiplus-dev libjemalloc-dev jemalloc-dev'.split(
    ' ',
  ),
);

/** Whether a package of npm compiles, bundles or runs builds. */
export function isNodeBuildTool(name: string): boolean {
  return NODE_BUILD_TOOLS.has(name);
}

const NODE_BUILD_TOOLS = new Set(
  'node-gyp typescript webpack webpack-cli gulp gulp-cli grunt grunt-cli @angular/cli @vue/cli @nestjs/cli rollup parcel parcel-bundler vite esbuild bower lerna'.split(
    ' ',
  ),
);
