// SPDX-License-Identifier: Apache-2.0
import type {
  Action,
  AssessmentDetail,
  Change,
  EntitySummary,
  Finding,
  HistoryPoint,
  RuleOutcome,
} from '@plimsoll/plugin-hardening-common';

const DAY_MS = 86_400_000;

/** The day so many days ago, as the API writes days. */
export function dayBefore(now: Date, days: number): string {
  return instantBefore(now, days).slice(0, 10);
}

/** The instant so many days ago. */
export function instantBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}

/** The assessment of a service that has some way to go: a D. */
export const EXAMPLE_ASSESSMENT: AssessmentDetail = {
  schemaVersion: 1,
  rulesetVersion: '0.1.0-46ea17a1bc685aa3',
  scope: 'full',
  score: { status: 'scored', points: 61, raw: 61.6, grade: 'D' },
  level: 'beginner',
  coverage: 0.91,
  gates: [
    {
      grade: 'B',
      atMost: 79,
      promise: 'not-root',
      message: 'runs as root in production',
      rules: ['dockerfile/non-root-user'],
      binding: false,
    },
  ],
  areas: [
    area('dockerfile', 0.3, 55, 0.93, '15.9'),
    area('dockerignore', 0.1, 88, 1, '3.0'),
    area('runtime', 0.35, 71, 0.9, '12.0'),
    {
      ...area('scan', 0, 100, 0, '0.0'),
      ...notApplicable('not-collected-here'),
    },
    {
      ...area('image', 0, 100, 0, '0.0'),
      ...notApplicable('not-collected-here'),
    },
    area('ci', 0.25, 74, 0.72, '7.5'),
    { ...area('repo', 0, 100, 0, '0.0'), ...notApplicable('not-judged-yet') },
  ],
  printed: { rounding: '0.6', gate: '0.0', total: '39.0' },
  controls: [
    control(
      'kubernetes/no-privilege-escalation',
      'runtime',
      'failed',
      'high',
      '12.0',
    ),
    control('ci/image-signed', 'ci', 'failed', 'medium', '7.5'),
    control('minimal-image', 'dockerfile', 'failed', 'high', '5.1', [
      'dockerfile/multi-stage-build',
      'dockerfile/no-build-tools-in-final-stage',
    ]),
    control('non-root', 'dockerfile', 'failed', 'high', '4.8', [
      'dockerfile/non-root-user',
    ]),
    control('dockerignore/present', 'dockerignore', 'failed', 'high', '3.0'),
    control('supported-base', 'dockerfile', 'unknown', 'high', '2.4', [
      'dockerfile/base-image-supported',
    ]),
    control('pinning', 'dockerfile', 'failed', 'medium', '1.6', [
      'dockerfile/base-image-digest-pinned',
    ]),
    control('health', 'dockerfile', 'failed', 'medium', '1.6', [
      'dockerfile/healthcheck-present',
    ]),
    control('dockerfile/cache-mounts', 'dockerfile', 'failed', 'low', '0.4'),
  ],
  actions: [
    action('stage-split', 'Build in one stage, run in another', 'assisted', 9, [
      'dockerfile/multi-stage-build',
      'dockerfile/no-build-tools-in-final-stage',
    ]),
    {
      ...action(
        'kubernetes/no-privilege-escalation',
        'No container may gain privileges',
        'auto',
        8,
      ),
      grade: 'C',
    },
    action(
      'dockerfile/non-root-user',
      'The container does not run as root',
      'assisted',
      4,
    ),
    action('ci/image-signed', 'What is built is signed', 'auto', 4),
    action(
      'ignore',
      'Keep secrets and version control out of the build context',
      'auto',
      2,
      ['dockerignore/present'],
    ),
    action(
      'dockerfile/cache-mounts',
      'Installs keep their downloads in a cache mount',
      'auto',
      0,
    ),
  ],
  images: [
    {
      path: 'Dockerfile',
      score: { status: 'scored', points: 58, raw: 58.2, grade: 'D' },
    },
    {
      path: 'jobs/migrate/Dockerfile',
      score: { status: 'scored', points: 83, raw: 83.9, grade: 'B' },
    },
  ],
  outcomes: [
    outcome('dockerfile/non-root-user', 'failed', 1),
    outcome('dockerfile/multi-stage-build', 'failed', 1),
    outcome('dockerfile/no-build-tools-in-final-stage', 'failed', 2),
    outcome('dockerfile/base-image-digest-pinned', 'failed', 1),
    outcome(
      'dockerfile/base-image-digest-pinned',
      'failed',
      1,
      'jobs/migrate/Dockerfile',
    ),
    outcome('dockerfile/healthcheck-present', 'failed', 1),
    outcome('dockerfile/cache-mounts', 'failed', 1),
    outcome('dockerignore/present', 'failed', 1),
    outcome(
      'kubernetes/no-privilege-escalation',
      'failed',
      1,
      'deploy/deployment.yaml',
    ),
    outcome('ci/image-signed', 'failed', 1, '.github/workflows/release.yaml'),
    {
      ...outcome('dockerfile/base-image-supported', 'unknown'),
      reason: 'version-not-known',
      sentence: 'The image reference does not tell the version.',
      detail: 'node',
    },
    outcome('dockerfile/no-pipe-to-shell', 'passed'),
    outcome(
      'dockerfile/no-pipe-to-shell',
      'passed',
      0,
      'jobs/migrate/Dockerfile',
    ),
    outcome('dockerfile/no-secret-literals', 'passed'),
    outcome('dockerfile/parses-cleanly', 'failed', 1),
  ],
};

/** Its findings, dearest first. */
export const EXAMPLE_FINDINGS: readonly Finding[] = [
  finding(
    'kubernetes/no-privilege-escalation',
    'high',
    41,
    'The container "orders" may gain privileges.',
    'deploy/deployment.yaml',
  ),
  finding(
    'ci/image-signed',
    'medium',
    58,
    'No step signs the image that this workflow pushes.',
    '.github/workflows/release.yaml',
  ),
  finding(
    'dockerfile/multi-stage-build',
    'high',
    24,
    '"npm install" can compile packages with "build-essential", which stays in the image.',
  ),
  finding(
    'dockerfile/no-build-tools-in-final-stage',
    'high',
    10,
    'The final image keeps a compiler: "build-essential".',
  ),
  finding(
    'dockerfile/no-build-tools-in-final-stage',
    'medium',
    12,
    'The final image keeps "python3-dev".',
  ),
  finding(
    'dockerfile/non-root-user',
    'high',
    3,
    'No USER is set, and containers of "node" run as root.',
  ),
  finding(
    'dockerignore/present',
    'high',
    31,
    'There is no .dockerignore: "." is copied with whatever lies in it.',
  ),
  finding(
    'dockerfile/base-image-digest-pinned',
    'medium',
    3,
    'The image "node" is named without a digest.',
  ),
  finding(
    'dockerfile/base-image-digest-pinned',
    'medium',
    2,
    'The image "node:22" is named without a digest.',
    'jobs/migrate/Dockerfile',
  ),
  finding(
    'dockerfile/healthcheck-present',
    'medium',
    3,
    'No HEALTHCHECK tells whether the service of this image works.',
  ),
  finding(
    'dockerfile/cache-mounts',
    'low',
    34,
    '"npm install" has no cache mount, for example on /root/.npm.',
  ),
  {
    ...finding(
      'dockerfile/parses-cleanly',
      'info',
      28,
      'ENV without "=" is the old form.',
    ),
    scored: false,
  },
];

/** What the card shows of it. */
export function exampleSummary(
  now: Date,
  changes: Partial<EntitySummary> = {},
): EntitySummary {
  const { score, level, coverage, gates, areas, actions, printed, images } =
    EXAMPLE_ASSESSMENT;
  return {
    entityRef: 'component:default/orders',
    state: 'scored',
    refreshing: false,
    score,
    level,
    coverage,
    gates,
    areas: areas.filter(({ reason }) => reason === undefined),
    printed,
    actions: actions.slice(0, 3),
    images: images.length,
    lowestImage: images[0],
    failed: EXAMPLE_FINDINGS.filter(({ scored }) => scored).length,
    unknown: 1,
    revision: '4f9c2abf0e3d5c6b7a8f9e0d1c2b3a4f5e6d7c8b',
    assessedAt: instantBefore(now, 0.1),
    readAt: instantBefore(now, 0.09),
    rulesetVersion: EXAMPLE_ASSESSMENT.rulesetVersion,
    trend: exampleHistory(now).filter(({ day }) => day >= dayBefore(now, 30)),
    ...changes,
  };
}

/** Ninety days in which it got better, and once worse. */
export function exampleHistory(now: Date): readonly HistoryPoint[] {
  return [
    { day: dayBefore(now, 88), points: 44, grade: 'E' },
    { day: dayBefore(now, 71), points: 52, grade: 'E' },
    { day: dayBefore(now, 55), points: 49, grade: 'E' },
    { day: dayBefore(now, 29), points: 57, grade: 'D' },
    { day: dayBefore(now, 12), points: 55, grade: 'D' },
    { day: dayBefore(now, 2), points: 61, grade: 'D' },
  ];
}

/** What moved it, newest first. */
export function exampleChanges(now: Date): readonly Change[] {
  return [
    change(now, 2, 'commit', 55, 61, [
      flip('dockerfile/no-pipe-to-shell', 'failed', 'passed'),
      flip('dockerfile/no-secret-literals', 'failed', 'passed'),
    ]),
    change(now, 12, 'time', 57, 55, [
      flip('dockerfile/base-image-supported', 'passed', 'unknown'),
    ]),
    change(now, 29, 'commit', 49, 57, [
      flip('dockerfile/parses-cleanly', 'failed', 'passed'),
    ]),
    change(now, 55, 'ruleset', 52, 49, [
      flip('dockerfile/cache-mounts', 'none', 'failed'),
    ]),
    change(now, 71, 'commit', 44, 52, [
      flip('dockerfile/no-pipe-to-shell', 'unknown', 'passed'),
    ]),
    change(now, 88, 'first', null, 44, []),
  ];
}

function area(
  name: AssessmentDetail['areas'][number]['area'],
  share: number,
  raw: number,
  coverage: number,
  printed: string,
): AssessmentDetail['areas'][number] {
  const load = Math.round(-1000 * Math.log(raw / 100));
  return { area: name, share, load, raw, coverage, printed };
}

function notApplicable(reason: string) {
  const sentence =
    reason === 'not-judged-yet'
      ? 'No rule of this version judges it.'
      : 'This evidence is not collected where only files are looked at.';
  return { reason, sentence };
}

function control(
  name: string,
  ofArea: AssessmentDetail['controls'][number]['area'],
  result: 'failed' | 'unknown',
  severity: Finding['severity'],
  printed: string,
  rules: readonly string[] = [name],
): AssessmentDetail['controls'][number] {
  return {
    control: name,
    area: ofArea,
    outcome: result,
    severity,
    load: 130,
    pointsLost: Number(printed),
    printed,
    rules,
  };
}

function action(
  id: string,
  title: string,
  effort: Action['effort'],
  gain: number,
  rules: readonly string[] = [id],
): Action {
  return {
    id,
    title,
    rules,
    effort,
    gain,
    rawGain: gain + 0.4,
    afterGate: false,
  };
}

function outcome(
  rule: string,
  result: RuleOutcome['outcome'],
  findings = 0,
  path = 'Dockerfile',
): RuleOutcome {
  return { rule, path, role: 'production', outcome: result, findings };
}

function finding(
  rule: string,
  severity: Finding['severity'],
  line: number,
  message: string,
  path = 'Dockerfile',
): Finding {
  return {
    fingerprint: `${rule.replace('/', '-')}-${path.replaceAll(
      '/',
      '-',
    )}-${line}`,
    rule,
    subject: path,
    path,
    start: { line, column: 6 },
    end: { line, column: 20 },
    severity,
    messageId: 'found',
    message,
    scored: true,
    pointsLost: 1,
    firstSeenAt: '2026-09-12T08:00:00Z',
  };
}

function change(
  now: Date,
  days: number,
  cause: Change['cause'],
  before: number | null,
  after: number | null,
  flips: Change['flips'],
): Change {
  return {
    id: `change-${days}`,
    at: instantBefore(now, days),
    cause,
    revision: `${days}f9c2abf0e3d5c6b7a8f9e0d1c2b3a4f5e6d7c8b`.slice(0, 40),
    rulesetVersion: EXAMPLE_ASSESSMENT.rulesetVersion,
    before,
    after,
    flips,
  };
}

function flip(
  rule: string,
  before: Change['flips'][number]['before'],
  after: Change['flips'][number]['after'],
): Change['flips'][number] {
  return { rule, path: 'Dockerfile', before, after };
}
