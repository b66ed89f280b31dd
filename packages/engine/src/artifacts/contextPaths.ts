// SPDX-License-Identifier: Apache-2.0
import type { BuildContext } from './buildContext.ts';
import type { ContextCopy } from './dockerfile/facts/files/contextCopies.ts';
import { IgnorePattern } from './dockerignore/ignorePattern.ts';
import {
  parseDockerignore,
  type Dockerignore,
  type IgnoreLine,
} from './dockerignore/parseDockerignore.ts';

/** A path that a build copies, or may copy. */
export interface CopiedPath {
  /** Relative to the context. */
  readonly path: string;
  /** The line of the ignore file that takes it back in, if one does. */
  readonly takenBackBy: IgnoreLine | undefined;
  /** Variables without a value that decide about it; empty when it is sure. */
  readonly missing: readonly string[];
}

/**
 * Tells which paths of a context a build copies: those that a COPY or ADD takes
 * and the ignore file does not exclude. They need not exist.
 *
 * @param paths - relative to the context
 */
export function copiedPaths(
  { copies }: Pick<BuildContext, 'copies'>,
  dockerignore: Dockerignore,
  paths: readonly string[],
): CopiedPath[] {
  const takers = withoutRepeats(copies).map(copy => ({
    copy,
    takes: takerOf(copy),
  }));
  const certain = takers.filter(({ copy }) => copy.source !== undefined);
  const open = takers.filter(({ copy }) => copy.source === undefined);
  return paths.flatMap(path => {
    const isTaken = certain.some(({ takes }) => takes(path));
    const maybe = isTaken ? [] : open.filter(({ takes }) => takes(path));
    if (!isTaken && maybe.length === 0) return [];
    const { excluded, decidedBy } = dockerignore.decide(path);
    if (excluded) return [];
    const missing = new Set(maybe.flatMap(({ copy }) => copy.missing));
    return [{ path, takenBackBy: decidedBy, missing: [...missing] }];
  });
}

/** Of copies that take the same the first; open ones all. */
function withoutRepeats<Copy extends ContextCopy>(
  copies: readonly Copy[],
): readonly Copy[] {
  const seen = new Set<string>();
  return copies.filter(({ source, excludes }) => {
    const key = JSON.stringify([source, excludes]);
    if (source === undefined || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}

/** Patterns and sources that are judged at most, in steps of a program. */
const MAX_STEPS = 10_000;

/** Whether there is more to compare with each path than anyone would write. */
export function isTooMuchToCompare(
  { copies }: Pick<BuildContext, 'copies'>,
  { patterns }: Dockerignore,
): boolean {
  const sources = withoutRepeats(copies).flatMap(
    ({ source = '', excludes }) => [source, ...excludes],
  );
  let steps = 0;
  for (const pattern of [...patterns, ...sources]) {
    steps += IgnorePattern.compile(pattern.replace(/^!/, ''))?.size ?? 1;
    if (steps > MAX_STEPS) return true;
  }
  return false;
}

/** Whether a copy takes a path, or may do so with the right variables. */
function takerOf(copy: ContextCopy): (path: string) => boolean {
  const { source, isPattern, excludes } = copy;
  if (source === undefined) return openTaker(copy);
  const matches = isPattern ? matcherOf(source) : below(source);
  if (excludes.length === 0) return matches;
  const excluded = parseDockerignore(excludes.join('\n'));
  return path =>
    matches(path) &&
    !excluded.excludes(path) &&
    (source === '.' || !excluded.excludes(belowMatch(path, matches)));
}

/** The part of a path below the folder that is copied, or a file's name. */
function belowMatch(path: string, matches: (path: string) => boolean): string {
  let slash = path.indexOf('/');
  while (slash >= 0 && !matches(path.slice(0, slash))) {
    slash = path.indexOf('/', slash + 1);
  }
  return path.slice((slash < 0 ? path.lastIndexOf('/') : slash) + 1);
}

function below(folder: string): (path: string) => boolean {
  if (folder === '.') return () => true;
  return path => path === folder || path.startsWith(`${folder}/`);
}

/** Patterns of COPY mean what those of an ignore file mean. */
function matcherOf(pattern: string): (path: string) => boolean {
  return IgnorePattern.compile(pattern)?.matches ?? (() => false);
}

/**
 * What a source with an open variable may be: something that begins and ends
 * as it is written, and a single file where the destination is one.
 */
function openTaker({ at, step }: ContextCopy): (path: string) => boolean {
  const destination = step.args.at(-1)?.value ?? '';
  if (NAMED_FILE.test(destination)) return () => false;
  const start = at.value
    .slice(0, at.value.indexOf('$'))
    .replace(/^(?:\.{0,2}\/)+/, '');
  const end = NAMED_FILE.exec(at.value)?.[0] ?? '';
  return path => path.startsWith(start) && path.endsWith(end);
}

/** `app.jar`, but neither `conf.d` nor `app`. */
const NAMED_FILE = /\.(?!d$)[A-Za-z]\w*$/;

/** Whether a copy is known to take a folder with whatever is in it. */
export function isFolderCopy(
  { root, tree }: Pick<BuildContext, 'root' | 'tree'>,
  { source, isPattern }: ContextCopy,
): boolean {
  if (source === undefined) return false;
  if (!isPattern) return source === '.' || tree.hasFolder(inRoot(root, source));
  const last = source.slice(source.lastIndexOf('/') + 1);
  // `*.json`, `LICENSE*` and `*/package.json` are meant for files.
  return /[*?[]/.test(last) ? /^[*?]+$/.test(last) : !NAMED_FILE.test(last);
}

/** The path in the repository of one in a context. */
export function inRoot(root: string, path: string): string {
  return root === '.' ? path : `${root}/${path}`;
}
