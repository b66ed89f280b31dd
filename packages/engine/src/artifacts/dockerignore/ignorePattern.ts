// SPDX-License-Identifier: Apache-2.0
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
        return new IgnorePattern(path => path.startsWith(prefix));
      }
      case 'suffix': {
        const suffix = source.slice(2);
        return new IgnorePattern(path => matchesSuffix(path, suffix));
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

function matchesSuffix(path: string, suffix: string): boolean {
  if (path.endsWith(suffix) || path.includes(`${suffix}/`)) return true;
  return suffix.startsWith('/') && isOrIsBelow(path, suffix.slice(1));
}
