// SPDX-License-Identifier: Apache-2.0
import {
  ignoreState,
  type BuildContext,
} from '../../artifacts/buildContext.ts';
import {
  copiedPaths,
  isTooMuchToCompare,
  type CopiedPath,
} from '../../artifacts/contextPaths.ts';
import type { Dockerignore } from '../../artifacts/dockerignore/parseDockerignore.ts';
import {
  namedExclusions,
  protectedPaths,
  type ProtectedPaths,
} from '../../artifacts/protectedPaths.ts';
import type {
  FindingDraft,
  Messages,
  Place,
  Verdict,
  VerdictMaker,
} from '../verdict.ts';

/** An ignore file that excludes something, and what it should exclude. */
export interface PatternsToJudge {
  readonly path: string;
  readonly dockerignore: Dockerignore;
  readonly toExclude: ProtectedPaths;
  /** Those of some paths that the build copies, among those that count. */
  copied(
    paths: readonly string[],
    counts?: (copied: CopiedPath) => boolean,
  ): readonly CopiedPath[];
  /**
   * Whether one counts that lies further down: not where a line takes its
   * folder back in, unless another was written to exclude it.
   */
  countsNested(copied: CopiedPath): boolean;
}

/**
 * Judges the patterns of a context. One that has none is a matter of
 * dockerignore/present alone.
 */
export function judgePatterns<M extends Messages>(
  context: BuildContext,
  verdict: VerdictMaker<M>,
  findProblems: (patterns: PatternsToJudge) => readonly FindingDraft[],
): Verdict {
  const state = ignoreState(context);
  switch (state.kind) {
    case 'unused':
      return verdict.notApplicable('no-build-context');
    case 'unknown':
      return verdict.unknown(state.reason);
    case 'effective':
      break;
    default:
      return verdict.notApplicable('settled-by dockerignore/present');
  }
  const { path, dockerignore } = state;
  if (isTooMuchToCompare(context, dockerignore)) {
    return verdict.unknown('too-large');
  }
  const isExcludedByName = namedExclusions(dockerignore);
  const open = new Set<string>();
  const findings = findProblems({
    path,
    dockerignore,
    toExclude: protectedPaths(context, dockerignore),
    copied(paths, counts = () => true) {
      const counted = copiedPaths(context, dockerignore, paths).filter(counts);
      for (const { missing } of counted) missing.forEach(one => open.add(one));
      return counted.filter(({ missing }) => missing.length === 0);
    },
    countsNested: one => !one.takenBackBy || isExcludedByName(one.path),
  });
  return verdict.fromFindings(
    findings,
    open.size > 0
      ? verdict.unknown('variable-without-value', [...open].join(', '))
      : verdict.passed(),
  );
}

/**
 * Where copied paths are to be excluded: the line that takes one back in, else
 * the end of the patterns.
 */
export function placeOf(
  { path, dockerignore }: PatternsToJudge,
  copied: readonly CopiedPath[],
): Place {
  const line = copied.find(({ takenBackBy }) => takenBackBy)?.takenBackBy;
  if (line) return { path, ...line.range };
  const end = dockerignore.lines.at(-1)?.range.end ?? 0;
  return { path, start: end, end };
}

/** More do not fit into a sentence. */
const MAX_LISTED = 4;

/** Names paths in a sentence. */
export function listPaths(copied: readonly CopiedPath[]): string {
  const listed = copied.slice(0, MAX_LISTED).map(({ path }) => path);
  const more = copied.length - listed.length;
  return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}
