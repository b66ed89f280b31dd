// SPDX-License-Identifier: Apache-2.0
import { isRelevantPath } from '@plimsoll/engine';
import { SourceError, type ReadFile } from '@plimsoll/plugin-hardening-node';
import type { SourceLimits } from './sourceLimits';

/**
 * A tree while it is being read: all files that were seen, and of which of them
 * the content is taken. What goes beyond the limits is listed without, and
 * judged as not read.
 */
export class TreeDraft {
  readonly #limits: SourceLimits;
  readonly #files = new Map<string, ReadFile>();
  #taken = 0;
  #takenBytes = 0;
  #bytes = 0;

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  /** How many files were seen. */
  get size(): number {
    return this.#files.size;
  }

  /**
   * Lists a file that was seen.
   *
   * @returns whether its content is to be taken
   * @throws SourceError - when no tree is as large as this
   */
  see(path: string, size: number): boolean {
    if (!isCleanPath(path)) return false;
    const { treeFiles, treeBytes } = this.#limits;
    this.#files.set(path, { path, size });
    this.#bytes += size;
    if (this.#files.size > treeFiles) {
      throw tooLarge(`more than ${treeFiles} files`, 'treeFiles');
    }
    if (this.#bytes > treeBytes) {
      throw tooLarge(`more than ${treeBytes} bytes`, 'treeBytes');
    }
    return this.#take(path, size);
  }

  /** Whether so many bytes are what the file was seen with. */
  fits(path: string, size: number): boolean {
    return this.#files.get(path)?.size === size;
  }

  /** Adds what a file holds, once it was taken. */
  fill(path: string, content: Uint8Array): void {
    this.#files.set(path, { path, size: content.length, content });
  }

  /** Notes that a file is a link; its content, if any, is that of the target. */
  link(
    path: string,
    target: { readonly path: string; readonly content?: Uint8Array },
  ): void {
    const { path: linkTo, content } = target;
    const size = content?.length ?? this.#files.get(linkTo)?.size ?? 0;
    this.#files.set(path, { path, size, content, linkTo });
  }

  /** Whether a file of this path was seen. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** All files, by path. */
  files(): ReadFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #take(path: string, size: number): boolean {
    // Many readers show a link as an empty file. None is judged as empty.
    if (size === 0 || !isRelevantPath(path)) return false;
    const { fileBytes, files, bytes } = this.#limits;
    if (size > fileBytes || this.#taken >= files) return false;
    if (this.#takenBytes + size > bytes) return false;
    this.#taken += 1;
    this.#takenBytes += size;
    return true;
  }
}

function tooLarge(what: string, limit: string): SourceError {
  return new SourceError(
    'malformed',
    `The repository has ${what}, which is the limit; hardening.limits.${limit} sets it`,
  );
}

/** Whether a path stays in its tree, and is one that any system could have. */
function isCleanPath(path: string): boolean {
  return (
    path.length <= LONGEST_PATH &&
    !path.includes('\0') &&
    path.split('/').every(part => !UNCLEAN.has(part))
  );
}

const UNCLEAN = new Set(['', '.', '..']);
const LONGEST_PATH = 4096;
