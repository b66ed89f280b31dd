// SPDX-License-Identifier: Apache-2.0
import type {
  Evidence,
  PlacedFinding,
  RuleResult,
  Severity,
} from '@plimsoll/model';
import type { Listing } from '../artifacts/sourceFile.ts';
import { readRepository } from '../artifacts/repository.ts';
import { runRules } from '../assess/runRules.ts';
import type { Policy } from '../rules/policy.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { readScans } from './readScans.ts';

/** One text and what the rule has to say about it. */
export interface RuleCase {
  /** A sentence about behaviour. */
  readonly name: string;
  /** A Dockerfile, or several files by path. */
  readonly files: Example;
  /** Which of several subjects is meant, by path; the only one when absent. */
  readonly path?: string;
  readonly policy?: Policy;
  readonly listing?: Listing;
  /** Beside the reports among the files, for a rule about images. */
  readonly evidence?: Omit<Evidence, 'scope'>;
  /** {@link NOW} when absent. */
  readonly now?: string;
}

/** A case that fails: all findings, in the order of the text. */
export interface FailingCase extends RuleCase {
  readonly findings: readonly {
    readonly messageId: string;
    readonly line: number;
    /** That of the rule when absent. */
    readonly severity?: Severity;
    /** Checked when given. */
    readonly path?: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly count?: number;
    readonly action?: string;
  }[];
}

/** A case that cannot be judged, or need not be. */
export interface ReasonCase extends RuleCase {
  readonly reason: string;
}

/** The tables of a rule. */
export interface RuleCases {
  readonly passing: readonly RuleCase[];
  readonly failing: readonly FailingCase[];
  readonly unknown?: readonly ReasonCase[];
  readonly notApplicable?: readonly ReasonCase[];
}

/** Cases happen on this day, unless they say otherwise. */
export const NOW = '2026-11-21T00:00:00.000Z';

/**
 * Runs the tables of a rule, and its own examples, through the real parser.
 * Refuses tables that prove little.
 */
export function describeRule(rule: Rule, cases: RuleCases): void {
  const { passing, failing, unknown = [], notApplicable = [] } = cases;
  const all = [...passing, ...failing, ...unknown, ...notApplicable];

  describe(rule.info.id, () => {
    it('has tables that prove something', () => {
      expect(weaknesses(rule, cases)).toEqual([]);
    });

    if (passing.length > 0) {
      it.each(passing)('passes: $name', ruleCase => {
        const { outcome, findings, reason } = judge(rule, ruleCase);
        expect({ outcome, findings, reason }).toEqual({
          outcome: 'passed',
          findings: [],
          reason: undefined,
        });
      });
    }

    if (failing.length > 0) {
      it.each(failing)('fails: $name', ruleCase => {
        const { outcome, findings } = judge(rule, ruleCase);
        expect(outcome).toBe('failed');
        const { severity } = rule.info;
        expect(
          findings.map((finding, index) =>
            pick(finding, ruleCase.findings[index]),
          ),
        ).toEqual(ruleCase.findings.map(found => ({ severity, ...found })));
      });
    }

    const undecided = [
      ...unknown.map(ruleCase => ({ ...ruleCase, outcome: 'unknown' })),
      ...notApplicable.map(one => ({ ...one, outcome: 'notApplicable' })),
    ];
    if (undecided.length > 0) {
      it.each(undecided)('$outcome: $name', ruleCase => {
        const { outcome, reason } = judge(rule, ruleCase);
        expect({ outcome, reason }).toEqual({
          outcome: ruleCase.outcome,
          reason: ruleCase.reason,
        });
      });
    }

    it('keeps what its examples promise', () => {
      const { passing: good, failing: bad, unknown: open = [] } = rule.examples;
      const outcomes = (files: readonly Example[]) =>
        files.map(file => judge(rule, { name: '', files: file }).outcome);
      expect(outcomes(good)).toEqual(good.map(() => 'passed'));
      expect(outcomes(bad)).toEqual(bad.map(() => 'failed'));
      expect(outcomes(open)).toEqual(open.map(() => 'unknown'));
    });

    it('changes nothing, says the same twice, and points into the file', () => {
      for (const ruleCase of [...all, ...examplesOf(rule)]) {
        const repository = readCase(rule, ruleCase);
        deepFreeze(repository);
        const surroundings = surroundingsOf(ruleCase, repository);
        const { results } = runRules([rule], surroundings);
        expect(runRules([rule], surroundings).results).toEqual(results);
        for (const finding of results.flatMap(({ findings }) => findings)) {
          const text = repository.tree.get(finding.path)?.text;
          // An image may be known by its name alone.
          const isFile = rule.artifact !== 'imageScan' || text !== undefined;
          const length = text?.length ?? (isFile ? -1 : 0);
          const { start, end } = finding.range;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(length).toBeGreaterThanOrEqual(end);
          expect(finding.message).not.toMatch(/\{\w+\}/);
        }
      }
    });

    it('does not mind comments, blank lines and Windows line ends', () => {
      for (const ruleCase of [...all, ...examplesOf(rule)]) {
        const before = judge(rule, ruleCase);
        for (const rewrite of REWRITES) {
          const files = mapTexts(ruleCase.files, rewrite);
          const after = judge(rule, { ...ruleCase, files });
          expect({ ...shape(after), files }).toEqual({
            ...shape(before),
            files,
          });
        }
      }
    });
  });
}

/** Texts that mean the same. A directive has to stay on top. */
const REWRITES: readonly ((text: string) => string)[] = [
  text => `${text}\n\n# plain words\n`,
  text => (/^#/.test(text) ? text : `# plain words\n\n${text}`),
  text => (/<<|`/.test(text) ? text : text.replace(/\r?\n/g, '\r\n')),
];

function shape({ outcome, reason, findings }: RuleResult<PlacedFinding>) {
  return {
    outcome,
    reason,
    found: findings.map(({ messageId, severity }) => [messageId, severity]),
  };
}

function weaknesses(rule: Rule, cases: RuleCases): string[] {
  const { passing, failing, unknown = [], notApplicable = [] } = cases;
  const all = [...passing, ...failing, ...unknown, ...notApplicable];
  const complaints: string[] = [];
  if (passing.length === 0) complaints.push('no case passes');
  if (failing.length === 0) complaints.push('no case fails');
  for (const { name, findings } of failing) {
    if (findings.length === 0) complaints.push(`"${name}" names no finding`);
  }
  complaints.push(
    ...repeated(
      'name',
      all.map(({ name }) => name),
    ),
  );
  complaints.push(
    ...repeated(
      'case',
      all.map(({ name: _, ...one }) => JSON.stringify(one)),
    ),
  );
  const reported = new Set(
    failing.flatMap(({ findings }) => findings.map(found => found.messageId)),
  );
  for (const messageId of Object.keys(rule.messages)) {
    if (!reported.has(messageId)) {
      complaints.push(`no case reports message "${messageId}"`);
    }
  }
  if (rule.examples.passing.length === 0) complaints.push('no passing example');
  if (rule.examples.failing.length === 0) complaints.push('no failing example');
  return complaints;
}

function repeated(what: string, values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map(value => `${what} occurs twice: ${value}`);
}

function examplesOf({ examples }: Rule): RuleCase[] {
  const { passing, failing, unknown = [] } = examples;
  return [...passing, ...failing, ...unknown].map(files => ({
    name: 'example',
    files,
  }));
}

function judge(rule: Rule, ruleCase: RuleCase): RuleResult<PlacedFinding> {
  const repository = readCase(rule, ruleCase);
  const { results } = runRules([rule], surroundingsOf(ruleCase, repository));
  const meant = results.filter(
    ({ path }) => ruleCase.path === undefined || path === ruleCase.path,
  );
  if (meant.length !== 1) {
    const paths = results.map(({ path }) => path).join(', ');
    throw new Error(
      `"${ruleCase.name}" has ${meant.length} subjects; "path" has to name one of: ${paths}`,
    );
  }
  return meant[0]!;
}

function readCase(
  { artifact }: Rule,
  { files, listing = 'complete', evidence = {} }: RuleCase,
) {
  const texts = typeof files === 'string' ? { Dockerfile: files } : files;
  const sources = Object.entries(texts).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text,
  }));
  if (artifact !== 'imageScan') return readRepository(sources, listing);
  const scans = [...readScans(texts), ...(evidence.scans ?? [])];
  return readRepository(sources, listing, {
    ...evidence,
    scope: 'full',
    scans,
  });
}

function surroundingsOf(
  { policy = {}, now = NOW }: RuleCase,
  repository: ReturnType<typeof readCase>,
) {
  return { repository, policy, now: new Date(now) };
}

function mapTexts(files: Example, map: (text: string) => string): Example {
  if (typeof files === 'string') return map(files);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      /(?:docker|container)(?:file|ignore)/i.test(path) ? map(text) : text,
    ]),
  );
}

function pick(
  { messageId, start, severity, path, data, count, action }: PlacedFinding,
  expected: FailingCase['findings'][number] | undefined,
) {
  return {
    severity,
    messageId,
    line: start.line,
    ...(expected?.path !== undefined && { path }),
    ...(expected?.data !== undefined && { data }),
    ...(expected?.count !== undefined && { count }),
    ...(expected?.action !== undefined && { action }),
  };
}

function deepFreeze(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  Object.values(value).forEach(inner => deepFreeze(inner, seen));
  if (
    Array.isArray(value) ||
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    Object.freeze(value);
  }
}
