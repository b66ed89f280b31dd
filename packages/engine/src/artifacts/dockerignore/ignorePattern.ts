// SPDX-License-Identifier: Apache-2.0
import { PathExpression } from './pathExpression.ts';
import { toExpression } from './toExpression.ts';

/**
 * One pattern of a .dockerignore, compiled as moby/patternmatcher does: most
 * are a plain text, a prefix (stars at the end) or a suffix (stars in front).
 */
export class IgnorePattern {
  readonly #matches: (path: string) => boolean;

  private constructor(matches: (path: string) => boolean) {
    this.#matches = matches;
  }

  /** Undefined where moby cannot compile the pattern. */
  static compile(source: string): IgnorePattern | undefined {
    const { kind, expression } = toExpression(source);
    switch (kind) {
      case 'exact':
        return new IgnorePattern(path => path === source);
      case 'prefix':
        return new IgnorePattern(path => path.startsWith(source.slice(0, -2)));
      case 'suffix':
        return new IgnorePattern(path => matchesSuffix(path, source.slice(2)));
      case 'expression': {
        const compiled = PathExpression.compile(expression);
        return compiled && new IgnorePattern(compiled.test);
      }
      default:
        return kind satisfies never;
    }
  }

  /** Whether a cleaned path matches; its parents are not looked at. */
  matches(path: string): boolean {
    return this.#matches(path);
  }
}

function matchesSuffix(path: string, suffix: string): boolean {
  if (path.endsWith(suffix)) return true;
  return suffix.startsWith('/') && path === suffix.slice(1);
}
