// SPDX-License-Identifier: Apache-2.0
import type { RuleInfo } from '@plimsoll/model';
import type {
  ArtifactKind,
  Artifacts,
  Repository,
} from '../artifacts/repository.ts';
import type { Policy } from './policy.ts';
import type { Messages, Verdict, VerdictMaker } from './verdict.ts';

/** What a check may look at besides its artifact. */
export interface Surroundings {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly now: Date;
}

/**
 * A text that shows a rule at work: a Dockerfile, or several files by path. What
 * is JSON among them is a scan report, for a rule about images.
 *
 * @public
 */
export type Example = string | Readonly<Record<string, string>>;

/** What the author of a rule writes. */
export interface RuleDefinition<Kind extends ArtifactKind, M extends Messages>
  extends Omit<RuleInfo, 'area' | 'control'> {
  /** The rule's id when absent. */
  readonly control?: string;
  readonly artifact: Kind;
  /** Texts of findings by id, with `{placeholders}`. */
  readonly messages: M;
  readonly examples: {
    readonly passing: readonly Example[];
    readonly failing: readonly Example[];
    readonly unknown?: readonly Example[];
  };
  /** Pure. Judges one artifact, and reports on no other. */
  check(
    artifact: Artifacts[Kind],
    verdict: VerdictMaker<M>,
    surroundings: Surroundings,
  ): Verdict;
}

/** A rule as the engine runs it. */
export interface RuleOf<Kind extends ArtifactKind> {
  readonly info: RuleInfo;
  readonly artifact: Kind;
  readonly messages: Messages;
  readonly examples: RuleDefinition<Kind, Messages>['examples'];
  check(artifact: Artifacts[Kind], surroundings: Surroundings): Verdict;
}

/**
 * A rule for any kind of artifact.
 *
 * @public
 */
export type Rule = { [Kind in ArtifactKind]: RuleOf<Kind> }[ArtifactKind];
