// SPDX-License-Identifier: Apache-2.0

// Generated from openapi.yaml by `npm run generate`; do not edit.

// prettier-ignore
export interface paths {
    readonly "/entities/{kind}/{namespace}/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** What a card shows of one entity. */
        readonly get: operations["getEntitySummary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/assessment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** How the score comes about, without the findings. */
        readonly get: operations["getAssessment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /**
         * Findings, dearest first.
         * All filters together; a filter with several values takes each.
         */
        readonly get: operations["listFindings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/findings/{fingerprint}/excerpt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
                readonly fingerprint: string;
            };
            readonly cookie?: never;
        };
        /**
         * The lines of a finding, secrets masked.
         * Takes hardening.source.read besides. No other answer holds source.
         */
        readonly get: operations["getExcerpt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** The score by day, oldest first. */
        readonly get: operations["getHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** What moved the score, newest first. */
        readonly get: operations["listChanges"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read the repository of an entity again, soon.
         * Takes hardening.refresh instead of hardening.assessment.read. Asking twice is asking once.
         */
        readonly post: operations["refreshEntity"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{kind}/{namespace}/{name}/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** Scan reports that were sent, the last one first. */
        readonly get: operations["listReports"];
        readonly put?: never;
        /**
         * Send what a scanner wrote about an image of an entity.
         * For services only, whose subject hardening.uploads.subjects maps to the entity; takes hardening.report.upload besides. Of the reports of one image by one scanner the newest is in force, in whatever order they come. A report that is not taken changes nothing.
         */
        readonly post: operations["uploadReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/scorecards": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Entities with their scores, as far as the caller may see them.
         * All filters together; a filter with several values takes each. By score: entities that have one. By the time of the assessment: those that had one. So many entities are looked at and no more: a page may hold fewer than were asked for, even none, and still name a next one.
         */
        readonly get: operations["listScorecards"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/scorecards/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The same list as a whole, for spreadsheets.
         * Written as it is read. When that fails half-way, so does the response: it never ends as if it were whole.
         */
        readonly get: operations["exportScorecards"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/scorecards/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How the entities of a group stand, and stood.
         * Of the organisation, or of one owner, system, domain, type or lifecycle: one at a time, by which counts are kept.
         */
        readonly get: operations["getScorecardOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/scorecards/rollup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Grades by group, of the entities that the caller may see. */
        readonly get: operations["getRollup"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All rules, by id. */
        readonly get: operations["listRules"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rules/{area}/{rule}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly area: string;
                readonly rule: string;
            };
            readonly cookie?: never;
        };
        /** One rule, also by an id that it once had. */
        readonly get: operations["getRule"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The score that files would have; nothing is kept. */
        readonly post: operations["preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}

// prettier-ignore
export type webhooks = Record<string, never>;

// prettier-ignore
export interface components {
    schemas: {
        readonly ErrorBody: {
            readonly error: {
                readonly name: string;
                readonly message: string;
                /** Of a scan report that is not taken. */
                readonly code?: string;
                /** Bytes before the place, from the start of the document. */
                readonly offset?: number;
                /** JSON path of the place. */
                readonly path?: string;
            };
            readonly request: {
                readonly method: string;
                readonly url: string;
            };
            readonly response: {
                readonly statusCode: number;
            };
        };
        /** @enum {string} */
        readonly Severity: "critical" | "high" | "medium" | "low" | "info";
        /** @enum {string} */
        readonly Confidence: "high" | "medium" | "low";
        /** @enum {string} */
        readonly Grade: "A" | "B" | "C" | "D" | "E" | "F";
        /** @enum {string} */
        readonly Level: "beginner" | "proficient" | "expert";
        /** @enum {string} */
        readonly Effort: "auto" | "assisted" | "manual";
        /** @enum {string} */
        readonly ScoreArea: "dockerfile" | "dockerignore" | "runtime" | "scan" | "image" | "ci" | "repo";
        /** @enum {string} */
        readonly Outcome: "passed" | "failed" | "unknown" | "notApplicable" | "crashed";
        /**
         * Whether a file counts fully, a quarter, or not at all.
         * @enum {string}
         */
        readonly Role: "production" | "development" | "excluded";
        /**
         * pending until the first assessment; then what the score says.
         * @enum {string}
         */
        readonly State: "pending" | "scored" | "notScored";
        readonly Score: {
            /** @constant */
            readonly status: "scored";
            /** After the gates; whole. */
            readonly points: number;
            /** Before gates and rounding. */
            readonly raw: number;
            readonly grade: components["schemas"]["Grade"];
        } | {
            /** @constant */
            readonly status: "notScored";
            readonly reason: string;
        };
        /** A broken promise of a grade. */
        readonly Gate: {
            /** The grade whose promise is broken. */
            readonly grade: components["schemas"]["Grade"];
            /** The most points that are left. */
            readonly atMost: number;
            readonly promise: string;
            /** For a person: "2 open high findings". */
            readonly message: string;
            /** Their passing mends it; empty when it is about coverage. */
            readonly rules: readonly string[];
            /** Whether the score would be higher without it. */
            readonly binding: boolean;
        };
        /** The lines below those of areas or controls, all with one decimal, so that the column adds up as printed. */
        readonly PrintedPoints: {
            /** What rounding the score down lost. */
            readonly rounding: components["schemas"]["Tenths"];
            /** What the gates lost. */
            readonly gate: components["schemas"]["Tenths"];
            /** 100 minus the points, which is the sum of all lines. */
            readonly total: components["schemas"]["Tenths"];
        };
        readonly Tenths: string;
        readonly AreaScore: {
            readonly area: components["schemas"]["ScoreArea"];
            /** Part of the whole, 0 to 1; 0 where it does not apply. */
            readonly share: number;
            /** Why it does not apply; then what follows says nothing. */
            readonly reason?: string;
            /** The reason for a person. */
            readonly sentence?: string;
            /** In thousandths. */
            readonly load: number;
            /** 0 to 100, of this area alone. */
            readonly raw: number;
            /** Part of the load about which something is known, 0 to 1. */
            readonly coverage: number;
            /** Points lost, the sum of its controls as printed. */
            readonly printed: components["schemas"]["Tenths"];
        };
        /** A control that costs points. */
        readonly ControlScore: {
            readonly control: string;
            readonly area: components["schemas"]["ScoreArea"];
            /** @enum {string} */
            readonly outcome: "failed" | "unknown";
            readonly severity: components["schemas"]["Severity"];
            /** In thousandths of its area. */
            readonly load: number;
            /** Its part of 100 minus raw. */
            readonly pointsLost: number;
            /** Points lost, rounded so that the column adds up. */
            readonly printed: components["schemas"]["Tenths"];
            /** Those that failed or are unknown, heaviest first. */
            readonly rules: readonly string[];
        };
        /** What one edit or one decision settles. */
        readonly Action: {
            readonly id: string;
            readonly title: string;
            readonly rules: readonly string[];
            readonly effort: components["schemas"]["Effort"];
            /** Points more, once all its rules pass. */
            readonly gain: number;
            /** The same before gates and rounding. */
            readonly rawGain: number;
            /** The grade that is then reached, when it is a better one. */
            readonly grade?: components["schemas"]["Grade"];
            /** Whether a gate keeps the score until something else is done. */
            readonly afterGate: boolean;
        };
        /** The same formula over one image alone. */
        readonly ImageScore: {
            /** Of its Dockerfile. */
            readonly path: string;
            readonly score: components["schemas"]["Score"];
        };
        /** The repository could not be read; what is shown, if anything, is from before. */
        readonly Stale: {
            /** Format: date-time */
            readonly since: string;
            /** A sentence. */
            readonly reason: string;
            /**
             * Format: date-time
             * Absent when it is not tried again until someone asks.
             */
            readonly nextTryAt?: string;
        };
        readonly EntitySummary: {
            readonly entityRef: string;
            readonly state: components["schemas"]["State"];
            /** Whether it is being read, or will be within moments. */
            readonly refreshing: boolean;
            readonly score?: components["schemas"]["Score"];
            /** A sentence. */
            readonly notScoredReason?: string;
            readonly level?: components["schemas"]["Level"];
            readonly coverage?: number;
            /** Those that apply, in a fixed order. */
            readonly areas?: readonly components["schemas"]["AreaScore"][];
            readonly printed?: components["schemas"]["PrintedPoints"];
            /** Lowest grade first. */
            readonly gates?: readonly components["schemas"]["Gate"][];
            /** The first three, most worth doing first. */
            readonly actions?: readonly components["schemas"]["Action"][];
            /** How many there are. */
            readonly images?: number;
            readonly lowestImage?: components["schemas"]["ImageScore"];
            /** Findings that count. */
            readonly failed?: number;
            /** Rule results that could not be decided. */
            readonly unknown?: number;
            readonly revision?: string;
            /**
             * Format: date-time
             * When the score came about; unchanged files keep it.
             */
            readonly assessedAt?: string;
            /**
             * Format: date-time
             * When the repository was read last, changed or not.
             */
            readonly readAt?: string;
            readonly rulesetVersion?: string;
            /** Format: date-time */
            readonly validUntil?: string;
            readonly stale?: components["schemas"]["Stale"];
            /** The last 30 days. */
            readonly trend?: components["schemas"]["History"];
            readonly scans?: components["schemas"]["Scans"];
            /**
             * Format: date-time
             * Until then a new repository is judged without a scan.
             */
            readonly firstScanDue?: string;
        };
        /** Days on which the score changed, oldest first. The first point may be older than what was asked for: it held when that began. */
        readonly History: readonly components["schemas"]["HistoryPoint"][];
        readonly HistoryPoint: {
            /**
             * Format: date
             * In UTC.
             */
            readonly day: string;
            /** Null where there was no score. */
            readonly points: number | null;
            readonly grade?: components["schemas"]["Grade"];
        };
        /** What the scan reports say by which the entity is judged; absent when it has none. */
        readonly Scans: {
            /** How many are in force. */
            readonly count: number;
            /** The newest five, those scanned last first. */
            readonly items: readonly components["schemas"]["ReportFacts"][];
        };
        /** None where one is absent. */
        readonly SeverityCounts: {
            readonly critical?: number;
            readonly high?: number;
            readonly medium?: number;
            readonly low?: number;
            readonly info?: number;
            readonly unknown?: number;
        };
        /** What is known of a scan report. */
        readonly ReportFacts: {
            readonly scanner: string;
            readonly scannerVersion?: string;
            /** What was scanned, as the scanner was told; may be empty. */
            readonly target: string;
            /** As the sender said. */
            readonly dockerfile?: string;
            /**
             * Format: date-time
             * Absent when the report does not say.
             */
            readonly scannedAt?: string;
            /** Format: date-time */
            readonly receivedAt: string;
            /** Distinct ones of a package. */
            readonly vulnerabilities: components["schemas"]["SeverityCounts"];
            /** Those of them that have a fix. */
            readonly fixable: components["schemas"]["SeverityCounts"];
            readonly secrets: number;
            readonly malware: number;
        };
        readonly Report: {
            readonly id: string;
            /** Who sent it. */
            readonly subject: string;
            /**
             * Format: date-time
             * Since when another one is in force.
             */
            readonly supersededAt?: string;
            readonly facts: components["schemas"]["ReportFacts"];
        };
        readonly ReportPage: {
            readonly items: readonly components["schemas"]["Report"][];
            readonly nextCursor?: string;
        };
        readonly ReportReceipt: {
            readonly entityRef: string;
            readonly id: string;
            /** Whether no newer one is known. */
            readonly inForce: boolean;
            /** SHA-256 of what was read. */
            readonly digest: string;
            readonly facts: components["schemas"]["ReportFacts"];
        };
        readonly RuleOutcome: {
            readonly rule: string;
            /** The file that is judged. */
            readonly path: string;
            readonly role: components["schemas"]["Role"];
            readonly outcome: components["schemas"]["Outcome"];
            /** Why it is unknown or not applicable. */
            readonly reason?: string;
            /** The reason for a person. */
            readonly sentence?: string;
            /** What the reason is about: a variable, an image. */
            readonly detail?: string;
            /** How many. */
            readonly findings: number;
            /** The worst of its findings; absent without any. */
            readonly severity?: components["schemas"]["Severity"];
        };
        readonly EntityAssessment: {
            readonly entityRef: string;
            readonly state: components["schemas"]["State"];
            /** A sentence. */
            readonly notScoredReason?: string;
            readonly revision?: string;
            /** Format: date-time */
            readonly assessedAt?: string;
            /** Absent while pending, and where nothing was read. */
            readonly assessment?: components["schemas"]["AssessmentDetail"];
        };
        readonly AssessmentDetail: {
            /** @constant */
            readonly schemaVersion: 1;
            readonly rulesetVersion: string;
            /**
             * The repository alone, or with scans and images.
             * @enum {string}
             */
            readonly scope: "files" | "full";
            readonly score: components["schemas"]["Score"];
            readonly level?: components["schemas"]["Level"];
            readonly coverage: number;
            /** Lowest grade first. */
            readonly gates: readonly components["schemas"]["Gate"][];
            /** All, in a fixed order. */
            readonly areas: readonly components["schemas"]["AreaScore"][];
            /** Dearest first. */
            readonly controls: readonly components["schemas"]["ControlScore"][];
            readonly printed?: components["schemas"]["PrintedPoints"];
            /** Most worth doing first. */
            readonly actions: readonly components["schemas"]["Action"][];
            /** Lowest first. */
            readonly images: readonly components["schemas"]["ImageScore"][];
            /** By rule and path. */
            readonly outcomes: readonly components["schemas"]["RuleOutcome"][];
            /**
             * Format: date-time
             * Until then a new repository is judged without a scan.
             */
            readonly firstScanDue?: string;
            /**
             * Format: date-time
             * When time alone will change an outcome.
             */
            readonly validUntil?: string;
        };
        readonly Position: {
            readonly line: number;
            readonly column: number;
        };
        /** One place where a rule failed. */
        readonly Finding: {
            /** Stays when lines move. */
            readonly fingerprint: string;
            readonly rule: string;
            /** The file that is judged, by its path. */
            readonly subject: string;
            /** The file of the place. */
            readonly path: string;
            readonly start: components["schemas"]["Position"];
            readonly end: components["schemas"]["Position"];
            readonly severity: components["schemas"]["Severity"];
            readonly messageId: string;
            readonly message: string;
            /** How many it stands for; 1 when absent. */
            readonly count?: number;
            /** Whether it counts. */
            readonly scored: boolean;
            /** Of its control, which all findings of the control share; 0 where it does not count. */
            readonly pointsLost: number;
            /** Format: date-time */
            readonly firstSeenAt: string;
        };
        readonly FindingPage: {
            readonly items: readonly components["schemas"]["Finding"][];
            readonly nextCursor?: string;
        };
        readonly Excerpt: {
            readonly path: string;
            readonly lines: readonly {
                readonly number: number;
                readonly text: string;
            }[];
            /** The place on its first line: from start up to end, in UTF-16 units of the shown text, from 0. */
            readonly mark: {
                readonly line: number;
                readonly start: number;
                readonly end: number;
            };
        };
        readonly Change: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly cause: "first" | "commit" | "scan" | "ruleset" | "policy" | "time";
            readonly revision?: string;
            readonly rulesetVersion: string;
            /** Points; null where there was no score. */
            readonly before: number | null;
            /** Points; null where there is no score. */
            readonly after: number | null;
            /** Outcomes that changed; none is named of the first assessment. */
            readonly flips: readonly {
                readonly rule: string;
                readonly path: string;
                readonly before: components["schemas"]["OutcomeOrNone"];
                readonly after: components["schemas"]["OutcomeOrNone"];
            }[];
        };
        /**
         * none where the rule, or the file, was not there.
         * @enum {string}
         */
        readonly OutcomeOrNone: "passed" | "failed" | "unknown" | "notApplicable" | "crashed" | "none";
        readonly ChangePage: {
            readonly items: readonly components["schemas"]["Change"][];
            readonly nextCursor?: string;
        };
        readonly RefreshRequest: {
            readonly entityRef: string;
            /** False where the entity has no repository to read. */
            readonly refreshing: boolean;
        };
        readonly Scorecard: {
            readonly entityRef: string;
            readonly title?: string;
            /** An entity reference. */
            readonly owner?: string;
            /** An entity reference. */
            readonly system?: string;
            /** An entity reference. */
            readonly domain?: string;
            readonly type?: string;
            readonly lifecycle?: string;
            readonly state: components["schemas"]["State"];
            readonly points?: number;
            readonly grade?: components["schemas"]["Grade"];
            readonly level?: components["schemas"]["Level"];
            readonly coverage?: number;
            /** Why there is no score, as a word. */
            readonly reason?: string;
            /** The same as a sentence. */
            readonly notScoredReason?: string;
            /** Findings that count. */
            readonly failed?: number;
            /** The score 30 days ago, if there was one. */
            readonly pointsBefore?: number;
            /** Format: date-time */
            readonly assessedAt?: string;
            /** Format: date-time */
            readonly staleSince?: string;
        };
        readonly ScorecardPage: {
            readonly items: readonly components["schemas"]["Scorecard"][];
            readonly nextCursor?: string;
            /** How many there are on all pages; on the first one, where a count is kept that tells. */
            readonly total?: number;
        };
        /** How many have each. */
        readonly GradeCounts: {
            readonly A: number;
            readonly B: number;
            readonly C: number;
            readonly D: number;
            readonly E: number;
            readonly F: number;
        };
        /** How many have each; some have none. */
        readonly LevelCounts: {
            readonly beginner: number;
            readonly proficient: number;
            readonly expert: number;
        };
        readonly Rollup: {
            /** Of the owner, system or domain. */
            readonly ref: string;
            /** With and without a score. */
            readonly entities: number;
            readonly scored: number;
            readonly notScored: number;
            readonly pending: number;
            readonly grades: components["schemas"]["GradeCounts"];
            readonly levels: components["schemas"]["LevelCounts"];
            /** Of the scores; absent where there is none. */
            readonly median?: number;
            /** The score that a tenth of them does not exceed. */
            readonly tenth?: number;
            /** Whether there are more entities than are looked at one by one, which a caller takes who may see only some: then all counts mean "at least". */
            readonly partial: boolean;
        };
        readonly RollupPage: {
            readonly items: readonly components["schemas"]["Rollup"][];
            readonly nextCursor?: string;
        };
        readonly ScorecardOverview: {
            readonly entities: number;
            readonly scored: number;
            readonly notScored: number;
            readonly pending: number;
            readonly grades: components["schemas"]["GradeCounts"];
            readonly levels: components["schemas"]["LevelCounts"];
            readonly median?: number;
            readonly tenth?: number;
            /** How many have which score; lowest first, sparse. */
            readonly scores: readonly {
                readonly points: number;
                readonly entities: number;
            }[];
            /** Why the others have none; most frequent first. */
            readonly reasons: readonly {
                readonly reason: string;
                readonly sentence: string;
                readonly entities: number;
            }[];
            /** A point for each day on which something moved, after the one that held when the first day began. Absent for a caller who may see only some entities. */
            readonly trend?: readonly components["schemas"]["TrendPoint"][];
            /** Of entities, wherever they belong; some, where there are many. */
            readonly types: readonly string[];
            /** Likewise. */
            readonly lifecycles: readonly string[];
            /** As of a roll-up. */
            readonly partial: boolean;
        };
        readonly TrendPoint: {
            /** Format: date */
            readonly day: string;
            readonly scored: number;
            /** Absent where none had a score. */
            readonly median?: number;
            readonly tenth?: number;
        };
        readonly Rule: {
            readonly id: string;
            /** Ids that it once had. */
            readonly aliases: readonly string[];
            /** What kind of thing it looks at. */
            readonly area: string;
            readonly scoreArea: components["schemas"]["ScoreArea"];
            /** True when it passes. */
            readonly title: string;
            readonly severity: components["schemas"]["Severity"];
            readonly confidence: components["schemas"]["Confidence"];
            /** The level that it is a condition of. */
            readonly level: components["schemas"]["Level"];
            /** Levels that nobody reaches without it. */
            readonly mandatoryFor: readonly components["schemas"]["Level"][];
            /** The property behind it. */
            readonly control: string;
            readonly category: string;
            /** @enum {string} */
            readonly lifecycle: "experimental" | "stable" | "deprecated";
            readonly effort: components["schemas"]["Effort"];
            /** The one edit that settles several rules. */
            readonly action?: string;
            /** What exactly is decided, and what is not. */
            readonly semantics: string;
            readonly rationale: string;
            /** What a person should do. */
            readonly remediation: string;
            /** Addresses of pages. */
            readonly references: readonly string[];
            /** Sections that it maps to. */
            readonly frameworks: readonly string[];
            /** Ids of similar checks, by tool. */
            readonly peers: {
                readonly [key: string]: readonly string[];
            };
        };
        readonly PreviewRequest: {
            /** Texts by path; 1 MiB together at most, as UTF-8. */
            readonly files: {
                readonly [key: string]: string;
            };
        };
    };
    responses: {
        /** As the caller has it. */
        readonly NotModified: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The request is wrong; the message says where. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** The caller may not. */
        readonly NotAllowed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** There is no such thing, or none that the caller may see. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** More than is looked at. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** The report is not taken. error.code says why, error.offset and error.path say where, as far as that is a place. */
        readonly RefusedReport: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** Too many in a while; Retry-After says how long to wait. */
        readonly TooMany: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** It could not be done in time. */
        readonly Unavailable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        readonly Kind: string;
        readonly Namespace: string;
        readonly Name: string;
        /** Only those of one owner, by its entity reference. */
        readonly Owner: string;
        /** Only those of one system, by its entity reference. */
        readonly System: string;
        /** Only those of one domain, by its entity reference. */
        readonly Domain: string;
        /** Only those of one type, as the catalog writes it. */
        readonly Type: string;
        /** Only those of one lifecycle, as the catalog writes it. */
        readonly Lifecycle: string;
        /** Only these. */
        readonly States: readonly components["schemas"]["State"][];
        /** Only these. */
        readonly Grades: readonly components["schemas"]["Grade"][];
        /** Only these. */
        readonly Levels: readonly components["schemas"]["Level"][];
        /** Only those without a score for one of these reasons. */
        readonly Reasons: readonly string[];
        /** Only those with a finding of this rule that counts. */
        readonly FailingRule: string;
        /** Only those whose reference or title holds it, in any case. */
        readonly Text: string;
        /** Upwards, or with a minus downwards. */
        readonly ScorecardOrder: "score" | "-score" | "name" | "-name" | "owner" | "-owner" | "assessed" | "-assessed";
        readonly Limit: number;
        /** From the page before, for the same filters and order; opaque. */
        readonly Cursor: string;
    };
    requestBodies: never;
    headers: {
        /** For If-None-Match. */
        readonly ETag: string;
    };
    pathItems: never;
}

// prettier-ignore
export type $defs = Record<string, never>;

// prettier-ignore
export interface operations {
    readonly getEntitySummary: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** Also for entities without a score, with the reason. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntitySummary"];
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly getAssessment: {
        readonly parameters: {
            readonly query?: {
                /** With scans and images, or by the repository alone, as the command line and gates judge. */
                readonly scope?: "files" | "full";
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The last assessment, or why there is none. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntityAssessment"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly listFindings: {
        readonly parameters: {
            readonly query?: {
                /** Only these. */
                readonly severity?: readonly components["schemas"]["Severity"][];
                /** Only those of one rule, by its id. */
                readonly rule?: string;
                /** Only those of one subject: the path of a Dockerfile gives those of the image. */
                readonly path?: string;
                readonly limit?: components["parameters"]["Limit"];
                /** From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** A page; empty before the first assessment. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FindingPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly getExcerpt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
                readonly fingerprint: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** At most seven lines. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Excerpt"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly getHistory: {
        readonly parameters: {
            readonly query?: {
                /** How far back, today included. */
                readonly days?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** At most one point a day. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: components["schemas"]["History"];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly listChanges: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: components["parameters"]["Limit"];
                /** From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** A page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangePage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly refreshEntity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** It is due now; the summary tells when it has been read. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RefreshRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly listReports: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: components["parameters"]["Limit"];
                /** From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** A page; those that were replaced are there too, for a while. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly uploadReport: {
        readonly parameters: {
            readonly query?: {
                /** Path of the Dockerfile that the image was built from, relative to the folder of the entity. Without it, the name of the image tells. */
                readonly dockerfile?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["parameters"]["Kind"];
                readonly namespace: components["parameters"]["Namespace"];
                readonly name: components["parameters"]["Name"];
            };
            readonly cookie?: never;
        };
        /** The file as the scanner wrote it, at most 64 MiB unpacked. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": unknown;
                readonly "application/gzip": string;
            };
        };
        readonly responses: {
            /** The same report was there already. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            /** It is kept, and the entity will be assessed by it, soon. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            readonly 400: components["responses"]["RefusedReport"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RefusedReport"];
            readonly 413: components["responses"]["RefusedReport"];
            readonly 415: components["responses"]["RefusedReport"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listScorecards: {
        readonly parameters: {
            readonly query?: {
                /** Only those of one owner, by its entity reference. */
                readonly owner?: components["parameters"]["Owner"];
                /** Only those of one system, by its entity reference. */
                readonly system?: components["parameters"]["System"];
                /** Only those of one domain, by its entity reference. */
                readonly domain?: components["parameters"]["Domain"];
                /** Only those of one type, as the catalog writes it. */
                readonly type?: components["parameters"]["Type"];
                /** Only those of one lifecycle, as the catalog writes it. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** Only these. */
                readonly state?: components["parameters"]["States"];
                /** Only these. */
                readonly grade?: components["parameters"]["Grades"];
                /** Only these. */
                readonly level?: components["parameters"]["Levels"];
                /** Only those without a score for one of these reasons. */
                readonly reason?: components["parameters"]["Reasons"];
                /** Only those with a finding of this rule that counts. */
                readonly rule?: components["parameters"]["FailingRule"];
                /** Only those whose reference or title holds it, in any case. */
                readonly text?: components["parameters"]["Text"];
                /** Upwards, or with a minus downwards. */
                readonly order?: components["parameters"]["ScorecardOrder"];
                readonly limit?: components["parameters"]["Limit"];
                /** From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** A page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScorecardPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
        };
    };
    readonly exportScorecards: {
        readonly parameters: {
            readonly query?: {
                /** Only those of one owner, by its entity reference. */
                readonly owner?: components["parameters"]["Owner"];
                /** Only those of one system, by its entity reference. */
                readonly system?: components["parameters"]["System"];
                /** Only those of one domain, by its entity reference. */
                readonly domain?: components["parameters"]["Domain"];
                /** Only those of one type, as the catalog writes it. */
                readonly type?: components["parameters"]["Type"];
                /** Only those of one lifecycle, as the catalog writes it. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** Only these. */
                readonly state?: components["parameters"]["States"];
                /** Only these. */
                readonly grade?: components["parameters"]["Grades"];
                /** Only these. */
                readonly level?: components["parameters"]["Levels"];
                /** Only those without a score for one of these reasons. */
                readonly reason?: components["parameters"]["Reasons"];
                /** Only those with a finding of this rule that counts. */
                readonly rule?: components["parameters"]["FailingRule"];
                /** Only those whose reference or title holds it, in any case. */
                readonly text?: components["parameters"]["Text"];
                /** Upwards, or with a minus downwards. */
                readonly order?: components["parameters"]["ScorecardOrder"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** UTF-8, with a head line. A text that a spreadsheet would take for a formula begins with an apostrophe. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
        };
    };
    readonly getScorecardOverview: {
        readonly parameters: {
            readonly query?: {
                /** Only those of one owner, by its entity reference. */
                readonly owner?: components["parameters"]["Owner"];
                /** Only those of one system, by its entity reference. */
                readonly system?: components["parameters"]["System"];
                /** Only those of one domain, by its entity reference. */
                readonly domain?: components["parameters"]["Domain"];
                /** Only those of one type, as the catalog writes it. */
                readonly type?: components["parameters"]["Type"];
                /** Only those of one lifecycle, as the catalog writes it. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** How far back the trend goes, today included. */
                readonly days?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** Also of a group without entities, which counts none. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScorecardOverview"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
        };
    };
    readonly getRollup: {
        readonly parameters: {
            readonly query?: {
                readonly by?: "owner" | "system" | "domain";
                /** Upwards, or with a minus downwards. By median: groups that have one; for a caller who may see only some entities, it goes by name. */
                readonly order?: "name" | "-name" | "entities" | "-entities" | "median" | "-median";
                readonly limit?: components["parameters"]["Limit"];
                /** From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** A page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RollupPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
        };
    };
    readonly listRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** Few enough for one page. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Rule"][];
                    };
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
        };
    };
    readonly getRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly area: string;
                readonly rule: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** Everything about it but its code. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rule"];
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly preview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        readonly responses: {
            /** As the command line would say. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssessmentDetail"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["NotAllowed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}
