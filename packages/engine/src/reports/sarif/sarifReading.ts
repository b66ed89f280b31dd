// SPDX-License-Identifier: Apache-2.0
import type { ScanSubject } from '@plimsoll/model';
import type { ReportProblem } from '../reportAdapter.ts';
import type { ReportDraft } from '../reportDraft.ts';
import { SarifRules } from './sarifRules.ts';
import {
  coverageOfTool,
  kindOfId,
  readRule,
  type ResultKind,
} from './sarifRule.ts';
import {
  toMisconfiguration,
  toSecret,
  toVulnerability,
} from './sarifEntries.ts';
import { isFinding, readResult, type ResultFacts } from './sarifResult.ts';
import type {
  SarifResult,
  SarifRule,
  SarifRun,
  SarifTool,
} from './sarifShapes.ts';
import { earliestEnd, joinSubjects, subjectOfRun } from './sarifSubject.ts';

/** One document. Each run has a tool, which may come before its results or after. */
export class SarifReading {
  private readonly draft: ReportDraft;
  private version: string | undefined;
  private hasRuns = false;
  private rules = new SarifRules();
  private tool: SarifTool | undefined;
  /** Results of the current run whose tool is not known yet. */
  private waiting: ResultFacts[] = [];
  /** A place of the current run that names an image by digest. */
  private place: string | undefined;
  private readonly names = new Set<string>();
  private readonly versions = new Set<string>();
  private readonly subjects: ScanSubject[] = [];
  private readonly ends: string[] = [];

  constructor(draft: ReportDraft) {
    this.draft = draft;
  }

  rule(value: SarifRule): void {
    this.rules.add(readRule(value));
  }

  extensionRule(value: SarifRule): void {
    this.rules.addToExtension(readRule(value));
  }

  extension(): void {
    this.rules.endExtension();
  }

  toolEnded(value: SarifTool): void {
    const { name = '', version, semanticVersion } = value.driver ?? {};
    this.tool = value;
    this.names.add(name);
    this.versions.add(version ?? semanticVersion ?? '');
    const waiting = this.waiting;
    this.waiting = [];
    this.draft.waiting = 0;
    for (const result of waiting) this.add(result);
  }

  result(value: SarifResult): void {
    if (!isFinding(value)) return;
    // Most of the work is done now: waiting results end all at once.
    const facts = readResult(value);
    this.place ??= facts.place?.path;
    if (this.tool) this.add(facts);
    else this.draft.waiting = this.waiting.push(facts);
  }

  private add(facts: ResultFacts): void {
    const { draft } = this;
    const rule = this.rules.of(facts);
    const id = facts.id || rule?.id || '';
    const kind = rule?.kind ?? kindOfId(id) ?? this.kindOfTool();
    if (kind === 'license') {
      draft.omit('licenses');
    } else if (kind === 'secret') {
      draft.cover('secrets');
      draft.addSecret(toSecret(id, facts, rule));
    } else if (kind === 'vulnerability') {
      draft.cover('vulnerabilities');
      draft.addVulnerability(toVulnerability(id, facts, rule));
    } else {
      draft.cover('misconfigurations');
      draft.addMisconfiguration(toMisconfiguration(id, facts, rule));
    }
  }

  private kindOfTool(): ResultKind {
    const coverage = coverageOfTool(this.tool?.driver?.name ?? '');
    return coverage === 'secrets' ? 'secret' : 'misconfiguration';
  }

  run(value: SarifRun): void {
    const { draft } = this;
    // A run without a tool is none that SARIF knows, and still has results.
    if (!this.tool) this.toolEnded({});
    const coverage = coverageOfTool(this.tool?.driver?.name ?? '');
    const failed = value.invocations?.some(
      one => one.executionSuccessful === false,
    );
    // SARIF 2.1.0, 3.14.23: without a list of results, nothing was scanned.
    if (!value.results || failed) draft.omit('not-scanned');
    else if (coverage) draft.cover(coverage);
    const subject = subjectOfRun(value, this.place);
    if (subject) {
      this.subjects.push(subject);
      if (value.results) draft.cover('vulnerabilities');
    }
    const end = earliestEnd(value);
    if (end !== undefined) this.ends.push(end);
    this.tool = undefined;
    this.place = undefined;
    this.rules = new SarifRules();
  }

  log({ version, runs }: { version?: string; runs?: true }): void {
    this.version = version;
    this.hasRuns = runs === true;
  }

  finish(): ReportProblem | undefined {
    const { draft, names, versions } = this;
    if (this.version !== VERSION) return otherVersion(this.version);
    if (!this.hasRuns) return NO_RUNS;
    const [version] = versions;
    draft.scanner = {
      name: [...names].filter(name => name !== '').join(', '),
      ...(versions.size === 1 && version && { version }),
    };
    draft.subject = joinSubjects(this.subjects);
    draft.scannedAt = this.ends.sort()[0];
    return undefined;
  }
}

const VERSION = '2.1.0';

function otherVersion(found = 'absent'): ReportProblem {
  return {
    code: 'unsupported-version',
    message: `The version of SARIF is ${found.slice(
      0,
      20,
    )}; ${VERSION} is read`,
    path: '$.version',
  };
}

const NO_RUNS: ReportProblem = {
  code: 'field-missing',
  message: 'A SARIF document has a list of runs',
  path: '$.runs',
};
