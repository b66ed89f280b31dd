// SPDX-License-Identifier: Apache-2.0
import {
  GIT_HISTORY,
  MERCURIAL_HISTORY,
  REPOSITORY_FILES,
  USUAL_SECRETS,
} from '../data/sensitivePaths.ts';
import type { BuildContext } from './buildContext.ts';
import { inRoot } from './contextPaths.ts';
import { IgnorePattern } from './dockerignore/ignorePattern.ts';
import type { Dockerignore } from './dockerignore/parseDockerignore.ts';

/** Paths from the root of a context that an ignore file should exclude. */
export interface ProtectedPaths {
  /** The history of the repository, which lies in its root alone. */
  readonly history: readonly string[];
  /** Files about the repository that exist and that no copy names. */
  readonly repository: readonly string[];
  /** Where secrets would lie in the root of the context, by their kinds. */
  readonly usual: Readonly<
    Record<keyof typeof USUAL_SECRETS, readonly string[]>
  >;
  /** Where they would lie further down. */
  readonly nested: readonly string[];
  /** Files of the repository that hold one. */
  readonly secrets: readonly string[];
}

/** Tells what is to be kept out of a context, whether or not it is copied. */
export function protectedPaths(
  context: BuildContext,
  dockerignore: Dockerignore,
): ProtectedPaths {
  const { copies, root, tree } = context;
  const named = new Set(copies.map(({ source }) => source));
  return {
    history: historyOf(context),
    repository: REPOSITORY_FILES.filter(
      path => tree.has(inRoot(root, path)) && !named.has(path),
    ),
    usual: {
      ...USUAL_SECRETS,
      // Mostly settings; who copies it by name needs it.
      credentials: USUAL_SECRETS.credentials.filter(
        path => path !== '.npmrc' || !named.has(path),
      ),
    },
    nested: nestedPaths(context, dockerignore),
    secrets: secretsOf(context),
  };
}

function historyOf({ root, tree }: BuildContext): readonly string[] {
  if (root !== '.') return [];
  return tree.has('.hgignore')
    ? [...GIT_HISTORY, ...MERCURIAL_HISTORY]
    : GIT_HISTORY;
}

/** More files with secrets are not looked at. */
const MAX_SECRETS = 300;

function secretsOf({ root, secretFiles }: BuildContext): string[] {
  const paths: string[] = [];
  for (const path of secretFiles.pathsBelow(root)) {
    if (paths.length === MAX_SECRETS) break;
    paths.push(path);
  }
  return paths;
}

/** Names that mean a secret in any folder. */
const NESTED = [...USUAL_SECRETS.environment, ...USUAL_SECRETS.keys];

function nestedPaths(
  context: BuildContext,
  dockerignore: Dockerignore,
): readonly string[] {
  return copiedFolders(context, dockerignore).flatMap(folder =>
    NESTED.map(name => `${folder}/${name}`),
  );
}

/**
 * Tells whether a pattern was written for a path: one that excludes it and not
 * whatever lies beside it. `**\/.env` was written for `src/.env`, `src` was not.
 */
export function namedExclusions({
  patterns,
}: Dockerignore): (path: string) => boolean {
  let excluding: readonly IgnorePattern[] | undefined;
  return path => {
    excluding ??= patterns
      .filter(one => !one.startsWith('!'))
      .flatMap(one => IgnorePattern.compile(one) ?? []);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return excluding.some(
      ({ matches }) => matches(path) && !matches(`${folder}any other`),
    );
  };
}

/** More folders tell no more. */
const MAX_FOLDERS = 8;

/** Folders in which a build may find secrets: any, those it names. */
function copiedFolders(
  { copies, root, tree }: BuildContext,
  { patterns }: Dockerignore,
): string[] {
  const named = [
    ...copies.map(({ source }) => source ?? ''),
    ...patterns.filter(one => one.startsWith('!')).map(one => one.slice(1)),
  ];
  const folders = new Set<string>();
  for (const name of named) {
    const folder = literalFolder(name);
    if (folder === '.') folders.add('sub');
    else if (tree.hasFolder(inRoot(root, folder))) folders.add(folder);
    if (folders.size === MAX_FOLDERS) break;
  }
  return [...folders];
}

/** What stands before the first wildcard, up to a slash. */
function literalFolder(pattern: string): string {
  const wildcard = pattern.search(/[*?[]/);
  if (wildcard < 0) return pattern;
  const slash = pattern.lastIndexOf('/', wildcard);
  return slash < 0 ? '.' : pattern.slice(0, slash);
}
