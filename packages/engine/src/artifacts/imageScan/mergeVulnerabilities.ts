// SPDX-License-Identifier: Apache-2.0
import type {
  EpssRating,
  Evidence,
  ImportedSeverity,
  PackageKind,
  SeverityRating,
  Vulnerability,
} from '@plimsoll/model';
import { SEVERITIES } from '@plimsoll/model';
import { severityOfScore } from '../../reports/importedSeverity.ts';
import { compareText } from '../../text/order.ts';
import { canonicalIds } from './canonicalIds.ts';
import type { ImageVulnerability } from './imageScan.ts';
import { dateOf, isAbout, type StandingReport } from './reportsInForce.ts';
import { plainId, plainPackage, vulnerabilityKey } from './vulnerabilityKey.ts';

/** What the reports of an image list, and how much of that was left aside. */
export interface MergedVulnerabilities {
  readonly vulnerabilities: readonly ImageVulnerability[];
  readonly leftAside: number;
}

/**
 * Merges what several reports say about the same vulnerability of the same
 * package, whatever they call it and wherever the package lies.
 */
export function mergeVulnerabilities(
  reports: readonly StandingReport[],
  lists: Pick<Evidence, 'knownExploited' | 'epss'>,
): MergedVulnerabilities {
  const listed = reports.map(({ evidence, topics }) => ({
    firstSeen: evidence.firstSeen ?? {},
    entries: evidence.report.vulnerabilities.filter(one =>
      isAbout(topics, one.package.kind),
    ),
  }));
  const idOf = canonicalIds(listed.flatMap(({ entries }) => entries));
  const drafts = new Map<string, Draft>();
  const aside = new Set<string>();
  for (const { firstSeen, entries } of listed) {
    for (const entry of entries) {
      const id = idOf(entry.id);
      const key = `${id} ${plainPackage(entry.package.name)}`;
      if (entry.waived || entry.status === 'not-affected') {
        aside.add(key);
        continue;
      }
      let draft = drafts.get(key);
      if (!draft) drafts.set(key, (draft = new Draft(id, entry)));
      draft.add(entry, firstSeen);
    }
  }
  const exploited = new Set(lists.knownExploited?.ids.map(plainId));
  const vulnerabilities = [...drafts.values()]
    .map(draft => draft.finish(lists, exploited))
    .sort(
      (a, b) => compareText(a.package, b.package) || compareText(a.id, b.id),
    );
  for (const key of drafts.keys()) aside.delete(key);
  return { vulnerabilities, leftAside: aside.size };
}

/** What grows with each report that lists it. */
class Draft {
  readonly #id: string;
  readonly #package: string;
  readonly #names = new Set<string>();
  readonly #versions = new Set<string>();
  readonly #fixedVersions = new Set<string>();
  #kind: PackageKind = 'unknown';
  #isFixable = false;
  #rank = 0;
  #severity: ImportedSeverity = 'unknown';
  #score: number | undefined;
  #firstSeen: string | undefined;
  #fixAvailableOn: string | undefined;
  #isExploited: boolean | undefined;
  #epss: Pick<EpssRating, 'probability' | 'percentile'> | undefined;

  constructor(id: string, { package: { name } }: Vulnerability) {
    this.#id = id;
    this.#package = name;
    this.#names.add(id);
  }

  add(entry: Vulnerability, firstSeen: Readonly<Record<string, string>>): void {
    const { name, version, kind } = entry.package;
    for (const one of [entry.id, ...entry.aliases].map(plainId)) {
      this.#names.add(one);
      const key = vulnerabilityKey(one, name);
      const day = Object.hasOwn(firstSeen, key) ? firstSeen[key] : undefined;
      this.#firstSeen = earlier(this.#firstSeen, day);
    }
    if (version !== '') this.#versions.add(version);
    if (this.#kind === 'unknown') this.#kind = kind;
    const isFixable =
      entry.fix === 'fixed' ||
      (entry.fix === 'unknown' && entry.fixedVersions.length > 0);
    if (isFixable) {
      this.#isFixable = true;
      for (const fixed of entry.fixedVersions) this.#fixedVersions.add(fixed);
      this.#fixAvailableOn = earlier(
        this.#fixAvailableOn,
        entry.fixAvailableOn,
      );
    }
    this.#rate(entry.severity);
    for (const { score } of entry.cvss) {
      if (score !== undefined) this.#score = Math.max(this.#score ?? 0, score);
    }
    // One that knows it is enough; one that denies it is an answer.
    this.#isExploited ||= entry.knownExploited ?? this.#isExploited;
    this.#epss = likelier(this.#epss, entry.epss);
  }

  #rate(rating: SeverityRating): void {
    const rank = trustIn(rating);
    if (rank < this.#rank || rank === 0) return;
    const { level } = rating;
    if (rank > this.#rank || isWorse(level, this.#severity)) {
      this.#severity = level;
    }
    this.#rank = rank;
  }

  finish(
    { knownExploited, epss }: Pick<Evidence, 'knownExploited' | 'epss'>,
    exploited: ReadonlySet<string>,
  ): ImageVulnerability {
    const names = [...this.#names];
    const isListed = names.some(name => exploited.has(name));
    let likeliest = this.#epss;
    // What the report says of its day stands before a list.
    if (!likeliest && epss) {
      for (const name of names) {
        const rating = Object.hasOwn(epss.ratings, name)
          ? epss.ratings[name]
          : undefined;
        likeliest = likelier(likeliest, rating);
      }
    }
    return {
      id: this.#id,
      aliases: names.filter(name => name !== this.#id).sort(compareText),
      package: this.#package,
      kind: this.#kind,
      versions: [...this.#versions].sort(compareText),
      fixedVersions: [...this.#fixedVersions].sort(compareText),
      isFixable: this.#isFixable,
      severity: this.#severityOrBand(),
      openSince: this.#openSince(),
      isExploited:
        isListed || (this.#isExploited ?? (knownExploited ? false : undefined)),
      epss: likeliest,
      isEpssKnown: likeliest !== undefined || epss !== undefined,
    };
  }

  #severityOrBand(): ImportedSeverity {
    return this.#severity === 'unknown'
      ? severityOfScore(this.#score) ?? 'unknown'
      : this.#severity;
  }

  #openSince(): Date | undefined {
    const seen = dateOf(this.#firstSeen);
    const fixed = dateOf(this.#fixAvailableOn);
    return seen && fixed && fixed > seen ? fixed : seen;
  }
}

/** Whoever ships a package knows best; 0 for a word that nobody understands. */
function trustIn({ level, source = '' }: SeverityRating): number {
  if (level === 'unknown') return 0;
  if (source === '') return 1;
  return /^nvd\b/i.test(source) ? 2 : 3;
}

function isWorse(a: ImportedSeverity, b: ImportedSeverity): boolean {
  if (a === 'unknown' || b === 'unknown') return b === 'unknown';
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
}

/** Of two days of the same form. */
function earlier(a: string | undefined, b: string | undefined) {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

type Rating = Pick<EpssRating, 'probability' | 'percentile'>;

function likelier(
  a: Rating | undefined,
  b: Rating | undefined,
): Rating | undefined {
  return !a || (b && b.probability > a.probability) ? b : a;
}
