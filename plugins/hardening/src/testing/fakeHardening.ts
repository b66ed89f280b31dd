// SPDX-License-Identifier: Apache-2.0
import type {
  EntityAssessment,
  EntitySummary,
  Finding,
  HardeningApi,
  Rule,
} from '@plimsoll/plugin-hardening-common';
import {
  EXAMPLE_ASSESSMENT,
  EXAMPLE_FINDINGS,
  exampleChanges,
  exampleHistory,
  exampleSummary,
} from './examples';
import { EXAMPLE_RULES } from './exampleRules';

/** What a fake backend knows; what is left out is the example. */
export interface FakeBackend {
  readonly now?: Date;
  /** One after the other; the last one stays. */
  readonly summaries?: readonly (EntitySummary | Error)[];
  readonly assessment?: EntityAssessment['assessment'];
  readonly findings?: readonly Finding[];
  readonly rules?: readonly Rule[];
  readonly excerpt?: Error;
  readonly refresh?: Error;
}

/** The part of the API that the page asks. */
export type PageApi = Pick<
  HardeningApi,
  | 'getEntitySummary'
  | 'getAssessment'
  | 'listFindings'
  | 'getExcerpt'
  | 'getHistory'
  | 'listChanges'
  | 'refreshEntity'
  | 'listRules'
>;

/** Answers like a backend, from memory. */
export function fakeHardening({
  now = new Date(),
  summaries = [exampleSummary(now)],
  assessment = EXAMPLE_ASSESSMENT,
  findings = EXAMPLE_FINDINGS,
  rules = EXAMPLE_RULES,
  excerpt,
  refresh,
}: FakeBackend = {}): PageApi {
  let round = 0;
  const current = () => {
    const at = Math.min(Math.max(round, 1), summaries.length) - 1;
    const summary = summaries[at]!;
    if (summary instanceof Error) throw summary;
    return summary;
  };
  return {
    async getEntitySummary() {
      round += 1;
      return current();
    },
    async getAssessment() {
      const { entityRef, state, score } = current();
      return {
        entityRef,
        state,
        assessment: score ? { ...assessment, score } : assessment,
      };
    },
    async listFindings(_, { severity, rule, path, limit = 50, cursor } = {}) {
      const from = Number(cursor ?? 0);
      const matching = findings.filter(
        finding =>
          (!severity?.length || severity.includes(finding.severity)) &&
          (!rule || finding.rule === rule) &&
          (!path || finding.subject === path),
      );
      const to = from + limit;
      return {
        items: matching.slice(from, to),
        ...(to < matching.length && { nextCursor: String(to) }),
      };
    },
    async getExcerpt(_, fingerprint) {
      if (excerpt) throw excerpt;
      const { path, start } = findings.find(
        finding => finding.fingerprint === fingerprint,
      )!;
      return excerptAt(path, start.line);
    },
    async getHistory(_, { days = 90 } = {}) {
      const begin = new Date(now.getTime() - days * 86_400_000);
      const since = begin.toISOString().slice(0, 10);
      return {
        items: exampleHistory(now).filter(({ day }) => day >= since),
      };
    },
    async listChanges() {
      return { items: exampleChanges(now) };
    },
    async refreshEntity(entity) {
      if (refresh) throw refresh;
      return { entityRef: String(entity), refreshing: true };
    },
    async listRules() {
      return { items: rules };
    },
  };
}

const SOURCE = [
  'FROM node',
  'WORKDIR /srv/orders',
  'RUN apt-get update && apt-get install -y build-essential',
  'ENV NODE_ENV production',
  'COPY . .',
  'RUN npm install && curl -sSL https://example.org/agent/install.sh | bash',
  'CMD ["node", "server.js"]',
];

function excerptAt(path: string, line: number) {
  const first = Math.max(1, line - 2);
  const lines = SOURCE.slice(0, 5).map((text, at) => ({
    number: first + at,
    text,
  }));
  const marked = lines.find(({ number }) => number === line)!;
  return { path, lines, mark: { line, start: 0, end: marked.text.length } };
}
