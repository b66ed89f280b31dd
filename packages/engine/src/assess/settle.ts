// SPDX-License-Identifier: Apache-2.0
import type {
  PlacedFinding,
  RuleInfo,
  RuleResult,
  ScoreArea,
} from '@plimsoll/model';

/** The Dockerfiles, by path, whose images a result is about. */
export type ImagesOf = (result: Result) => readonly string[];

type Result = RuleResult<PlacedFinding>;

/**
 * Decides facts that are seen at several places: of each image the most trusted
 * place that knows decides, and less trusted ones have nothing left to judge.
 * What a more trusted place does not know stays unknown there.
 */
export function settle(
  results: readonly Result[],
  infos: ReadonlyMap<string, RuleInfo>,
  imagesOf: ImagesOf,
): readonly Result[] {
  if (!hasSeveralPlaces(results, infos)) return results;
  const decided = new Map<string, Map<string, RuleInfo>>();
  const deciderOf = (control: string, image: string) =>
    decided.get(control)?.get(image);

  for (const result of results) {
    const info = infos.get(result.rule);
    if (!info || !isKnownFact(info, result)) continue;
    let images = decided.get(info.control);
    if (!images) decided.set(info.control, (images = new Map()));
    for (const image of imagesOf(result)) {
      const decider = images.get(image);
      if (!decider || distrust(info) < distrust(decider)) {
        images.set(image, info);
      }
    }
  }

  return results.map(result => {
    const info = infos.get(result.rule);
    if (!info || !isFact(info, result)) return result;
    const deciders = imagesOf(result).map(image =>
      deciderOf(info.control, image),
    );
    const [first] = deciders;
    const isSettled = deciders.every(
      decider => decider && distrust(decider) < distrust(info),
    );
    return first && isSettled ? settledBy(first.id, result) : result;
  });
}

/** Whether facts are seen at places that are not trusted alike. */
function hasSeveralPlaces(
  results: readonly Result[],
  infos: ReadonlyMap<string, RuleInfo>,
): boolean {
  let first: number | undefined;
  for (const result of results) {
    const info = infos.get(result.rule);
    if (!info || !isFact(info, result)) continue;
    first ??= distrust(info);
    if (distrust(info) !== first) return true;
  }
  return false;
}

/** Controls that are one fact; the rules of others are different facts. */
const ONE_FACT = new Set([
  'non-root',
  'read-only-root',
  'health',
  'supported-base',
  'exec-form',
  'labels',
  'sbom',
  'signing',
  'freshness',
]);

/** What was built, what runs it, what builds it, who starts the build. */
const DISTRUST: Readonly<Record<ScoreArea, number>> = {
  image: 0,
  scan: 0,
  runtime: 1,
  dockerfile: 2,
  dockerignore: 2,
  ci: 3,
  repo: 3,
};

function distrust({ scoreArea }: RuleInfo): number {
  return DISTRUST[scoreArea];
}

function isFact(
  { control, lifecycle }: RuleInfo,
  { role, outcome }: Result,
): boolean {
  return (
    ONE_FACT.has(control) &&
    lifecycle === 'stable' &&
    role !== 'excluded' &&
    (outcome === 'passed' || outcome === 'failed' || outcome === 'unknown')
  );
}

function isKnownFact(info: RuleInfo, result: Result): boolean {
  return isFact(info, result) && result.outcome !== 'unknown';
}

function settledBy(rule: string, result: Result): Result {
  return {
    rule: result.rule,
    path: result.path,
    role: result.role,
    outcome: 'notApplicable',
    reason: `settled-by ${rule}`,
    findings: [],
  };
}
