// SPDX-License-Identifier: Apache-2.0
import type {
  Assessment,
  RuleInfo,
  RuleResult,
  Scope,
  Score,
} from '@plimsoll/model';
import { readRepository } from '../artifacts/repository.ts';
import type { Listing, SourceFile } from '../artifacts/sourceFile.ts';
import type { Policy } from '../rules/policy.ts';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { findActions } from './actions.ts';
import { areaScores, isCollected } from './areaScores.ts';
import { controlScores } from './controlScores.ts';
import { imageScores } from './imageScores.ts';
import { imagesOfResults } from './imagesOfResults.ts';
import { maturityLevel } from './maturityLevel.ts';
import { multiplierOf, ruleLoad } from './ruleLoad.ts';
import { rulesetVersion } from './rulesetVersion.ts';
import { runRules } from './runRules.ts';
import { settle } from './settle.ts';
import { gatesOf, standingOf } from './standing.ts';
import { tallyRules } from './tallyRules.ts';

/**
 * What is known besides the files.
 *
 * @public
 */
export interface Evidence {
  readonly scope: Scope;
}

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
 * Judges the files of one entity. The answer depends on the input alone: the
 * same input gives the same bytes on every machine.
 *
 * @throws Error - when two rules have the same id
 * @public
 */
export function assess({
  files,
  listing,
  evidence = { scope: 'files' },
  policy = {},
  now,
  rules = RULES,
}: AssessInput): Assessment {
  const { scope } = evidence;
  const infos = indexRules(rules);
  const repository = readRepository(files, listing);
  const collected = rules.filter(({ info }) =>
    isCollected(info.scoreArea, scope),
  );
  const run = runRules(collected, { repository, policy, now });
  const imagesOf = imagesOfResults(collected, repository);
  const results = settle(run.results, infos, imagesOf);

  const weigh = (some: readonly RuleResult[]) =>
    tallyRules(some, infos).map(tally =>
      ruleLoad(tally, multiplierOf(tally.info.id, policy.multipliers)),
    );
  const loads = weigh(results);
  const standing = standingOf(loads);
  const images = imageScores(
    repository,
    results,
    imagesOf,
    standing.score,
    some => standingOf(weigh(some)).score,
  );
  const isEmpty = images.length === 0;
  const isScored = standing.score.status === 'scored';
  return {
    schemaVersion: 1,
    rulesetVersion: rulesetVersion(rules),
    scope,
    score: isEmpty ? NOTHING_TO_HARDEN : standing.score,
    ...(!isEmpty && { level: maturityLevel(loads, standing.coverage) }),
    coverage: standing.coverage,
    gates: gatesOf(standing),
    areas: areaScores(standing, scope, infos, results),
    controls: isScored ? controlScores(standing) : [],
    actions: findActions(standing),
    images,
    results,
    ...(run.validUntil && { validUntil: run.validUntil.toISOString() }),
  };
}

const NOTHING_TO_HARDEN: Score = {
  status: 'notScored',
  reason: 'no-container-artefacts',
};

function indexRules(rules: readonly Rule[]): ReadonlyMap<string, RuleInfo> {
  const infos = new Map<string, RuleInfo>();
  for (const { info } of rules) {
    if (infos.has(info.id)) {
      throw new Error(`Two rules have the id "${info.id}"`);
    }
    infos.set(info.id, info);
  }
  return infos;
}
