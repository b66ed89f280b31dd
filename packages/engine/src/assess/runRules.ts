// SPDX-License-Identifier: Apache-2.0
import type { PlacedFinding, RuleResult } from '@plimsoll/model';
import type {
  ArtifactKind,
  Artifacts,
  Subject,
} from '../artifacts/repository.ts';
import type { Rule, RuleOf, Surroundings } from '../rules/rule.ts';
import type { Verdict } from '../rules/verdict.ts';
import { maskSecrets } from '../secrets/maskSecrets.ts';
import { printable } from '../text/printable.ts';
import { FindingWriter } from './findingWriter.ts';

/** What all rules said. */
export interface RunResult {
  /** By rule and path; a result for each subject of each rule. */
  readonly results: readonly RuleResult<PlacedFinding>[];
  /** The first instant at which time alone may change one. */
  readonly validUntil: Date | undefined;
}

/**
 * Lets every rule judge every artifact of its kind.
 *
 * @param rules - by id
 */
export function runRules(
  rules: readonly Rule[],
  surroundings: Surroundings,
): RunResult {
  const { repository, now } = surroundings;
  const writer = new FindingWriter(repository);
  const results: RuleResult<PlacedFinding>[] = [];
  let validUntil: Date | undefined;
  for (const rule of rules) {
    for (const subject of repository.subjects[rule.artifact]) {
      const { result, until } = judge(rule, subject, surroundings, writer);
      results.push(result);
      // What has passed already changes nothing any more.
      if (until && until > now && !(validUntil && validUntil <= until)) {
        validUntil = until;
      }
    }
  }
  return { results, validUntil };
}

interface Judgement {
  readonly result: RuleResult<PlacedFinding>;
  readonly until?: Date | undefined;
}

/** A rule that throws is named and ends nothing. */
function judge(
  rule: Rule,
  subject: Subject,
  surroundings: Surroundings,
  writer: FindingWriter,
): Judgement {
  try {
    const verdict = ask(rule, subject, surroundings);
    const result = toResult(rule, subject, verdict, writer);
    return { result, until: verdict.validUntil };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const outcome = { outcome: 'crashed', reason: 'crashed' } as const;
    return {
      result: {
        ...unjudged(rule, subject),
        ...outcome,
        detail: printable(maskSecrets(message)),
      },
    };
  }
}

function ask(
  rule: Rule,
  { artifact }: Subject,
  surroundings: Surroundings,
): Verdict {
  if (artifact === 'awaiting-first-build') {
    return { outcome: 'notApplicable', reason: artifact };
  }
  if (typeof artifact === 'string') {
    return { outcome: 'unknown', reason: artifact, detail: undefined };
  }
  // A rule and the subjects of its kind: the compiler cannot tie the two.
  return (rule as RuleOf<ArtifactKind>).check(
    artifact as Artifacts[ArtifactKind],
    surroundings,
  );
}

function toResult(
  rule: Rule,
  subject: Subject,
  verdict: Verdict,
  writer: FindingWriter,
): RuleResult<PlacedFinding> {
  const result = unjudged(rule, subject);
  const { outcome } = verdict;
  switch (outcome) {
    case 'passed':
      return { ...result, outcome };
    case 'failed': {
      const findings = writer.write(rule, subject, verdict.findings);
      if (findings.length === 0) throw new Error('It failed without a finding');
      return { ...result, outcome, findings };
    }
    case 'unknown': {
      const { reason, detail } = verdict;
      return detail === undefined
        ? { ...result, outcome, reason }
        : {
            ...result,
            outcome,
            reason,
            detail: printable(maskSecrets(detail)),
          };
    }
    case 'notApplicable':
      return { ...result, outcome, reason: verdict.reason };
    default:
      throw new Error(`There is no outcome "${outcome satisfies never}"`);
  }
}

function unjudged({ info }: Rule, { path, role }: Subject) {
  return { rule: info.id, path, role, findings: [] };
}
