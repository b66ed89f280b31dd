// SPDX-License-Identifier: Apache-2.0
import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Hardening of the containers of catalog entities. */
  hardening?: {
    sources?: {
      /** Folders of this machine, for the demo and for development. */
      local?: {
        /**
         * Only folders below these are read. Absolute, or relative to the folder
         * in which the backend runs. Refused with NODE_ENV=production.
         */
        roots?: string[];
      };
      /**
       * Repositories that an entity may name as its source although another one
       * describes it, as in `https://github.com/acme/*`. The credentials of the
       * integrations do the reading, so name only what all may see. `*` stands
       * for anything but a slash, `**` for anything.
       */
      allow?: string[];
    };
    entities?: {
      /**
       * Which entities are assessed, as a filter of the catalog: all keys have
       * to match; of a list, one of its filters. Default: `kind: Component`.
       */
      filter?:
        | { [key: string]: string | string[] }
        | { [key: string]: string | string[] }[];
    };
    uploads?: {
      /**
       * Who may send scan reports, and for which entities; nobody by default.
       * Users never may.
       */
      subjects?: {
        /**
         * As Backstage knows the holder of a service token: the subject of a
         * static token of backend.auth.externalAccess, `external:` and the
         * subject of one that is checked by JWKS, `plugin:` and an id.
         */
        subject: string;
        /**
         * References, as in `component:default/shop`, or filters of the
         * catalog, as in `{ kind: Component, spec.system: shop }`.
         */
        entities: (string | { [key: string]: string | string[] })[];
      }[];
    };
    evidence?: {
      /**
       * File of the vulnerabilities known to be exploited, in the JSON form of
       * CISA. Read at start, and when it changes.
       */
      knownExploited?: string;
      /**
       * File of the ratings of the Exploit Prediction Scoring System, as CSV,
       * compressed by gzip or not. Read at start, and when it changes.
       */
      epss?: string;
    };
    refresh?: {
      /**
       * How often a repository is looked at without being asked to: one minute
       * to 30 days. Default: one hour.
       */
      period?: string | HumanDuration;
    };
    limits?: {
      /** Bytes of one file; of larger ones the text is not read. Default: 262144. */
      fileBytes?: number;
      /** Files of a repository whose text is read. Default: 500. */
      files?: number;
      /** Bytes of text that are read of a repository. Default: 16777216. */
      bytes?: number;
      /** Files that a repository may have. Default: 200000. */
      treeFiles?: number;
      /** Bytes that all files of a repository may have. Default: 4294967296. */
      treeBytes?: number;
      /** Archives that are unpacked at the same time. Default: 2. */
      archives?: number;
      /**
       * Repositories that one backend refreshes at the same time. Default: 10,
       * on SQLite 2.
       */
      slots?: number;
      /**
       * Refreshes that may be begun and never end, because the backend did,
       * before a repository is set aside. Default: 5.
       */
      attempts?: number;
      /**
       * After this another backend takes over from one that has ended.
       * Default: 60.
       */
      leaseSeconds?: number;
      /** Of the refresh of one repository. Default: 600. */
      refreshSeconds?: number;
      /** Of the assessment of one entity. Default: 60. */
      assessSeconds?: number;
      /** Memory of a thread that assesses. Default: 512. */
      assessMebibytes?: number;
      /** Threads that assess. Default: 1. */
      assessThreads?: number;
      /** Findings of an entity that are kept, dearest first. Default: 5000. */
      findings?: number;
      /** Days for which scores and changes are kept. Default: 400. */
      historyDays?: number;
      /** Days for which removed entities are kept. Default: 30. */
      removedDays?: number;
      /**
       * Days for which a scan report is kept after another one has replaced it.
       * Default: 90.
       */
      reportDays?: number;
      /** Within which a scan report has to come. Default: 60. */
      reportSeconds?: number;
      /** Scan reports that are read at the same time. Default: 2. */
      reportThreads?: number;
      /** Scan reports for one entity that one backend takes. Default: 60. */
      reportsPerHour?: number;
    };
    policy?: {
      /**
       * Images that you trust beside the well-known ones, by the start of their
       * full name, as in `registry.example.com/base/`.
       */
      trustedImages?: string[];
      /** Factors on what the failure of a rule costs, 1 to 2, by its id. */
      multipliers?: { [rule: string]: number };
      /**
       * Days between the first time that a vulnerability with a fix is seen and
       * the day from which it counts. Default: 7, 30 and 90.
       */
      graceDays?: {
        critical?: number;
        high?: number;
        medium?: number;
      };
      /**
       * Days for which a repository that is new need not have been scanned.
       * Default: 14.
       */
      firstEvidenceGraceDays?: number;
    };
  };
}
