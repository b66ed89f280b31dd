// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../text/order.ts';
import { cleanPath } from '../text/paths.ts';
import type { Listing, SourceFile } from './sourceFile.ts';

/**
 * The files of a repository by their paths.
 *
 * Paths are cleaned, and backslashes count as slashes. Of several files with
 * one path the one with a text is kept, then the largest.
 */
export class FileTree {
  readonly listing: Listing;
  /** In the order of their paths. */
  readonly files: readonly SourceFile[];
  /** Paths that no file of a repository has: empty, absolute, outside of it. */
  readonly refused: readonly string[];
  readonly #byPath: ReadonlyMap<string, SourceFile>;

  constructor(files: readonly SourceFile[], listing: Listing) {
    this.listing = listing;
    const kept: SourceFile[] = [];
    const refused: string[] = [];
    for (const file of files) {
      const path = insidePath(file.path);
      if (path === undefined) refused.push(file.path);
      else kept.push(path === file.path ? file : { ...file, path });
    }
    kept.sort(compareFiles);
    this.files = kept.filter(
      ({ path }, index) => path !== kept[index - 1]?.path,
    );
    this.refused = refused.sort(compareText);
    this.#byPath = new Map(this.files.map(file => [file.path, file]));
  }

  /** The file of exactly that path, as {@link FileTree.files} has it. */
  get(path: string): SourceFile | undefined {
    return this.#byPath.get(path);
  }

  /** Whether there is a file or a folder of that path. */
  has(path: string): boolean {
    return this.#byPath.has(path) || this.hasFolder(path);
  }

  /** Whether a file lies below it; the root is `.`, and always there. */
  hasFolder(path: string): boolean {
    return path === '.' || this.hasPrefix(`${path}/`);
  }

  /** Whether the path of a file begins with the text. */
  hasPrefix(text: string): boolean {
    return this.files[this.#firstFrom(text)]?.path.startsWith(text) ?? false;
  }

  /**
   * The paths of the files below a folder, relative to it, in order.
   *
   * @param folder - `.` is the root
   */
  *pathsBelow(folder: string): Generator<string> {
    const prefix = folder === '.' ? '' : `${folder}/`;
    for (let index = this.#firstFrom(prefix); ; index++) {
      const path = this.files[index]?.path;
      if (!path?.startsWith(prefix)) return;
      yield path.slice(prefix.length);
    }
  }

  /** Index of the first path that is not before the text. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.files.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.files[middle]!.path < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The path from the root, cleaned; undefined when it lies outside. */
function insidePath(path: string): string | undefined {
  if (!NOT_PLAIN.test(path)) return path;
  const cleaned = path === '' ? '.' : cleanPath(path.replaceAll('\\', '/'));
  return OUTSIDE.test(cleaned) ? undefined : cleaned;
}

/** What cleaning changes, and what is refused. */
const NOT_PLAIN = /\\|^$|^\/|\/$|\/\/|^[A-Za-z]:|(?:^|\/)\.\.?(?:\/|$)/;
const OUTSIDE = /^\.$|^\/|^\.\.(?:\/|$)|^[A-Za-z]:(?:\/|$)/;

/** By path; of one path the most telling file first. */
function compareFiles(a: SourceFile, b: SourceFile): number {
  return (
    compareText(a.path, b.path) ||
    Number(a.text === undefined) - Number(b.text === undefined) ||
    b.size - a.size ||
    compareText(a.text ?? '', b.text ?? '')
  );
}
