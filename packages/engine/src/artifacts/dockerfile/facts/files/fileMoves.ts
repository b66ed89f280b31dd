// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import { readCommandLine } from '../scripts/commandLine.ts';
import type { RunCall } from '../scripts/runCalls.ts';

/** What a call of `cp`, `mv` or `rm` does with one path. */
export interface FileMove {
  readonly kind: 'copy' | 'move' | 'remove';
  /** Absolute; may hold `*`. */
  readonly source: string;
  /** Absolute; undefined for a removal. */
  readonly target: string | undefined;
}

/**
 * The paths that a call copies, moves or removes; those that are known.
 *
 * @param what - folders are copied and removed with an option only
 */
export function fileMoves(
  run: RunCall,
  what: 'folders' | 'files' = 'folders',
): FileMove[] {
  const kind = KINDS.get(run.program);
  if (!kind) return [];
  const { args, folder } = run;
  if (folder === undefined) return [];
  const { operands, options } = readCommandLine(args, VALUE_OPTIONS);
  const isRecursive = options.some(({ name }) => RECURSIVE.test(name));
  const needsOption = what === 'folders' && kind !== 'move';
  if (needsOption && !isRecursive) return [];
  const absolute = ({ value, isDynamic }: ShellWord) =>
    isDynamic ? undefined : joinPaths(folder, value);
  if (kind === 'remove') {
    return operands.flatMap(word => {
      const source = absolute(word);
      return source === undefined ? [] : [{ kind, source, target: undefined }];
    });
  }
  const last = operands.at(-1);
  const target = last && absolute(last);
  if (target === undefined || operands.length < 2) return [];
  return operands.slice(0, -1).flatMap(word => {
    const source = absolute(word);
    if (source === undefined) return [];
    // Into a folder that exists; `cp -r a/. b` puts the content of `a` there.
    const isInto =
      operands.length > 2 || /\/$|(?:^|\/)\.{1,2}$/.test(last!.value);
    const name = source.slice(source.lastIndexOf('/') + 1);
    const isContent = /(?:^|\/)\.$/.test(word.value);
    const to = isInto && !isContent ? joinPaths(target, name) : target;
    return [{ kind, source, target: to }];
  });
}

const KINDS: ReadonlyMap<string, FileMove['kind']> = new Map([
  ['cp', 'copy'],
  ['mv', 'move'],
  ['rm', 'remove'],
]);
const RECURSIVE = /^(?:-[rRa]|--recursive|--archive)$/;
const VALUE_OPTIONS = new Set(['-t', '--target-directory', '-S']);

/**
 * Where a path goes when `source` with all below it goes to `target`; undefined
 * when it stays. `*` in the source stands for any text within a name.
 */
export function movedPath(
  path: string,
  source: string,
  target: string,
): string | undefined {
  if (!source.includes('*')) {
    if (path === source) return target;
    const prefix = source === '/' ? '/' : `${source}/`;
    return path.startsWith(prefix)
      ? joinPaths(target, path.slice(prefix.length))
      : undefined;
  }
  const parts = path.split('/');
  const patterns = source.split('/');
  if (parts.length < patterns.length) return undefined;
  if (!patterns.every((one, index) => matchesName(parts[index]!, one))) {
    return undefined;
  }
  // What a pattern names is copied by its own name.
  return joinPaths(target, parts.slice(patterns.length - 1).join('/'));
}

/**
 * Whether a pattern fits a name, by what stands before its first and behind its
 * last `*`.
 */
export function matchesName(name: string, pattern: string): boolean {
  const first = pattern.indexOf('*');
  if (first < 0) return name === pattern;
  const last = pattern.lastIndexOf('*');
  return (
    name.length >= pattern.length - (last - first + 1) &&
    name.startsWith(pattern.slice(0, first)) &&
    name.endsWith(pattern.slice(last + 1))
  );
}
