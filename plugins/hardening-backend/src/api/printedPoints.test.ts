// SPDX-License-Identifier: Apache-2.0
import { assess } from '@plimsoll/engine';
import { printPoints } from './printedPoints';
import { CARELESS } from './testing/examples';

const assessed = (files: Readonly<Record<string, string>>) =>
  assess({
    files: Object.entries(files).map(([path, text]) => ({
      path,
      size: text.length,
      text,
    })),
    listing: 'complete',
    now: new Date('2026-11-21T00:00:00Z'),
  });

describe('printPoints', () => {
  it.each([
    ['a careless repository', CARELESS],
    [
      'a leaked secret, where a gate takes most',
      {
        Dockerfile: `FROM alpine:3.22@sha256:${'a'.repeat(64)}
ENV DB_PASSWORD=${'Tr0ub4dor3x'}
USER 10001
HEALTHCHECK CMD ["/app", "health"]
ENTRYPOINT ["/app"]
`,
      },
    ],
    ['nothing lost', { Dockerfile: 'FROM scratch\nUSER 10001\n' }],
  ])('adds up: %s', (_, files) => {
    const assessment = assessed(files);
    const { controls, areas, printed } = printPoints(assessment);
    const { score } = assessment;
    if (score.status !== 'scored') throw new Error('it has a score');
    const sum = (texts: Iterable<string>) =>
      [...texts].reduce((all, text) => all + Math.round(10 * Number(text)), 0);
    const rest = sum([printed!.rounding, printed!.gate]);
    expect(sum(controls) + rest).toBe(1000 - 10 * score.points);
    expect(sum(areas.values()) + rest).toBe(1000 - 10 * score.points);
    expect(sum([printed!.total])).toBe(1000 - 10 * score.points);
    expect(controls).toHaveLength(assessment.controls.length);
  });

  it('prints nothing where there is no score', () => {
    expect(printPoints(assessed({ 'README.md': '' }))).toEqual({
      controls: [],
      areas: new Map(),
      printed: undefined,
    });
  });
});
