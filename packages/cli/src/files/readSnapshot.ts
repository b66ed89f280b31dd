// SPDX-License-Identifier: Apache-2.0
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Listing, SourceFile } from '@plimsoll/engine';
import { UsageError } from '../exitCodes.ts';
import { listGitFiles } from './listGitFiles.ts';
import { readSourceFile, readSourceFiles } from './readSourceFiles.ts';
import { walkFolder } from './walkFolder.ts';

/** The files of a folder, or the one file that was named. */
export interface Snapshot {
  readonly files: readonly SourceFile[];
  readonly listing: Listing;
  /** What could not be seen, as sentences for the person at the keyboard. */
  readonly warnings: readonly string[];
}

/**
 * Reads what the engine has to know of a folder: in a Git checkout its files
 * that are tracked or not ignored, elsewhere all but `.git` and `node_modules`.
 * A file that is named has no surroundings.
 *
 * @throws UsageError - when it cannot be read
 */
export function readSnapshot(target: string): Snapshot {
  const root = resolveTarget(target);
  return root.isFile
    ? readOneFile(target, root.path)
    : readFolder(target, root.path);
}

function resolveTarget(target: string): { path: string; isFile: boolean } {
  try {
    const resolved = realpathSync(target);
    const stats = statSync(resolved);
    if (stats.isFile() || stats.isDirectory()) {
      return { path: resolved, isFile: stats.isFile() };
    }
  } catch (error) {
    throw new UsageError(`cannot read "${target}": ${reasonOf(error)}`);
  }
  throw new UsageError(`cannot read "${target}": it is no file and no folder`);
}

function readOneFile(target: string, file: string): Snapshot {
  // Called as it was typed: a link may have the name that tells what it is.
  const name = path.basename(path.resolve(target));
  const source = readSourceFile(file, name);
  if (source.problem !== undefined) {
    throw new UsageError(
      `cannot read "${target}": ${reasonOf(source.problem)}`,
    );
  }
  return { files: [source.file], listing: 'partial', warnings: [] };
}

function readFolder(target: string, root: string): Snapshot {
  const git = listGitFiles(root);
  if (git.paths !== undefined) {
    const files = readSourceFiles(root, git.paths);
    return { files, listing: 'complete', warnings: [] };
  }
  const { paths, unreadable } = walkFolder(root);
  const warnings = unreadable.map(
    folder => `cannot read the folder "${path.join(target, folder)}": left out`,
  );
  if (git.problem !== undefined) {
    warnings.unshift(
      `git cannot list "${target}", so ignored files are taken for part of it: ${git.problem}`,
    );
  }
  return {
    files: readSourceFiles(root, paths),
    listing: unreadable.length > 0 ? 'partial' : 'complete',
    warnings,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links go round in a circle',
};

/** Why the system does not read something, for a person. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
