// SPDX-License-Identifier: Apache-2.0

/**
 * Where the files of an entity are.
 *
 * @public
 */
export interface SourceAddress {
  /**
   * The tree of files that is read at once, as an address that the same reader
   * takes: the root of a repository at one branch. All folders of one tree have
   * the same, letter by letter, and it holds no credentials.
   */
  readonly tree: string;
  /**
   * The repository, whatever the branch: the same credentials open all of it.
   * An entity may name another folder of the repository that describes it, but
   * not another repository, unless the configuration allows that.
   */
  readonly repository: string;
  /** The folder in the tree, without slashes around it; empty for its root. */
  readonly path: string;
}

/**
 * One file of a tree.
 *
 * @public
 */
export interface ReadFile {
  /** From the root of the tree, with slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /**
   * Of files whose text rules look at (`isRelevantPath` of the engine), as far
   * as the limits allow. A file without is judged as one that was not read,
   * never as an empty one.
   */
  readonly content?: Uint8Array | undefined;
  /** Where it is a link to another file of the tree: the path of that one. */
  readonly linkTo?: string | undefined;
}

/**
 * What a reader found.
 *
 * @public
 */
export type ReadResult =
  | { readonly kind: 'notModified' }
  | {
      readonly kind: 'read';
      /** Names this state of the tree to a person: a commit, or a digest. */
      readonly revision: string;
      /** For the next read; undefined where the host gives none. */
      readonly etag?: string | undefined;
      /** All files of the tree, each path once. */
      readonly files: readonly ReadFile[];
    };

/**
 * Reads trees of files.
 *
 * @public
 */
export interface SourceReader {
  /**
   * Splits the address of a folder; undefined for one that is not for this
   * reader. Looks at nothing but the address: it is called for every entity.
   */
  locate(url: string): SourceAddress | undefined;

  /**
   * Reads a tree. What cannot be read is an error, never a tree without files.
   *
   * @param tree - as `locate` gives it
   * @throws SourceError
   */
  read(
    tree: string,
    options: {
      /** Of the last read; when it still holds, the answer is `notModified`. */
      readonly etag: string | undefined;
      /** The read is given up when it aborts, whether the reader obeys or not. */
      readonly signal: AbortSignal;
    },
  ): Promise<ReadResult>;
}
