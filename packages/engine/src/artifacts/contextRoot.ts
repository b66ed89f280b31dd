// SPDX-License-Identifier: Apache-2.0
import { isDockerfilePath, isIgnoreFilePath } from './artifactKind.ts';
import {
  contextCopies,
  contextPath,
} from './dockerfile/facts/files/contextCopies.ts';
import type { DockerfileBuild, Step } from './dockerfile/stages/stage.ts';
import { FileTree } from './fileTree.ts';

/**
 * Finds the folder that a build is probably given: of the Dockerfile's folder
 * and those above it, the nearest in which most of the sources exist. Nothing in
 * a repository says so in so many words until Compose and CI files are read.
 */
export class ContextRootFinder {
  readonly #tree: FileTree;
  #known: FileTree | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** What there is to copy. */
  get #contents(): FileTree {
    const { files, listing } = this.#tree;
    this.#known ??= new FileTree(
      files.filter(({ path }) => isContent(path)),
      listing,
    );
    return this.#known;
  }

  /** @returns `.` for the root of the repository */
  find(path: string, build: DockerfileBuild): string {
    const folder = parentOf(path);
    if (folder === '.' || this.#tree.listing === 'partial') return folder;
    const sources = namedSources(build);
    let best = folder;
    let mostFound = -1;
    let root = folder;
    for (let height = 0; height <= MAX_HEIGHT; height++) {
      const found = this.#countFound(sources, root);
      if (found > mostFound) {
        best = root;
        mostFound = found;
      }
      if (root === '.' || mostFound === sources.length) break;
      root = parentOf(root);
    }
    return best;
  }

  #countFound(sources: readonly NamedSource[], root: string): number {
    return sources.filter(source => this.#exists(source, root)).length;
  }

  #exists({ path, isPattern }: NamedSource, root: string): boolean {
    if (path === '')
      return isOutputFolder(root) || this.#contents.hasFolder(root);
    const whole = root === '.' ? path : `${root}/${path}`;
    return isPattern ? this.#tree.hasPrefix(whole) : this.#tree.has(whole);
  }
}

/**
 * Whether a context is a folder for what builds make, with nothing in it that
 * the repository knows.
 */
export function isBuildOutput(root: string, tree: FileTree): boolean {
  if (!isOutputFolder(root)) return false;
  for (const path of tree.pathsBelow(root)) if (isContent(path)) return false;
  return true;
}

/** Folders above that of the Dockerfile that are looked at. */
const MAX_HEIGHT = 16;
/** More sources tell no more. */
const MAX_SOURCES = 100;

function isContent(path: string): boolean {
  return !isDockerfilePath(path) && !isIgnoreFilePath(path);
}

function isOutputFolder(root: string): boolean {
  return /(?:^|\/)(?:dist|out|output|publish|target|artifacts)$/.test(root);
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** What a build wants to find. */
interface NamedSource {
  /** Empty for the whole context; of a pattern what stands before a wildcard. */
  readonly path: string;
  readonly isPattern: boolean;
}

/** Each source once; those with an open variable tell nothing. */
function namedSources({ stages }: DockerfileBuild): NamedSource[] {
  const sources = new Map<string, NamedSource>();
  for (const stage of stages) {
    for (const { source, isPattern } of contextCopies(stage)) {
      if (source !== undefined) add(source, isPattern);
    }
    for (const step of stage.steps) {
      for (const source of mountedSources(step)) add(source, false);
    }
  }
  return [...sources.values()].slice(0, MAX_SOURCES);

  function add(source: string, isPattern: boolean) {
    const path = isPattern ? source.replace(/[*?[\\].*$/s, '') : source;
    const named = { path: path === '.' ? '' : path, isPattern };
    sources.set(JSON.stringify(named), named);
  }
}

/** What a step mounts from the context. */
function mountedSources({ mounts }: Step): string[] {
  return mounts
    .filter(
      ({ type, from, missing }) =>
        type === 'bind' && from === '' && missing.length === 0,
    )
    .map(({ source }) => contextPath(source));
}
