// SPDX-License-Identifier: Apache-2.0
import type { ShellWord } from './shellScript.ts';

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * The program that a word names, without its folder: `$HOME/bin/tool` is
 * `tool`. Empty when an expansion stands in the last part.
 */
export function programName({ value, isDynamic }: ShellWord): string {
  const name = baseName(value);
  return isDynamic && (name === value || !PLAIN_NAME.test(name)) ? '' : name;
}

/** Nothing that could be part of an expansion. */
const PLAIN_NAME = /^[\w.+-]+$/;
