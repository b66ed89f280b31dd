// SPDX-License-Identifier: Apache-2.0

/**
 * What a program that compiles is made of: where it comes from decides whether
 * a step can take it away again.
 */
export type BuildFamily =
  | 'native'
  | 'node'
  | 'python'
  | 'go'
  | 'rust'
  | 'java'
  | 'dotnet'
  | 'other';

/** A program that compiles or bundles. */
export interface BuildProgram {
  readonly family: BuildFamily;
  /** The words with which it does; undefined: with any. */
  readonly verbs: ReadonlySet<string> | undefined;
}

/**
 * What a program does for a build; undefined for any other program. Tools that
 * also install dependencies stand in the table of those.
 *
 * Source: the command line references of the programs.
 * Basis: knowledge, 2026-11-21.
 */
export function buildProgram(program: string): BuildProgram | undefined {
  return PROGRAMS.get(program);
}

/** Whether a script of a package.json builds, by its name. */
export function isBuildScript(name: string): boolean {
  return BUILD_SCRIPT.test(name);
}

const BUILD_SCRIPT =
  /(?:^|[:_-])(?:build|compile|bundle|transpile)(?:$|[:_.-])|^(?:webpack|tsc|dist)(?:$|[:_.-])|^prod(?:uction)?$/i;

/** Whether a target of a makefile compiles, by its name. */
export function isBuildTarget(name: string): boolean {
  return BUILD_TARGET.test(name);
}

const BUILD_TARGET =
  /^(?:all|bin|binary|binaries|static|exe|lib|libs|world|release|modules)$|(?:^|[/_.-])(?:build|compile|dist)(?:$|[/_.-])/i;

const ALWAYS: readonly (readonly [BuildFamily, string])[] = [
  [
    'native',
    'gcc g++ cc c++ clang clang++ gfortran nvcc tcc ninja samu qmake cmake cmake3 scons',
  ],
  [
    'node',
    'tsc webpack webpack-cli rollup esbuild tsup tsdown unbuild microbundle gulp grunt build-storybook',
  ],
  ['python', 'pyinstaller nuitka nuitka3 cython'],
  ['go', 'xgo goreleaser'],
  ['rust', 'rustc wasm-pack trunk'],
  ['java', 'javac kotlinc scalac ant native-image'],
  ['dotnet', 'msbuild xbuild csc mcs'],
  [
    'other',
    'ghc swiftc ocamlopt ldc2 dmd fpc nimble bazel bazelisk buck buck2',
  ],
];

/** Verbs are separated by blanks. */
const WITH_VERB: readonly (readonly [BuildFamily, string, string])[] = [
  ['native', 'meson', 'setup compile build'],
  ['node', 'vite', 'build'],
  ['node', 'next', 'build'],
  ['node', 'nuxt', 'build generate'],
  ['node', 'nuxi', 'build generate'],
  ['node', 'ng', 'build'],
  ['node', 'nest', 'build'],
  ['node', 'nx', 'build'],
  ['node', 'turbo', 'build'],
  ['node', 'lerna', 'build'],
  ['node', 'rush', 'build rebuild'],
  ['node', 'react-scripts', 'build'],
  ['node', 'craco', 'build'],
  ['node', 'vue-cli-service', 'build'],
  ['node', 'quasar', 'build'],
  ['node', 'astro', 'build'],
  ['node', 'gatsby', 'build'],
  ['node', 'remix', 'build vite:build'],
  ['node', 'svelte-kit', 'build'],
  ['node', 'ember', 'build'],
  ['node', 'parcel', 'build'],
  ['node', 'strapi', 'build'],
  ['node', 'medusa', 'build'],
  ['node', 'umi', 'build'],
  ['node', 'docusaurus', 'build'],
  ['node', 'storybook', 'build'],
  ['node', 'ncc', 'build'],
  ['node', 'deno', 'compile bundle'],
  ['node', 'elm', 'make'],
  ['python', 'maturin', 'build develop'],
  ['other', 'rebar3', 'compile release escriptize tar as'],
  ['other', 'gleam', 'build export'],
  ['other', 'zig', 'build build-exe build-lib'],
  ['other', 'nim', 'c cc cpp compile'],
  ['other', 'crystal', 'build'],
  ['other', 'shards', 'build'],
  ['other', 'dub', 'build'],
  ['other', 'dune', 'build'],
];

const PROGRAMS: ReadonlyMap<string, BuildProgram> = new Map([
  ...ALWAYS.flatMap(([family, programs]) =>
    programs.split(' ').map((name): [string, BuildProgram] => {
      return [name, { family, verbs: undefined }];
    }),
  ),
  ...WITH_VERB.map(([family, name, verbs]): [string, BuildProgram] => {
    return [name, { family, verbs: new Set(verbs.split(' ')) }];
  }),
]);
