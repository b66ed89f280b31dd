// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';
import type { EntitySummary, Finding } from '@plimsoll/plugin-hardening-common';
import {
  EXAMPLE_ASSESSMENT,
  EXAMPLE_FINDINGS,
  exampleSummary,
  instantBefore,
} from './examples';
import type { FakeBackend } from './fakeHardening';

/** A refusal, as the client throws it. */
export async function refusal(
  statusCode: number,
  message: string,
): Promise<Error> {
  const name = statusCode === 403 ? 'NotAllowedError' : 'Error';
  const body = { error: { name, message }, response: { statusCode } };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

/** Every state that card and tab can be in, by a name for it. */
export async function scenarios(
  now: Date,
): Promise<Readonly<Record<string, FakeBackend>>> {
  const scored = exampleSummary(now);
  const { entityRef, revision, readAt } = scored;
  const bare: EntitySummary = {
    entityRef,
    state: 'pending',
    refreshing: false,
  };
  return {
    scored: { now },
    golden: {
      now,
      summaries: [goldenSummary(scored)],
      findings: [],
      assessment: {
        ...EXAMPLE_ASSESSMENT,
        level: 'expert',
        coverage: 1,
        controls: [],
        actions: [],
        gates: [],
        printed: { rounding: '0.0', gate: '0.0', total: '0.0' },
        areas: EXAMPLE_ASSESSMENT.areas.map(area =>
          area.reason
            ? area
            : { ...area, raw: 100, load: 0, coverage: 1, printed: '0.0' },
        ),
        outcomes: EXAMPLE_ASSESSMENT.outcomes.map(outcome => ({
          ...outcome,
          outcome: 'passed',
          findings: 0,
        })),
      },
    },
    gated: {
      now,
      summaries: [gatedSummary(scored)],
      assessment: { ...EXAMPLE_ASSESSMENT, ...gated },
    },
    'not-scored': {
      now,
      summaries: [
        {
          ...bare,
          state: 'notScored',
          score: { status: 'notScored', reason: 'no-container-artefacts' },
          notScoredReason:
            'There is no Dockerfile, no workload and no image build to judge.',
          revision,
          readAt,
        },
      ],
    },
    'too-little': {
      now,
      summaries: [
        {
          ...bare,
          state: 'notScored',
          score: { status: 'notScored', reason: 'not-enough-evidence' },
          notScoredReason:
            'Less than 30 % of what applies is known: too little for a number.',
          revision,
          readAt,
        },
      ],
    },
    stale: {
      now,
      summaries: [
        {
          ...scored,
          assessedAt: instantBefore(now, 3),
          readAt: instantBefore(now, 2.4),
          stale: {
            since: instantBefore(now, 2.3),
            reason: 'The host answered 403 to the last 14 tries.',
            nextTryAt: instantBefore(now, -0.05),
          },
        },
      ],
    },
    pending: { now, summaries: [bare] },
    'no-trend': {
      now,
      summaries: [{ ...scored, trend: scored.trend?.slice(-1) }],
    },
    forbidden: {
      now,
      summaries: [(await refusal(403, 'Unauthorized')) as never],
    },
    missing: {
      now,
      summaries: [(await refusal(404, 'No such entity')) as never],
    },
    broken: {
      now,
      summaries: [(await refusal(500, 'The database is away')) as never],
    },
    many: manyScenario(now),
  };
}

/** Nothing to fix. */
function goldenSummary(scored: EntitySummary): EntitySummary {
  return {
    ...scored,
    score: { status: 'scored', points: 100, raw: 100, grade: 'A' },
    level: 'expert',
    coverage: 1,
    gates: [],
    actions: [],
    areas: scored.areas?.map(area => ({
      ...area,
      raw: 100,
      coverage: 1,
      printed: '0.0',
    })),
    printed: { rounding: '0.0', gate: '0.0', total: '0.0' },
    images: 1,
    lowestImage: undefined,
    failed: 0,
    unknown: 0,
  };
}

const gated: Pick<
  typeof EXAMPLE_ASSESSMENT,
  'score' | 'gates' | 'printed' | 'areas'
> = {
  score: { status: 'scored', points: 79, raw: 87.7, grade: 'C' },
  gates: [
    {
      grade: 'B',
      atMost: 79,
      promise: 'not-root',
      message: 'runs as root in production',
      rules: ['dockerfile/non-root-user'],
      binding: true,
    },
    {
      grade: 'A',
      atMost: 89,
      promise: 'no-high',
      message: '2 open high findings',
      rules: ['dockerfile/non-root-user', 'dockerignore/present'],
      binding: false,
    },
  ],
  printed: { rounding: '0.7', gate: '8.0', total: '21.0' },
  areas: EXAMPLE_ASSESSMENT.areas.map(area => {
    if (area.reason) return area;
    const printed = {
      dockerfile: '7.3',
      dockerignore: '3.0',
      runtime: '1.2',
      ci: '0.8',
    };
    return {
      ...area,
      raw: 100 - (100 - area.raw) / 3,
      printed: printed[area.area as keyof typeof printed],
    };
  }),
};

/** A broken promise holds it back. */
function gatedSummary(scored: EntitySummary): EntitySummary {
  return {
    ...scored,
    ...gated,
    areas: gated.areas.filter(({ reason }) => reason === undefined),
    actions: [
      {
        id: 'gate',
        title: 'Become a B: The container does not run as root',
        rules: ['dockerfile/non-root-user'],
        effort: 'assisted',
        gain: 9,
        rawGain: 3.1,
        grade: 'B',
        afterGate: false,
      },
      ...(scored.actions ?? []).slice(0, 2).map(action => ({
        ...action,
        gain: 0,
        grade: undefined,
        afterGate: true,
      })),
    ],
    trend: [
      { ...scored.trend![0]!, points: 88, grade: 'B' },
      { ...scored.trend!.at(-1)!, points: 79, grade: 'C' },
    ],
  };
}

/** A repository in which nobody ever looked. */
function manyScenario(now: Date): FakeBackend {
  const findings = manyFindings(512);
  const countOf = (rule: string, path: string) =>
    findings.filter(one => one.rule === rule && one.subject === path).length;
  return {
    now,
    findings,
    assessment: {
      ...EXAMPLE_ASSESSMENT,
      outcomes: EXAMPLE_ASSESSMENT.outcomes.map(outcome => ({
        ...outcome,
        findings: countOf(outcome.rule, outcome.path),
      })),
    },
  };
}

export function manyFindings(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, at) => {
    const finding = EXAMPLE_FINDINGS[Math.floor((at * 12) / count)]!;
    return {
      ...finding,
      fingerprint: `${finding.fingerprint}-${at}`,
      start: { ...finding.start, line: finding.start.line + at },
    };
  });
}
