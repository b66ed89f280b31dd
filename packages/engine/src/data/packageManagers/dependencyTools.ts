// SPDX-License-Identifier: Apache-2.0
import { COMPILING_TOOLS } from './compilingTools.ts';
import { SCRIPTING_TOOLS } from './scriptingTools.ts';

/** A program that installs what a project depends on. */
export interface DependencyTool {
  /** As its users call it: `npm`, `Maven`. */
  readonly name: string;
  readonly ecosystem: Ecosystem;
  /** Files that list the dependencies; `*` stands for any text. */
  readonly manifests: readonly string[];
  /** Files that fix their versions; each by itself is enough. */
  readonly lockFiles: readonly string[];
  /**
   * Folders in which it keeps downloads and build results between runs: below
   * the home (`~/`), absolute, or below the project.
   */
  readonly caches: readonly string[];
  /** Variables that put such a folder elsewhere. */
  readonly cacheVariables: readonly string[];
  /** Words that make it install dependencies; empty: without any word. */
  readonly install: ReadonlySet<string>;
  /** Words that make it compile, for which it installs dependencies first. */
  readonly build: ReadonlySet<string>;
  /** Whether any word can be such a word, as with the goals of Maven. */
  readonly hasGoals: boolean;
  /** Options that take a value, which may be the next word. */
  readonly valueOptions: ReadonlySet<string>;
  /** Of those the ones that name the folder, or file, of the project. */
  readonly folderOptions: ReadonlySet<string>;
  /** Whether `-name` is one option and not several letters. */
  readonly hasLongOptions: boolean;
}

/** A language and the packages that are written for it. */
export type Ecosystem =
  | 'node'
  | 'python'
  | 'go'
  | 'rust'
  | 'java'
  | 'dotnet'
  | 'ruby'
  | 'php'
  | 'elixir'
  | 'haskell'
  | 'swift'
  | 'dart'
  | 'conda';

/**
 * The tool behind a program; undefined for any other program.
 *
 * Source: the command line references and the documentation of the cache
 * folders of each tool: npm 11, Yarn 1 and 4, pnpm 10, Bun 1.2, pip 25, uv 0.9,
 * Poetry 2, Pipenv 2025, PDM 2, conda 25, Go 1.25, Cargo 1.90, Maven 3.9,
 * Gradle 9, sbt 1.11, Leiningen 2, .NET 10, Bundler 2.7, Composer 2.8, Mix 1.19,
 * Stack 3, Cabal 3, SwiftPM 6, pub 3.
 * Basis: knowledge, 2026-11-21.
 */
export function dependencyTool(program: string): DependencyTool | undefined {
  return TOOLS.get(program);
}

/** A tool in a table: words separated by blanks; what is left out is empty. */
export interface DependencyToolRow {
  readonly programs: string;
  readonly ecosystem: Ecosystem;
  readonly manifests: string;
  readonly lockFiles?: string;
  readonly caches: string;
  readonly cacheVariables?: string;
  /** Separated by commas: some have two words. */
  readonly install: string;
  readonly build?: string;
  readonly hasGoals?: true;
  readonly valueOptions: string;
  readonly folderOptions?: string;
  readonly hasLongOptions?: true;
}

const TOOLS: ReadonlyMap<string, DependencyTool> = new Map(
  Object.entries({ ...SCRIPTING_TOOLS, ...COMPILING_TOOLS }).flatMap(
    ([name, row]) => {
      const tool = toTool(name, row);
      return words(row.programs).map(program => [program, tool] as const);
    },
  ),
);

/** All tools of the table. */
export const DEPENDENCY_TOOLS: ReadonlySet<DependencyTool> = new Set(
  TOOLS.values(),
);

function toTool(name: string, row: DependencyToolRow): DependencyTool {
  const folderOptions = words(row.folderOptions);
  return {
    name,
    ecosystem: row.ecosystem,
    manifests: words(row.manifests),
    lockFiles: words(row.lockFiles),
    caches: words(row.caches),
    cacheVariables: words(row.cacheVariables),
    install: new Set(row.install.split(',')),
    build: new Set(row.build?.split(',')),
    hasGoals: row.hasGoals ?? false,
    valueOptions: new Set([...words(row.valueOptions), ...folderOptions]),
    folderOptions: new Set(folderOptions),
    hasLongOptions: row.hasLongOptions ?? false,
  };
}

function words(text: string | undefined): string[] {
  return text ? text.split(' ') : [];
}
