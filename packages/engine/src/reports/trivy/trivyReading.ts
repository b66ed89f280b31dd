// SPDX-License-Identifier: Apache-2.0
import type {
  ExposedSecret,
  Misconfiguration,
  ScanCoverage,
  ScannerWaiver,
} from '@plimsoll/model';
import { utcInstant } from '../instant.ts';
import type { ReportProblem } from '../reportAdapter.ts';
import type { Draft, ReportDraft } from '../reportDraft.ts';
import {
  type DraftVulnerability,
  readMisconfiguration,
  readSecret,
  readVulnerability,
} from './trivyEntries.ts';
import {
  trivySubject,
  type TrivyReport,
  type TrivyResource,
} from './trivyReport.ts';
import type {
  TrivyMisconfiguration,
  TrivyModified,
  TrivyResult,
  TrivySecret,
  TrivyVulnerability,
} from './trivyShapes.ts';

type Entry =
  | DraftVulnerability
  | Draft<Misconfiguration>
  | Draft<ExposedSecret>;

/**
 * One report. The target of an entry and the resource that it is in become
 * known when they end, so entries wait to be told.
 */
export class TrivyReading {
  private readonly draft: ReportDraft;
  private version: number | undefined;
  private isCluster = false;
  private hasResources = false;
  /** Of the current result, and of the current resource. */
  private ofResult: Entry[] = [];
  private ofResource: Entry[] = [];
  private packages: DraftVulnerability['package'][] = [];

  constructor(draft: ReportDraft) {
    this.draft = draft;
  }

  vulnerability(value: TrivyVulnerability): void {
    this.addVulnerability(value);
  }

  private addVulnerability(
    value: TrivyVulnerability,
    waived?: ScannerWaiver,
  ): void {
    const entry = readVulnerability(value);
    if (!entry) {
      this.draft.omit('not-understood');
      return;
    }
    if (waived) entry.waived = waived;
    this.ofResult.push(entry);
    this.packages.push(entry.package);
    this.draft.cover('vulnerabilities');
    this.draft.addVulnerability(entry);
  }

  misconfiguration(value: TrivyMisconfiguration): void {
    // Reports may list checks that passed.
    if (value.Status === 'PASS') return;
    this.addMisconfiguration(
      value,
      value.Status === 'EXCEPTION' ? { status: 'exception' } : undefined,
    );
  }

  private addMisconfiguration(
    value: TrivyMisconfiguration,
    waived?: ScannerWaiver,
  ): void {
    const entry = readMisconfiguration(value);
    if (!entry) {
      this.draft.omit('not-understood');
      return;
    }
    if (waived) entry.waived = waived;
    this.ofResult.push(entry);
    this.draft.cover('misconfigurations');
    this.draft.addMisconfiguration(entry);
  }

  secret(value: TrivySecret, waived?: ScannerWaiver): void {
    const entry: Draft<ExposedSecret> = readSecret(value);
    if (waived) entry.waived = waived;
    this.ofResult.push(entry);
    this.draft.cover('secrets');
    this.draft.addSecret(entry);
  }

  modified(value: TrivyModified): void {
    const { Type, Status, Statement, Source, Finding } = value;
    const waived: ScannerWaiver = {
      status: Status ?? '',
      ...(Statement && { reason: Statement }),
      ...(Source && { source: Source }),
    };
    if (!Finding) this.draft.omit('not-understood');
    else if (Type === 'vulnerability') this.addVulnerability(Finding, waived);
    else if (Type === 'misconfiguration') {
      this.addMisconfiguration(Finding, waived);
    } else if (Type === 'secret') this.secret(Finding, waived);
    else this.draft.omit(Type === 'license' ? 'licenses' : 'not-understood');
  }

  result({ Target, Class = '' }: TrivyResult): void {
    for (const entry of this.ofResult) {
      if (Target !== undefined) setTarget(entry, Target);
      this.ofResource.push(entry);
    }
    this.ofResult = [];
    const kind = PACKAGE_KINDS.get(Class);
    for (const one of this.packages) if (kind) one.kind = kind;
    this.packages = [];
    for (const what of COVERED.get(Class) ?? []) this.draft.cover(what);
  }

  resource({ Namespace, Kind, Name, Error: error }: TrivyResource): void {
    const workload = [Namespace, Kind, Name].filter(Boolean).join('/');
    for (const entry of this.ofResource) {
      if (workload !== '') entry.workload = workload;
    }
    this.ofResource = [];
    if (error) this.draft.omit('not-scanned');
  }

  report(value: TrivyReport): void {
    const { draft } = this;
    const { SchemaVersion, Trivy, CreatedAt, ClusterName, Resources } = value;
    this.version = SchemaVersion;
    this.isCluster = ClusterName !== undefined;
    this.hasResources = Resources === true;
    draft.scanner = {
      name: 'Trivy',
      ...(Trivy?.Version && { version: Trivy.Version }),
    };
    draft.scannedAt = utcInstant(CreatedAt);
    draft.subject = trivySubject(value);
  }

  finish(): ReportProblem | undefined {
    if (this.isCluster) return this.hasResources ? undefined : NO_RESOURCES;
    if (this.version === SCHEMA_VERSION) return undefined;
    const found = this.version === undefined ? 'absent' : `${this.version}`;
    return {
      code: 'unsupported-version',
      message: `SchemaVersion is ${found}; ${SCHEMA_VERSION} is read, which Trivy writes since 0.20`,
      path: '$.SchemaVersion',
    };
  }
}

function setTarget(entry: Entry, target: string): void {
  entry.target = target;
  if ('place' in entry && entry.place) {
    entry.place = { ...entry.place, path: target };
  }
}

const SCHEMA_VERSION = 2;

const NO_RESOURCES: ReportProblem = {
  code: 'field-missing',
  message:
    'The report on a cluster is a summary; let Trivy write one with --report all',
  path: '$.Resources',
};

const PACKAGE_KINDS = new Map<string, 'os' | 'application'>([
  ['os-pkgs', 'os'],
  ['lang-pkgs', 'application'],
]);

/** What the class of a result shows that was looked at. */
const COVERED = new Map<string, readonly ScanCoverage[]>([
  ['os-pkgs', ['os-packages', 'vulnerabilities']],
  ['lang-pkgs', ['application-packages', 'vulnerabilities']],
  ['config', ['misconfigurations']],
  ['secret', ['secrets']],
  ['license', ['licenses']],
  ['license-file', ['licenses']],
]);
