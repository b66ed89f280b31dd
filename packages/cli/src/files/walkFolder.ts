// SPDX-License-Identifier: Apache-2.0
import { readdirSync, type Dirent } from 'node:fs';
import { decodeText } from '@plimsoll/engine/parsers';
import { pathOnDisk } from './filePath.ts';

/** What lies below a folder. */
export interface Walk {
  /** Of files and links, from the folder, with slashes. */
  readonly paths: readonly string[];
  /** Folders that could not be opened. */
  readonly unreadable: readonly string[];
}

/** Nobody means these when they name the folder around them. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/** Finds all files below a folder. Links are not followed. */
export function walkFolder(root: string): Walk {
  const paths: string[] = [];
  const unreadable: string[] = [];
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined;
    folder = folders.pop()
  ) {
    const entries = readFolder(root, folder);
    if (entries === undefined) {
      unreadable.push(folder === '' ? '.' : folder);
      continue;
    }
    for (const { name, isFolder, isFile } of entries) {
      if (LEFT_OUT.has(name)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isFolder) folders.push(path);
      else if (isFile) paths.push(path);
    }
  }
  return { paths, unreadable };
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isFile: boolean;
}

function readFolder(root: string, folder: string): Entry[] | undefined {
  const place = pathOnDisk(root, folder);
  try {
    const entries = readdirSync(place, { withFileTypes: true });
    if (!entries.some(({ name }) => name.includes('\ufffd'))) {
      return entries.map(entry => toEntry(entry.name, entry));
    }
    // Some name is not UTF-8, and would not be found again.
    const options = { withFileTypes: true, encoding: 'buffer' } as const;
    return readdirSync(place, options).map(entry =>
      toEntry(decodeText(entry.name), entry),
    );
  } catch {
    return undefined;
  }
}

function toEntry(name: string, entry: Dirent<string> | Dirent<Buffer>): Entry {
  return {
    name,
    isFolder: entry.isDirectory(),
    isFile: entry.isFile() || entry.isSymbolicLink(),
  };
}
