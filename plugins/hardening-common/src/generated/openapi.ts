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
         * @description All filters together; a filter with several values takes each.
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
         * @description Takes hardening.source.read besides. No other answer holds source.
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
         * @description Takes hardening.refresh instead of hardening.assessment.read. Asking twice is asking once.
         */
        readonly post: operations["refreshEntity"];
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
         * @description By score: entities that have one. By name: all, and without filters. A page may hold fewer than were asked for, even none, and still name a next one.
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
    readonly "/scorecards/rollup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Grades by owner, of the entities that the caller may see. */
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
         * @description Whether a file counts fully, a quarter, or not at all.
         * @enum {string}
         */
        readonly Role: "production" | "development" | "excluded";
        /**
         * @description pending until the first assessment; then what the score says.
         * @enum {string}
         */
        readonly State: "pending" | "scored" | "notScored";
        readonly Score: {
            /** @constant */
            readonly status: "scored";
            /** @description After the gates; whole. */
            readonly points: number;
            /** @description Before gates and rounding. */
            readonly raw: number;
            readonly grade: components["schemas"]["Grade"];
        } | {
            /** @constant */
            readonly status: "notScored";
            readonly reason: string;
        };
        /** @description A broken promise of a grade. */
        readonly Gate: {
            /** @description The grade whose promise is broken. */
            readonly grade: components["schemas"]["Grade"];
            /** @description The most points that are left. */
            readonly atMost: number;
            readonly promise: string;
            /** @description For a person: "2 open high findings". */
            readonly message: string;
            /** @description Their passing mends it; empty when it is about coverage. */
            readonly rules: readonly string[];
            /** @description Whether the score would be higher without it. */
            readonly binding: boolean;
        };
        /** @description The lines below those of areas or controls, all with one decimal, so that the column adds up as printed. */
        readonly PrintedPoints: {
            /** @description What rounding the score down lost. */
            readonly rounding: components["schemas"]["Tenths"];
            /** @description What the gates lost. */
            readonly gate: components["schemas"]["Tenths"];
            /** @description 100 minus the points, which is the sum of all lines. */
            readonly total: components["schemas"]["Tenths"];
        };
        readonly Tenths: string;
        readonly AreaScore: {
            readonly area: components["schemas"]["ScoreArea"];
            /** @description Part of the whole, 0 to 1; 0 where it does not apply. */
            readonly share: number;
            /** @description Why it does not apply; then what follows says nothing. */
            readonly reason?: string;
            /** @description The reason for a person. */
            readonly sentence?: string;
            /** @description In thousandths. */
            readonly load: number;
            /** @description 0 to 100, of this area alone. */
            readonly raw: number;
            /** @description Part of the load about which something is known, 0 to 1. */
            readonly coverage: number;
            /** @description Points lost, the sum of its controls as printed. */
            readonly printed: components["schemas"]["Tenths"];
        };
        /** @description A control that costs points. */
        readonly ControlScore: {
            readonly control: string;
            readonly area: components["schemas"]["ScoreArea"];
            /** @enum {string} */
            readonly outcome: "failed" | "unknown";
            readonly severity: components["schemas"]["Severity"];
            /** @description In thousandths of its area. */
            readonly load: number;
            /** @description Its part of 100 minus raw. */
            readonly pointsLost: number;
            /** @description Points lost, rounded so that the column adds up. */
            readonly printed: components["schemas"]["Tenths"];
            /** @description Those that failed or are unknown, heaviest first. */
            readonly rules: readonly string[];
        };
        /** @description What one edit or one decision settles. */
        readonly Action: {
            readonly id: string;
            readonly title: string;
            readonly rules: readonly string[];
            readonly effort: components["schemas"]["Effort"];
            /** @description Points more, once all its rules pass. */
            readonly gain: number;
            /** @description The same before gates and rounding. */
            readonly rawGain: number;
            /** @description The grade that is then reached, when it is a better one. */
            readonly grade?: components["schemas"]["Grade"];
            /** @description Whether a gate keeps the score until something else is done. */
            readonly afterGate: boolean;
        };
        /** @description The same formula over one image alone. */
        readonly ImageScore: {
            /** @description Of its Dockerfile. */
            readonly path: string;
            readonly score: components["schemas"]["Score"];
        };
        /** @description The repository could not be read; what is shown, if anything, is from before. */
        readonly Stale: {
            /** Format: date-time */
            readonly since: string;
            /** @description A sentence. */
            readonly reason: string;
            /**
             * Format: date-time
             * @description Absent when it is not tried again until someone asks.
             */
            readonly nextTryAt?: string;
        };
        readonly EntitySummary: {
            readonly entityRef: string;
            readonly state: components["schemas"]["State"];
            /** @description Whether it is being read, or will be within moments. */
            readonly refreshing: boolean;
            readonly score?: components["schemas"]["Score"];
            /** @description A sentence. */
            readonly notScoredReason?: string;
            readonly level?: components["schemas"]["Level"];
            readonly coverage?: number;
            /** @description Those that apply, in a fixed order. */
            readonly areas?: readonly components["schemas"]["AreaScore"][];
            readonly printed?: components["schemas"]["PrintedPoints"];
            /** @description Lowest grade first. */
            readonly gates?: readonly components["schemas"]["Gate"][];
            /** @description The first three, most worth doing first. */
            readonly actions?: readonly components["schemas"]["Action"][];
            /** @description How many there are. */
            readonly images?: number;
            readonly lowestImage?: components["schemas"]["ImageScore"];
            /** @description Findings that count. */
            readonly failed?: number;
            /** @description Rule results that could not be decided. */
            readonly unknown?: number;
            readonly revision?: string;
            /**
             * Format: date-time
             * @description When the score came about; unchanged files keep it.
             */
            readonly assessedAt?: string;
            /**
             * Format: date-time
             * @description When the repository was read last, changed or not.
             */
            readonly readAt?: string;
            readonly rulesetVersion?: string;
            /** Format: date-time */
            readonly validUntil?: string;
            readonly stale?: components["schemas"]["Stale"];
            /** @description The last 30 days. */
            readonly trend?: components["schemas"]["History"];
        };
        /** @description Days on which the score changed, oldest first. The first point may be older than what was asked for: it held when that began. */
        readonly History: readonly components["schemas"]["HistoryPoint"][];
        readonly HistoryPoint: {
            /**
             * Format: date
             * @description In UTC.
             */
            readonly day: string;
            /** @description Null where there was no score. */
            readonly points: number | null;
            readonly grade?: components["schemas"]["Grade"];
        };
        readonly RuleOutcome: {
            readonly rule: string;
            /** @description The file that is judged. */
            readonly path: string;
            readonly role: components["schemas"]["Role"];
            readonly outcome: components["schemas"]["Outcome"];
            /** @description Why it is unknown or not applicable. */
            readonly reason?: string;
            /** @description The reason for a person. */
            readonly sentence?: string;
            /** @description What the reason is about: a variable, an image. */
            readonly detail?: string;
            /** @description How many. */
            readonly findings: number;
            /** @description The worst of its findings; absent without any. */
            readonly severity?: components["schemas"]["Severity"];
        };
        readonly EntityAssessment: {
            readonly entityRef: string;
            readonly state: components["schemas"]["State"];
            /** @description A sentence. */
            readonly notScoredReason?: string;
            readonly revision?: string;
            /** Format: date-time */
            readonly assessedAt?: string;
            /** @description Absent while pending, and where nothing was read. */
            readonly assessment?: components["schemas"]["AssessmentDetail"];
        };
        readonly AssessmentDetail: {
            /** @constant */
            readonly schemaVersion: 1;
            readonly rulesetVersion: string;
            /**
             * @description The repository alone, or with scans and images.
             * @enum {string}
             */
            readonly scope: "files" | "full";
            readonly score: components["schemas"]["Score"];
            readonly level?: components["schemas"]["Level"];
            readonly coverage: number;
            /** @description Lowest grade first. */
            readonly gates: readonly components["schemas"]["Gate"][];
            /** @description All, in a fixed order. */
            readonly areas: readonly components["schemas"]["AreaScore"][];
            /** @description Dearest first. */
            readonly controls: readonly components["schemas"]["ControlScore"][];
            readonly printed?: components["schemas"]["PrintedPoints"];
            /** @description Most worth doing first. */
            readonly actions: readonly components["schemas"]["Action"][];
            /** @description Lowest first. */
            readonly images: readonly components["schemas"]["ImageScore"][];
            /** @description By rule and path. */
            readonly outcomes: readonly components["schemas"]["RuleOutcome"][];
            /**
             * Format: date-time
             * @description When time alone will change an outcome.
             */
            readonly validUntil?: string;
        };
        readonly Position: {
            readonly line: number;
            readonly column: number;
        };
        /** @description One place where a rule failed. */
        readonly Finding: {
            /** @description Stays when lines move. */
            readonly fingerprint: string;
            readonly rule: string;
            /** @description The file that is judged, by its path. */
            readonly subject: string;
            /** @description The file of the place. */
            readonly path: string;
            readonly start: components["schemas"]["Position"];
            readonly end: components["schemas"]["Position"];
            readonly severity: components["schemas"]["Severity"];
            readonly messageId: string;
            readonly message: string;
            /** @description Whether it counts. */
            readonly scored: boolean;
            /** @description Of its control, which all findings of the control share; 0 where it does not count. */
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
            /** @description The place on its first line: from start up to end, in UTF-16 units of the shown text, from 0. */
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
            readonly cause: "first" | "commit" | "ruleset" | "policy" | "time";
            readonly revision?: string;
            readonly rulesetVersion: string;
            /** @description Points; null where there was no score. */
            readonly before: number | null;
            /** @description Points; null where there is no score. */
            readonly after: number | null;
            /** @description Outcomes that changed; none is named of the first assessment. */
            readonly flips: readonly {
                readonly rule: string;
                readonly path: string;
                readonly before: components["schemas"]["OutcomeOrNone"];
                readonly after: components["schemas"]["OutcomeOrNone"];
            }[];
        };
        /**
         * @description none where the rule, or the file, was not there.
         * @enum {string}
         */
        readonly OutcomeOrNone: "passed" | "failed" | "unknown" | "notApplicable" | "crashed" | "none";
        readonly ChangePage: {
            readonly items: readonly components["schemas"]["Change"][];
            readonly nextCursor?: string;
        };
        readonly RefreshRequest: {
            readonly entityRef: string;
            /** @description False where the entity has no repository to read. */
            readonly refreshing: boolean;
        };
        readonly Scorecard: {
            readonly entityRef: string;
            readonly title?: string;
            /** @description An entity reference. */
            readonly owner?: string;
            /** @description An entity reference. */
            readonly system?: string;
            readonly type?: string;
            readonly lifecycle?: string;
            readonly state: components["schemas"]["State"];
            readonly points?: number;
            readonly grade?: components["schemas"]["Grade"];
            readonly level?: components["schemas"]["Level"];
            readonly coverage?: number;
            /** @description A sentence. */
            readonly notScoredReason?: string;
            /** Format: date-time */
            readonly assessedAt?: string;
            /** Format: date-time */
            readonly staleSince?: string;
        };
        readonly ScorecardPage: {
            readonly items: readonly components["schemas"]["Scorecard"][];
            readonly nextCursor?: string;
        };
        readonly Rollup: {
            readonly owner: string;
            /** @description With and without a score. */
            readonly entities: number;
            readonly scored: number;
            /** @description How many have each. */
            readonly grades: {
                readonly A: number;
                readonly B: number;
                readonly C: number;
                readonly D: number;
                readonly E: number;
                readonly F: number;
            };
            /** @description Whether the owner has more entities than are looked at one by one, which a caller takes who may see only some. */
            readonly partial: boolean;
        };
        readonly RollupPage: {
            readonly items: readonly components["schemas"]["Rollup"][];
            readonly nextCursor?: string;
        };
        readonly Rule: {
            readonly id: string;
            /** @description Ids that it once had. */
            readonly aliases: readonly string[];
            /** @description What kind of thing it looks at. */
            readonly area: string;
            readonly scoreArea: components["schemas"]["ScoreArea"];
            /** @description True when it passes. */
            readonly title: string;
            readonly severity: components["schemas"]["Severity"];
            readonly confidence: components["schemas"]["Confidence"];
            /** @description The level that it is a condition of. */
            readonly level: components["schemas"]["Level"];
            /** @description Levels that nobody reaches without it. */
            readonly mandatoryFor: readonly components["schemas"]["Level"][];
            /** @description The property behind it. */
            readonly control: string;
            readonly category: string;
            /** @enum {string} */
            readonly lifecycle: "experimental" | "stable" | "deprecated";
            readonly effort: components["schemas"]["Effort"];
            /** @description The one edit that settles several rules. */
            readonly action?: string;
            /** @description What exactly is decided, and what is not. */
            readonly semantics: string;
            readonly rationale: string;
            /** @description What a person should do. */
            readonly remediation: string;
            /** @description Addresses of pages. */
            readonly references: readonly string[];
            /** @description Sections that it maps to. */
            readonly frameworks: readonly string[];
            /** @description Ids of similar checks, by tool. */
            readonly peers: {
                readonly [key: string]: readonly string[];
            };
        };
        readonly PreviewRequest: {
            /** @description Texts by path; 1 MiB together at most, as UTF-8. */
            readonly files: {
                readonly [key: string]: string;
            };
        };
    };
    responses: {
        /** @description As the caller has it. */
        readonly NotModified: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is wrong; the message says where. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller may not. */
        readonly NotAllowed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such thing, or none that the caller may see. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description More than is looked at. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description It could not be done in time. */
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
        readonly Limit: number;
        /** @description From the page before, for the same filters and order; opaque. */
        readonly Cursor: string;
    };
    requestBodies: never;
    headers: {
        /** @description For If-None-Match. */
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
            /** @description Also for entities without a score, with the reason. */
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
            /** @description The last assessment, or why there is none. */
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
                /** @description Only these. */
                readonly severity?: readonly components["schemas"]["Severity"][];
                /** @description Only those of one rule, by its id. */
                readonly rule?: string;
                /** @description Only those of one subject: the path of a Dockerfile gives those of the image. */
                readonly path?: string;
                readonly limit?: components["parameters"]["Limit"];
                /** @description From the page before, for the same filters and order; opaque. */
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
            /** @description A page; empty before the first assessment. */
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
            /** @description At most seven lines. */
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
                /** @description How far back, today included. */
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
            /** @description At most one point a day. */
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
                /** @description From the page before, for the same filters and order; opaque. */
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
            /** @description A page. */
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
            /** @description It is due now; the summary tells when it has been read. */
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
    readonly listScorecards: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of one owner, by its entity reference. */
                readonly owner?: string;
                /** @description Only those of one system, by its entity reference. */
                readonly system?: string;
                /** @description Only these. */
                readonly grade?: readonly components["schemas"]["Grade"][];
                /** @description Upwards, or with a minus downwards. */
                readonly order?: "score" | "-score" | "name" | "-name";
                readonly limit?: components["parameters"]["Limit"];
                /** @description From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page. */
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
    readonly getRollup: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: components["parameters"]["Limit"];
                /** @description From the page before, for the same filters and order; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page, by the owner's entity reference. */
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
            /** @description Few enough for one page. */
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
            /** @description Everything about it but its code. */
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
            /** @description As the command line would say. */
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
