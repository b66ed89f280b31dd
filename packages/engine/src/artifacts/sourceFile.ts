// SPDX-License-Identifier: Apache-2.0

/**
 * One file of a repository.
 *
 * @public
 */
export interface SourceFile {
  /** Relative to the assessed root, with slashes, without `./`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Absent when the file was listed and not read. */
  readonly text?: string | undefined;
}

/**
 * Whether the files are all there are, or only some that were named.
 *
 * @public
 */
export type Listing = 'complete' | 'partial';
