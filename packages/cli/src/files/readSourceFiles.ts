// SPDX-License-Identifier: Apache-2.0
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  isDockerfilePath,
  isRelevantPath,
  type SourceFile,
} from '@plimsoll/engine';
import { decodeText } from '@plimsoll/engine/parsers';
import { pathOnDisk } from './filePath.ts';

/** The text of a larger file is not read; in bytes. */
const MAX_BYTES = 1 << 20;

/**
 * Path and size of each file that exists, and the text of those that rules look
 * into. What lies outside of the root, behind a link, is never read, and a link
 * from one Dockerfile to another is left out: nobody wants to read it twice.
 */
export function readSourceFiles(
  root: string,
  paths: readonly string[],
): SourceFile[] {
  const listed = new Set(paths);
  return paths.flatMap(name => {
    const place = pathOnDisk(root, name);
    const size = sizeOnDisk(place);
    if (size === undefined) return [];
    const file = { path: name, size };
    if (!isRelevantPath(name)) return [file];
    const real = realPathBelow(root, place);
    if (real === undefined) return [file];
    const isSecondName =
      real !== name && isDockerfilePath(real) && listed.has(real);
    if (isSecondName && isDockerfilePath(name)) return [];
    return [readSourceFile(place, name).file ?? file];
  });
}

/** Undefined for what is neither a file nor a link, or does not exist. */
function sizeOnDisk(place: string | Buffer): number | undefined {
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false });
    return stats?.isFile() || stats?.isSymbolicLink() ? stats.size : undefined;
  } catch {
    // It is there, and its folder must not be entered.
    return 0;
  }
}

/** A file, and what kept its text from being read. */
export function readSourceFile(
  place: string | Buffer,
  name: string,
): { readonly file: SourceFile; readonly problem?: unknown } {
  let size = 0;
  try {
    const stats = statSync(place);
    ({ size } = stats);
    if (!stats.isFile() || size > MAX_BYTES)
      return { file: { path: name, size } };
    const text = decodeText(readFileSync(place));
    return { file: { path: name, size, text } };
  } catch (problem) {
    return { file: { path: name, size }, problem };
  }
}

/**
 * Where a path leads when its links are followed, from the root and with
 * slashes; undefined when that lies outside.
 */
function realPathBelow(
  root: string,
  place: string | Buffer,
): string | undefined {
  try {
    const real = realpathSync.native(place, 'buffer');
    const prefix = Buffer.from(
      root.endsWith(path.sep) ? root : root + path.sep,
    );
    if (!real.subarray(0, prefix.length).equals(prefix)) return undefined;
    const below = decodeText(real.subarray(prefix.length));
    return path.sep === '/' ? below : below.replaceAll(path.sep, '/');
  } catch {
    return undefined;
  }
}
