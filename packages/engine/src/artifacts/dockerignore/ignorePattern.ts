// SPDX-License-Identifier: Apache-2.0
import { toByteString } from '../../text/bytes.ts';
import { PathExpression } from './pathExpression.ts';
import { toExpression } from './toExpression.ts';

/**
 * One pattern of a .dockerignore, compiled as moby/patternmatcher does: most
 * are a plain text, a prefix (stars at the end) or a suffix (stars in front).
 */
export class IgnorePattern {
  /** Whether a cleaned path matches, or a folder above it does. */
  readonly matches: (path: string) => boolean;
  /** How much memory and time it takes, in steps of a program. */
  readonly size: number;

  private constructor(matches: (path: string) => boolean, size = 1) {
    this.matches = matches;
    this.size = size;
  }

  /** Undefined where moby cannot compile the pattern. */
  static compile(source: string): IgnorePattern | undefined {
    const { kind, expression } = toExpression(source);
    switch (kind) {
      case 'exact':
        return new IgnorePattern(path => isOrIsBelow(path, source));
      case 'prefix': {
        const prefix = source.slice(0, -2);
        return new IgnorePattern(comparing(prefix, matchesPrefix));
      }
      case 'suffix': {
        const suffix = source.slice(2);
        return new IgnorePattern(comparing(suffix, matchesSuffix));
      }
      case 'expression': {
        const compiled = PathExpression.compile(expression);
        return compiled && new IgnorePattern(compiled.test, compiled.size);
      }
      default:
        return kind satisfies never;
    }
  }
}

function isOrIsBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** moby compares bytes, and some may be a part of a character only. */
function comparing(
  text: string,
  compare: (path: string, text: string) => boolean,
): (path: string) => boolean {
  if (!ESCAPED_BYTE.test(text)) return path => compare(path, text);
  const bytes = toByteString(text);
  return path => compare(toByteString(path), bytes);
}

const ESCAPED_BYTE = /[\udc80-\udcff]/;

function matchesPrefix(path: string, prefix: string): boolean {
  return path.startsWith(prefix);
}

function matchesSuffix(path: string, suffix: string): boolean {
  if (path.endsWith(suffix) || path.includes(`${suffix}/`)) return true;
  return suffix.startsWith('/') && isOrIsBelow(path, suffix.slice(1));
}
