// SPDX-License-Identifier: Apache-2.0
import type {
  Evidence,
  MaturityLevel,
  PlacedFinding,
  RuleInfo,
  RuleResult,
  Score,
} from '@plimsoll/model';
import { readRepository, type Repository } from '../artifacts/repository.ts';
import type { Listing, SourceFile } from '../artifacts/sourceFile.ts';
import type { Policy } from '../rules/policy.ts';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { imagesOfResults } from './imagesOfResults.ts';
import { maturityLevel } from './maturityLevel.ts';
import { multiplierOf, ruleLoad, type RuleLoad } from './ruleLoad.ts';
import { rulesetOf } from './ruleset.ts';
import { runRules } from './runRules.ts';
import { settle, type ImagesOf } from './settle.ts';
import { standingOf, type Standing } from './standing.ts';
import { tallyRules } from './tallyRules.ts';

/**
 * Everything that an assessment depends on.
 *
 * @public
 */
export interface AssessInput {
  readonly files: readonly SourceFile[];
  readonly listing: Listing;
  /** Nothing but the files when absent. */
  readonly evidence?: Evidence | undefined;
  /** Nothing set when absent. */
  readonly policy?: Policy | undefined;
  readonly now: Date;
  /** Those of this version when absent. */
  readonly rules?: readonly Rule[] | undefined;
}

/**
 * What an assessment comes to, without what explains it: for whoever asks about
 * thousands of repositories at once.
 *
 * @public
 */
export interface Judgement {
  readonly score: Score;
  /** Absent where there is nothing to harden. */
  readonly level?: MaturityLevel;
  /** By rule and path. */
  readonly results: readonly RuleResult<PlacedFinding>[];
}

/**
 * Judges the files of one entity: score, level and findings are those of
 * `assess` with the same input.
 *
 * @throws Error - when two rules have the same id
 * @public
 */
export function judge(input: AssessInput): Judgement {
  const { score, level, results } = weighEvidence(input);
  return { score, ...(level && { level }), results };
}

/** What judging leaves for an explanation. */
export interface Evaluation {
  readonly repository: Repository;
  readonly infos: ReadonlyMap<string, RuleInfo>;
  readonly results: readonly RuleResult<PlacedFinding>[];
  readonly imagesOf: ImagesOf;
  readonly standing: Standing;
  readonly score: Score;
  readonly level: MaturityLevel | undefined;
  readonly validUntil: Date | undefined;
  /** Until then nothing is expected of a new repository's image. */
  readonly firstScanDue: Date | undefined;
  /** The standing by some of the results alone. */
  standingBy(some: readonly RuleResult<PlacedFinding>[]): Standing;
}

/** Runs the rules and adds up what they say. */
export function weighEvidence({
  files,
  listing,
  evidence = { scope: 'files' },
  policy = {},
  now,
  rules = RULES,
}: AssessInput): Evaluation {
  const { infos, collected } = rulesetOf(rules);
  const asked = collected[evidence.scope];
  const firstScanDue = dueDate(evidence, now);
  const { firstScanDue: _, ...known } = evidence;
  const repository = readRepository(files, listing, {
    ...known,
    ...(firstScanDue && { firstScanDue: firstScanDue.toISOString() }),
  });
  const run = runRules(asked, { repository, policy, now });
  const imagesOf = imagesOfResults(asked, repository);
  const results = settle(run.results, infos, imagesOf);

  const weigh = (some: readonly RuleResult<PlacedFinding>[]): RuleLoad[] =>
    tallyRules(some, infos).map(tally =>
      ruleLoad(tally, multiplierOf(tally.info.id, policy.multipliers)),
    );
  const loads = weigh(results);
  const standing = standingOf(loads);
  const hasImages = repository.subjects.dockerfileSource.some(
    ({ role }) => role !== 'excluded',
  );
  return {
    repository,
    infos,
    results,
    imagesOf,
    standing,
    score: hasImages ? standing.score : NOTHING_TO_HARDEN,
    level: hasImages ? maturityLevel(loads, standing.coverage) : undefined,
    validUntil: earliest(run.validUntil, firstScanDue),
    firstScanDue,
    standingBy: some => standingOf(weigh(some)),
  };
}

const NOTHING_TO_HARDEN: Score = {
  status: 'notScored',
  reason: 'no-container-artefacts',
};

/** Where it still lies ahead, and nobody has scanned anything. */
function dueDate(
  { scope, scans = [], firstScanDue }: Evidence,
  now: Date,
): Date | undefined {
  if (scope !== 'full' || scans.length > 0) return undefined;
  const due = new Date(firstScanDue ?? NaN);
  return due > now ? due : undefined;
}

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
