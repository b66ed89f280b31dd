// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plimsoll/model';
import { RULES } from '../rules/rules.ts';
import { findActions } from './actions.ts';
import { areaScores } from './areaScores.ts';
import { controlScores } from './controlScores.ts';
import { addFingerprints } from './fingerprints.ts';
import { imageScores } from './imageScores.ts';
import { weighEvidence, type AssessInput } from './judge.ts';
import { rulesetOf } from './ruleset.ts';
import { rulesetVersion } from './rulesetVersion.ts';
import { gatesOf } from './standing.ts';

/**
 * Judges the files of one entity, and explains what it says. The answer depends
 * on the input alone: the same input gives the same bytes on every machine.
 *
 * @throws Error - when two rules have the same id
 * @public
 */
export function assess(input: AssessInput): Assessment {
  const evaluation = weighEvidence(input);
  const { repository, infos, results, standing, score, level } = evaluation;
  const { firstScanDue, validUntil } = evaluation;
  const scope = input.evidence?.scope ?? 'files';
  const { collected } = rulesetOf(input.rules ?? RULES);
  return {
    schemaVersion: 1,
    rulesetVersion: rulesetVersion(collected[scope]),
    scope,
    score,
    ...(level && { level }),
    coverage: standing.coverage,
    gates: gatesOf(standing),
    areas: areaScores(standing, scope, infos, results),
    controls: standing.score.status === 'scored' ? controlScores(standing) : [],
    actions: findActions(standing),
    images: imageScores(evaluation),
    results: addFingerprints(repository, results),
    ...(firstScanDue && { firstScanDue: firstScanDue.toISOString() }),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
  };
}
