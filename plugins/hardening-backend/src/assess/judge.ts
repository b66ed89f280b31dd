// SPDX-License-Identifier: Apache-2.0
import { assess, type AssessInput, type Rule } from '@plimsoll/engine';
import {
  SEVERITIES,
  type Assessment,
  type Finding,
  type RuleResult,
  type Severity,
} from '@plimsoll/model';
import type { KeptScan } from '../database/scanStore';
import { unpackText } from './keptTree';
import { unpackEvidence, type PackedEvidence } from './unpackEvidence';

/** What the thread is asked to judge. */
export interface JudgeRequest extends Pick<AssessInput, 'policy'> {
  /** Each with its text, or with the text as it is kept, or not read. */
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly text?: string | undefined;
    readonly body?: Uint8Array | undefined;
  }[];
  readonly now: Date;
  /** Absent: judged by the files alone. */
  readonly evidence?: PackedEvidence | undefined;
  /** Findings beyond this number are counted and not given. */
  readonly mostFindings: number;
}

/** What is kept of an assessment beside its findings. */
export type KeptAssessment = Omit<Assessment, 'results'> & {
  readonly outcomes: readonly KeptOutcome[];
  /** The reports in force, where there are any. */
  readonly scans?: KeptScans | undefined;
};

/** Scan reports as an assessment tells of them. */
export interface KeptScans {
  readonly count: number;
  /** The newest of them. */
  readonly items: readonly Pick<
    KeptScan,
    'facts' | 'dockerfile' | 'scannedAt' | 'receivedAt'
  >[];
}

/** A rule result with the number of its findings, and their worst severity. */
export type KeptOutcome = Omit<RuleResult, 'findings'> & {
  readonly findings: number;
  readonly severity?: Severity | undefined;
};

/** A finding with what it costs. */
export interface RankedFinding extends Finding {
  readonly rule: string;
  /** The file that was judged; `path` is that of the place. */
  readonly subject: string;
  /** Of its control, in the area in which it counts. */
  readonly pointsLost: number;
}

/** An assessment, taken apart. */
export interface Judgement {
  readonly assessment: KeptAssessment;
  /** The same by the files alone; absent where that is it. */
  readonly byFiles?: KeptAssessment | undefined;
  /** Dearest first. */
  readonly findings: readonly RankedFinding[];
  /** Findings that count, all of them. */
  readonly failed: number;
  /** Rule results that could not be decided. */
  readonly unknown: number;
}

/** Judges the files of one entity, and what else is known of it. */
export function judge(
  { files, mostFindings, evidence, ...input }: JudgeRequest,
  rules: readonly Rule[],
): Judgement {
  const all = {
    ...input,
    files: files.map(({ path, size, text, body }) => ({
      path,
      size,
      text: body ? unpackText(body) : text,
    })),
    listing: 'complete',
    rules,
  } as const;
  const byFiles = evidence && withoutFindings(assess(all));
  const assessed = assess(
    evidence ? { ...all, evidence: unpackEvidence(evidence) } : all,
  );
  const findings = rankFindings(assessed.results, assessed.controls);
  const assessment = withoutFindings(assessed);
  return {
    assessment,
    byFiles,
    findings: findings.slice(0, mostFindings),
    failed: findings.filter(({ scored }) => scored).length,
    unknown: assessment.outcomes.filter(isUnknown).length,
  };
}

function withoutFindings({ results, ...rest }: Assessment): KeptAssessment {
  const outcomes = results.map(({ findings: own, ...result }) => ({
    ...result,
    findings: own.length,
    severity: SEVERITIES.find(severity =>
      own.some(finding => finding.severity === severity),
    ),
  }));
  return { ...rest, outcomes };
}

function rankFindings(
  results: readonly RuleResult[],
  controls: Assessment['controls'],
): RankedFinding[] {
  const lost = new Map<string, number>();
  for (const { rules, pointsLost } of controls) {
    for (const rule of rules) {
      lost.set(rule, Math.max(lost.get(rule) ?? 0, pointsLost));
    }
  }
  return results
    .flatMap(({ rule, path: subject, findings }) =>
      findings.map(finding => ({
        ...finding,
        rule,
        subject,
        pointsLost: finding.scored ? lost.get(rule) ?? 0 : 0,
      })),
    )
    .sort(
      (a, b) =>
        Number(b.scored) - Number(a.scored) ||
        b.pointsLost - a.pointsLost ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
}

function isUnknown({ outcome, role }: KeptOutcome): boolean {
  return (
    role !== 'excluded' && (outcome === 'unknown' || outcome === 'crashed')
  );
}
