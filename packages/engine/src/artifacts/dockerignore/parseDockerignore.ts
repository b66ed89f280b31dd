// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  BYTE_ORDER_MARK,
  HASH,
  skipSpace,
  trimSpace,
  trimSpaceEnd,
} from '../../text/characters.ts';
import { byteLength } from '../../text/bytes.ts';
import { MAX_LINE_BYTES } from '../../text/lines.ts';
import { cleanPath } from '../../text/paths.ts';
import { isAcceptedGlob } from './globSyntax.ts';
import { IgnorePattern } from './ignorePattern.ts';

/** One pattern of the file, as Docker reads it. */
export interface IgnoreLine {
  /** Cleaned; starts with `!` when it takes files back in. */
  readonly pattern: string;
  /** From 1. */
  readonly line: number;
  readonly range: TextRange;
}

/** What becomes of a path, and the line that decided. */
export interface IgnoreDecision {
  readonly excluded: boolean;
  /** The last line that changed the answer; absent when none matched. */
  readonly decidedBy?: IgnoreLine | undefined;
}

/**
 * A .dockerignore file.
 *
 * @public
 */
export interface Dockerignore {
  /** The patterns in the order of the file. */
  readonly lines: readonly IgnoreLine[];
  /** Their texts. */
  readonly patterns: readonly string[];
  /** Why Docker refuses the file; then it excludes nothing. */
  readonly error: string | null;
  /** The line that the error is about. */
  readonly errorLine?: number | undefined;
  /**
   * Whether the path stays out of the build context.
   *
   * @param path - relative to the context, with slashes
   */
  excludes(path: string): boolean;
  /** Like {@link Dockerignore.excludes}, and which line decided. */
  decide(path: string): IgnoreDecision;
}

/**
 * Reads a .dockerignore file with the semantics of moby/patternmatcher: a
 * pattern is anchored at the context, the last matching line wins, and a path
 * goes with its parent folders.
 *
 * Never throws. A path costs time linear in its length times the patterns'.
 *
 * @public
 */
export function parseDockerignore(text: string): Dockerignore {
  const { lines, tooLong } = readLines(text);
  if (tooLong !== undefined) {
    return refused([], 'bufio.Scanner: token too long', tooLong);
  }
  const entries = lines.map(readEntry);
  const refusal = entries.find(entry => entry.error !== undefined);
  if (refusal?.error !== undefined) {
    return refused(lines, refusal.error, refusal.line.line);
  }
  const rules: IgnoreRule[] = [];
  // Docker skips exceptions while nothing is excluded, and other patterns once
  // everything is: a broken one that is always skipped does no harm.
  let excluded: 'nothing' | 'something' | 'everything' = 'nothing';
  let size = 0;
  for (const { line, isException, source } of entries) {
    const pattern = IgnorePattern.compile(source);
    const skippedWhen = isException ? 'nothing' : 'everything';
    if (!pattern) {
      if (excluded === skippedWhen) continue;
      return refused(lines, BAD_PATTERN, line.line);
    }
    rules.push({ line, isException, pattern });
    size += pattern.size;
    if (size > MAX_SIZE) return refused(lines, TOO_LARGE, line.line);
    if (isException)
      excluded = excluded === 'nothing' ? 'nothing' : 'something';
    else if (matchesEverything(pattern)) excluded = 'everything';
    else if (excluded === 'nothing') excluded = 'something';
  }
  const decide = (path: string) => decidePath(rules, path);
  return {
    lines,
    patterns: lines.map(line => line.pattern),
    error: null,
    excludes: path => decide(path).excluded,
    decide,
  };
}

function refused(
  lines: readonly IgnoreLine[],
  error: string,
  errorLine: number,
): Dockerignore {
  return {
    lines,
    patterns: lines.map(line => line.pattern),
    error,
    errorLine,
    excludes: () => false,
    decide: () => ({ excluded: false }),
  };
}

function readLines(text: string): {
  readonly lines: IgnoreLine[];
  readonly tooLong?: number;
} {
  const lines: IgnoreLine[] = [];
  let number = 0;
  let start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (start < text.length) {
    number++;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (byteLength(text, start, end) > MAX_LINE_BYTES) {
      return { lines, tooLong: number };
    }
    const line = readLine(text, start, end, number);
    if (line) lines.push(line);
    start = end + 1;
  }
  return { lines };
}

function readLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  line: number,
): IgnoreLine | undefined {
  if (text.charCodeAt(lineStart) === HASH) return undefined;
  const start = skipSpace(text, lineStart, lineEnd);
  const end = trimSpaceEnd(text, start, lineEnd);
  if (start === end) return undefined;
  const isException = text[start] === '!';
  const from = isException ? skipSpace(text, start + 1, end) : start;
  let pattern = from < end ? cleanPath(text.slice(from, end)) : '';
  if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
  return {
    pattern: isException ? `!${pattern}` : pattern,
    line,
    range: { start, end },
  };
}

interface IgnoreEntry {
  readonly line: IgnoreLine;
  readonly isException: boolean;
  /** The pattern without its `!`. */
  readonly source: string;
  readonly error?: string | undefined;
}

/** Docker checks the syntax of all patterns before it compiles the first. */
function readEntry(line: IgnoreLine): IgnoreEntry {
  const cleaned = cleanPath(trimSpace(line.pattern));
  const isException = cleaned.startsWith('!');
  const source = isException ? cleaned.slice(1) : cleaned;
  let error: string | undefined;
  if (cleaned === '!') error = 'illegal exclusion pattern: "!"';
  else if (!isAcceptedGlob(source)) error = BAD_PATTERN;
  return { line, isException, source, error };
}

interface IgnoreRule {
  readonly line: IgnoreLine;
  readonly isException: boolean;
  readonly pattern: IgnorePattern;
}

/** Told by names that have nothing in common. */
function matchesEverything(pattern: IgnorePattern): boolean {
  return ['a', '.a', 'é b', '[', '0.md'].every(path => pattern.matches(path));
}

/** All patterns of a file together, in steps; a limit of ours. */
const MAX_SIZE = 500_000;
const TOO_LARGE = `patterns with more than ${MAX_SIZE} steps`;
const BAD_PATTERN = 'syntax error in pattern';

function decidePath(
  rules: readonly IgnoreRule[],
  path: string,
): IgnoreDecision {
  const cleaned = cleanPath(path);
  // Docker never leaves out the context itself.
  if (cleaned === '.') return { excluded: false };
  let decision: IgnoreDecision = { excluded: false };
  for (const { line, isException, pattern } of rules) {
    if (isException !== decision.excluded) continue;
    if (pattern.matches(cleaned)) {
      decision = { excluded: !isException, decidedBy: line };
    }
  }
  return decision;
}
