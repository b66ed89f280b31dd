// SPDX-License-Identifier: Apache-2.0
import type {
  ActionId,
  NotApplicableReason,
  Severity,
  TextRange,
  UnknownReason,
} from '@plimsoll/model';

/** A range of a file; of the judged one where no path is given. */
export interface Place extends TextRange {
  readonly path?: string;
}

/** A finding before it has its text and position. */
export interface FindingDraft {
  readonly messageId: string;
  readonly at: Place;
  readonly data: Readonly<Record<string, string>>;
  /** That of the rule when absent. */
  readonly severity: Severity | undefined;
  readonly extras?: FindingExtras | undefined;
}

/** What few findings have. */
export interface FindingExtras {
  /** How many vulnerabilities, or things like them, it is; 1 when absent. */
  readonly count?: number;
  /** The edit that settles it, where that of its rule does not. */
  readonly action?: ActionId | undefined;
  /** Among those at the same place, the lowest comes first; 0 when absent. */
  readonly rank?: number;
}

/** What a rule says about one artifact. */
export type Verdict = (
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly findings: readonly FindingDraft[] }
  | {
      readonly outcome: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string | undefined;
    }
  | { readonly outcome: 'notApplicable'; readonly reason: NotApplicableReason }
) & {
  /** When time alone may change the verdict. */
  readonly validUntil?: Date;
};

/** The placeholders of a message: of `{a} or {b}` these are `a` and `b`. */
type Placeholders<Text extends string> =
  Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholders<Rest>
    : never;

type DataOf<Text extends string> = Readonly<Record<Placeholders<Text>, string>>;

/** The texts of a rule's findings, by id. */
export type Messages = Readonly<Record<string, string>>;

/** Makes verdicts; the ids and data of findings are checked by the compiler. */
export interface VerdictMaker<M extends Messages> {
  passed(): Verdict;
  /** One finding and no other. */
  failed<Id extends keyof M & string>(
    messageId: Id,
    at: Place,
    data: DataOf<M[Id]>,
    severity?: Severity,
  ): Verdict;
  unknown(reason: UnknownReason, detail?: string): Verdict;
  notApplicable(reason?: NotApplicableReason): Verdict;
  finding<Id extends keyof M & string>(
    messageId: Id,
    at: Place,
    data: DataOf<M[Id]>,
    severity?: Severity,
    extras?: FindingExtras,
  ): FindingDraft;
  /** Failed with findings; without any, passed or what is given instead. */
  fromFindings(findings: readonly FindingDraft[], otherwise?: Verdict): Verdict;
  /** The verdict, which time alone may change at the instant. */
  until(verdict: Verdict, instant: Date): Verdict;
}

const PASSED: Verdict = { outcome: 'passed' };

/** Knows nothing of any rule: the compiler does. */
export const verdictMaker: VerdictMaker<Messages> = {
  passed: () => PASSED,
  failed(messageId, at, data, severity) {
    const finding = this.finding(messageId, at, data, severity);
    return { outcome: 'failed', findings: [finding] };
  },
  unknown: (reason, detail) => ({ outcome: 'unknown', reason, detail }),
  notApplicable: (reason = 'no-subject') => ({
    outcome: 'notApplicable',
    reason,
  }),
  finding: (messageId, at, data, severity, extras) => ({
    messageId,
    at,
    data,
    severity,
    extras,
  }),
  fromFindings: (findings, otherwise = PASSED) =>
    findings.length > 0 ? { outcome: 'failed', findings } : otherwise,
  until: (verdict, instant) => ({ ...verdict, validUntil: instant }),
};
