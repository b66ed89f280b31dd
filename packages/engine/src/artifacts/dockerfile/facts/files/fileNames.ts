// SPDX-License-Identifier: Apache-2.0
import { cleanPath } from '../../../../text/paths.ts';

/**
 * Whether two words of scripts may name the same file, as far as anyone can tell
 * who does not know the folder that each counts from: `x.sh`, `./x.sh` and
 * `/tmp/x.sh` may, `/a/x.sh` and `/b/x.sh` do not. Variables count as they are
 * written; in front of a path they stand for any folder.
 */
export function mayBeSameFile(a: string, b: string): boolean {
  if (a === b) return a !== '';
  if (endDifferently(a, b)) return false;
  const first = readName(a);
  const second = readName(b);
  if (first.isRooted && second.isRooted) return first.path === second.path;
  if (first.path === '' || second.path === '') return false;
  return isEndOf(first, second) || isEndOf(second, first);
}

/** Whether the last parts alone tell that two words name different files. */
function endDifferently(a: string, b: string): boolean {
  const first = a.slice(a.lastIndexOf('/') + 1);
  const second = b.slice(b.lastIndexOf('/') + 1);
  return (
    first !== second &&
    !STANDS_FOR_FOLDER.has(first) &&
    !STANDS_FOR_FOLDER.has(second)
  );
}

/** Last parts behind which the name of a folder is the last one. */
const STANDS_FOR_FOLDER = new Set(['', '.', '..']);

interface FileName {
  /** Without slash in front. */
  readonly path: string;
  readonly isRooted: boolean;
}

function readName(word: string): FileName {
  const isRooted = word.startsWith('/');
  const parts = cleanPath(word).split('/').filter(Boolean);
  const open = parts.findLastIndex(part => /[$`~]/.test(part));
  // `$DIR/x.sh`: nothing is known of the folder.
  if (open >= 0 && open < parts.length - 1) {
    return { path: parts.slice(open + 1).join('/'), isRooted: false };
  }
  return { path: parts.join('/'), isRooted };
}

function isEndOf(part: FileName, whole: FileName): boolean {
  if (part.isRooted) return false;
  return part.path === whole.path || whole.path.endsWith(`/${part.path}`);
}

/** Whether a word with `*` and `?` in it, or a plain one, names the file. */
export function mayNameFile(word: string, file: string): boolean {
  if (!/[*?]/.test(word)) return mayBeSameFile(word, file);
  const slash = word.lastIndexOf('/');
  const folder = word.slice(0, slash + 1);
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/[*?]/.test(folder) || !matches(word.slice(slash + 1), name))
    return false;
  return mayBeSameFile(folder + name, file);
}

/** Matches `*` and `?`; the last `*` alone is tried at several places. */
function matches(pattern: string, name: string): boolean {
  let index = 0;
  let at = 0;
  let star = -1;
  let from = 0;
  while (at < name.length) {
    if (pattern[index] === '*') {
      star = index++;
      from = at;
    } else if (pattern[index] === '?' || pattern[index] === name[at]) {
      index++;
      at++;
    } else if (star >= 0) {
      index = star + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[index] === '*') index++;
  return index === pattern.length;
}
