// SPDX-License-Identifier: Apache-2.0
import { readRepository } from '../artifacts/repository.ts';
import type { Rule } from '../rules/rule.ts';
import type { Verdict } from '../rules/verdict.ts';
import { toSources } from '../testing/assessFiles.ts';
import { inventRule, obedientContextRule } from '../testing/inventRule.ts';
import { runRules } from './runRules.ts';

const NOW = new Date('2026-11-21');

describe('results', () => {
  it('come rule by rule, and by path, whatever the order of files', () => {
    const rules = ['dockerfile/a', 'dockerfile/b'].map(id =>
      inventRule({ id }, 'dockerfile', (_, verdict) => verdict.passed()),
    );
    const files = { 'b/Dockerfile': 'FROM a\n', 'a/Dockerfile': 'FROM a\n' };
    expect(shape(rules, files)).toEqual([
      'dockerfile/a a/Dockerfile passed',
      'dockerfile/a b/Dockerfile passed',
      'dockerfile/b a/Dockerfile passed',
      'dockerfile/b b/Dockerfile passed',
    ]);
  });

  it('of build contexts come by the path of their ignore file', () => {
    const rules = [obedientContextRule({ id: 'dockerignore/a' })];
    const files = {
      'Dockerfile.a': 'FROM a\n',
      'Dockerfile.b': 'FROM a\n',
      'Dockerfile.a.dockerignore': '',
      '.dockerignore': '',
    };
    expect(shape(rules, files)).toEqual([
      'dockerignore/a .dockerignore passed',
      'dockerignore/a Dockerfile.a.dockerignore passed',
    ]);
  });

  it('are unknown for what cannot be read, without asking the rule', () => {
    const rule = inventRule({ id: 'dockerfile/a' }, 'dockerfile', () => {
      throw new Error('asked');
    });
    expect(shape([rule], 'FROM a\nRUN <<EOF\n')).toEqual([
      'dockerfile/a Dockerfile unknown unparsed',
    ]);
  });
});

describe('a rule with a mistake of its own', () => {
  const good = inventRule({ id: 'dockerfile/z' }, 'dockerfile', (_, verdict) =>
    verdict.passed(),
  );
  const place = { start: 0, end: 1 };

  it.each<[string, () => Verdict, string]>([
    [
      'throws',
      () => {
        throw new Error('left\nright');
      },
      'left\\nright',
    ],
    [
      'throws what is no error',
      () => {
        // eslint-disable-next-line no-throw-literal
        throw 'words';
      },
      'words',
    ],
    [
      'fails without a finding',
      () => ({ outcome: 'failed', findings: [] }),
      'It failed without a finding',
    ],
    [
      'has a word of its own',
      () => ({ outcome: 'fine' } as unknown as Verdict),
      'There is no outcome "fine"',
    ],
    [
      'gives data that is no text',
      () => ({
        outcome: 'failed',
        findings: [
          {
            messageId: 'said',
            at: place,
            data: { words: undefined } as unknown as Record<string, string>,
            severity: undefined,
          },
        ],
      }),
      expect.stringContaining('undefined'),
    ],
    [
      'returns nothing',
      () => undefined as unknown as Verdict,
      expect.stringContaining('undefined'),
    ],
  ])('is named and ends nothing: it %s', (_, check, detail) => {
    const bad = inventRule({ id: 'dockerfile/a' }, 'dockerfile', check);
    const { results } = run([bad, good], 'FROM a\n');
    expect(results).toMatchObject([
      {
        rule: 'dockerfile/a',
        outcome: 'crashed',
        reason: 'crashed',
        detail,
        findings: [],
      },
      { rule: 'dockerfile/z', outcome: 'passed' },
    ]);
  });
});

describe('validUntil', () => {
  const until = (id: string, ...days: string[]) =>
    inventRule({ id }, 'dockerfile', ({ path }, verdict) => {
      const day = days[path.startsWith('b') ? 1 : 0];
      return day
        ? verdict.until(verdict.passed(), new Date(day))
        : verdict.passed();
    });
  const files = { 'a/Dockerfile': 'FROM a\n', 'b/Dockerfile': 'FROM a\n' };

  it.each([
    ['nothing ends', [until('dockerfile/a')], undefined],
    [
      'the first of all that ends',
      [
        until('dockerfile/a', '2027-06-01', '2027-03-01'),
        until('dockerfile/b', '2027-04-01'),
      ],
      '2027-03-01',
    ],
    [
      'what is over changes nothing any more',
      [until('dockerfile/a', '2026-11-21', '2027-03-01')],
      '2027-03-01',
    ],
    [
      'no day at all is not a day',
      [until('dockerfile/a', 'never', '2027-03-01')],
      '2027-03-01',
    ],
  ])('%s', (_, rules, day) => {
    expect(run(rules, files).validUntil).toEqual(
      day === undefined ? undefined : new Date(day),
    );
  });
});

function run(rules: readonly Rule[], files: Parameters<typeof toSources>[0]) {
  const repository = readRepository(toSources(files), 'complete');
  return runRules(rules, { repository, policy: {}, now: NOW });
}

function shape(
  rules: readonly Rule[],
  files: Parameters<typeof toSources>[0],
): string[] {
  return run(rules, files).results.map(({ rule, path, outcome, reason }) =>
    [rule, path, outcome, ...(reason ? [reason] : [])].join(' '),
  );
}
