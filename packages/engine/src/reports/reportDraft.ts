// SPDX-License-Identifier: Apache-2.0
import type {
  ExposedSecret,
  Malware,
  Misconfiguration,
  ScanCoverage,
  Scanner,
  ScanOmissionKind,
  ScanReport,
  ScanSubject,
  Vulnerability,
} from '@plimsoll/model';
import { compareText } from '../text/order.ts';

/** Lets an adapter set a field after it has added what the field is of. */
export type Draft<Entry> = { -readonly [Field in keyof Entry]: Entry[Field] };

/** A scan report that grows while it is read. */
export class ReportDraft {
  scanner: Scanner = { name: '' };
  scannedAt: string | undefined;
  subject: ScanSubject = UNKNOWN_SUBJECT;
  /** Entries that the adapter has read and not added yet. */
  waiting = 0;

  private readonly vulnerabilities: Vulnerability[] = [];
  private readonly misconfigurations: Misconfiguration[] = [];
  private readonly secrets: ExposedSecret[] = [];
  private readonly covers = new Set<ScanCoverage>();
  private readonly omissions = new Map<ScanOmissionKind, number>();
  private findings = 0;
  private readonly mostFindings: number;

  constructor(mostFindings: number) {
    this.mostFindings = mostFindings;
  }

  /** Whether it holds more than it should. */
  get isOverfull(): boolean {
    return this.findings + this.waiting > this.mostFindings;
  }

  /** Counts an entry; undefined when there is no room for it any more. */
  private hasRoom(): boolean {
    this.findings++;
    return !this.isOverfull;
  }

  addVulnerability(entry: Vulnerability): void {
    if (this.hasRoom()) this.vulnerabilities.push(entry);
  }

  addMisconfiguration(entry: Misconfiguration): void {
    if (this.hasRoom()) this.misconfigurations.push(entry);
  }

  addSecret(entry: ExposedSecret): void {
    if (this.hasRoom()) this.secrets.push(entry);
  }

  cover(what: ScanCoverage): void {
    this.covers.add(what);
  }

  omit(kind: ScanOmissionKind): void {
    this.omissions.set(kind, (this.omissions.get(kind) ?? 0) + 1);
  }

  /** The report, as the adapter of an id has read it. */
  finish(format: string): ScanReport {
    const { scanner, subject, scannedAt } = this;
    return {
      kind: 'scanReport',
      format,
      scanner,
      ...(scannedAt !== undefined && { scannedAt }),
      subject,
      covers: [...this.covers].sort(compareText),
      vulnerabilities: this.vulnerabilities.filter(one => !isMalware(one)),
      misconfigurations: this.misconfigurations,
      secrets: this.secrets,
      malware: this.vulnerabilities.filter(isMalware).map(malwareOf),
      omissions: [...this.omissions]
        .map(([kind, count]) => ({ kind, count }))
        .sort((a, b) => compareText(a.kind, b.kind)),
    };
  }
}

export const UNKNOWN_SUBJECT: ScanSubject = {
  kind: 'unknown',
  name: '',
  digests: [],
  references: [],
};

/** The OpenSSF lists malicious packages under ids of their own. */
function isMalware({ id }: Vulnerability): boolean {
  return id.startsWith('MAL-');
}

function malwareOf(entry: Vulnerability): Malware {
  const { id, severity, title, url, target, workload, waived } = entry;
  return {
    id,
    package: entry.package,
    severity,
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(target !== undefined && { target }),
    ...(workload !== undefined && { workload }),
    ...(waived !== undefined && { waived }),
  };
}
