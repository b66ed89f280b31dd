// SPDX-License-Identifier: Apache-2.0

/** How much of one tree is taken in. */
export interface SourceLimits {
  /** Of one file; of larger ones the content is not taken. */
  readonly fileBytes: number;
  /** Files whose content is taken. */
  readonly files: number;
  /** Bytes of content that are taken. */
  readonly bytes: number;
  /** Files that a tree may list. */
  readonly treeFiles: number;
  /** Bytes that all files of a tree may have. */
  readonly treeBytes: number;
}

/** What holds where the configuration says nothing. */
export const DEFAULT_SOURCE_LIMITS: SourceLimits = {
  fileBytes: 256 * 1024,
  files: 500,
  bytes: 16 * 1024 ** 2,
  treeFiles: 200_000,
  treeBytes: 4 * 1024 ** 3,
};
