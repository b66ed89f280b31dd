// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { RULES, type Rule } from '@plimsoll/engine';
import type { RuleInfo } from '@plimsoll/model';
import { readPages } from '../rulePages/readPages.ts';
import { RULE_PAGES } from '../rulePages/rulePages.ts';
import { disagreements, type Catalogue } from './parity.ts';
import { readRuleFiles } from './ruleFiles.ts';

const root = path.join(__dirname, '../../../..');

it('holds for the rules of the engine: files, list, tests, pages and metadata agree', () => {
  const files = readRuleFiles(root);
  const pages = [...readPages(root).keys()].map(page =>
    page.slice(RULE_PAGES.length + 1),
  );
  expect(files.length).toBeGreaterThan(3);
  expect(disagreements({ rules: RULES, files, pages })).toEqual([]);
});

describe('disagreements', () => {
  it('has nothing against a catalogue that agrees', () => {
    expect(disagreements(catalogue({}))).toEqual([]);
  });

  it('lets rules of an area share a file', () => {
    const { files, ...rest } = catalogue({});
    const [first, ...others] = files;
    const text = `${first?.text}} from './sharedWords.ts'`;
    expect(
      disagreements({
        ...rest,
        files: [
          { path: 'dockerfile/no-sudo.ts', text },
          ...others,
          { path: 'dockerfile/sharedWords.ts', text: 'export const a = 1;' },
        ],
      }),
    ).toEqual([]);
  });

  it('lets a test be about several rules of an area', () => {
    const { files, ...rest } = catalogue({});
    const test = (...slugs: string[]) => ({
      path: 'dockerfile/sharedPromise.test.ts',
      text: slugs.map(slug => `import { a } from './${slug}.ts';\n`).join(''),
    });
    expect(
      disagreements({
        ...rest,
        files: [...files, test('no-sudo', 'user-set')],
      }),
    ).toEqual([]);
    expect(
      disagreements({ ...rest, files: [...files, test('no-sudo', 'gone')] }),
    ).toEqual(['dockerfile/sharedPromise.test.ts: a test of no rule']);
  });

  const source = (id: string, constant: string) =>
    `export const ${constant} = defineRule({\n  id: '${id}',\n`;

  it.each<[complaint: string, change: (good: Catalogue) => Partial<Catalogue>]>(
    [
      [
        'dockerfile/no-sudo.ts: no test',
        ({ files }) => ({
          files: files.filter(({ path: file }) => !file.includes('sudo.test')),
        }),
      ],
      [
        'dockerfile/a-b.ts: not in rules.ts',
        ({ files }) => ({
          files: [
            ...files,
            { path: 'dockerfile/a-b.ts', text: source('dockerfile/a-b', 'aB') },
            { path: 'dockerfile/a-b.test.ts', text: '' },
          ],
        }),
      ],
      [
        'dockerfile/gone.test.ts: a test of no rule',
        ({ files }) => ({
          files: [...files, { path: 'dockerfile/gone.test.ts', text: '' }],
        }),
      ],
      [
        'dockerfile/helpers.ts: neither a rule nor used by one',
        ({ files }) => ({
          files: [...files, { path: 'dockerfile/helpers.ts', text: 'x' }],
        }),
      ],
      [
        'dockerfile/no-sudo: no file',
        ({ files }) => ({ files: files.slice(2) }),
      ],
      [
        'dockerfile/no-sudo.ts: exports sudo, which is not its name',
        ({ files }) => ({
          files: files.map(file => ({
            ...file,
            text: file.text.replace('noSudo', 'sudo'),
          })),
        }),
      ],
      [
        'dockerfile/no-sudo.ts: the id is not that of the file',
        ({ files }) => ({
          files: files.map(file => ({
            ...file,
            text: file.text.replace('/no-sudo', '/sudo'),
          })),
        }),
      ],
      [
        'docs/rules/dockerfile/no-sudo.md: missing, "npm run docs:rules" makes it',
        () => ({ pages: ['README.md', 'dockerfile/user-set.md'] }),
      ],
      [
        'docs/rules/dockerfile/old.md: of no rule',
        ({ pages }) => ({ pages: [...pages, 'dockerfile/old.md'] }),
      ],
      [
        'dockerfile/user-set: rules.ts is not in the order of ids',
        ({ rules }) => ({ rules: [...rules].reverse() }),
      ],
    ],
  )('%s', (complaint, change) => {
    const good = catalogue({});
    expect(disagreements({ ...good, ...change(good) })).toContain(complaint);
  });

  it.each<[complaint: string, info: Partial<RuleInfo>]>([
    ['title is empty', { title: ' ' }],
    ['semantics is empty', { semantics: '' }],
    ['references is empty', { references: [] }],
    ['title ends with a full stop', { title: 'No sudo.' }],
    ['rationale does not end with a full stop', { rationale: 'It matters' }],
    ['rationale has blanks too many', { rationale: 'It  matters.' }],
    ['title begins with a small letter', { title: 'no sudo' }],
    ['still says "Write me"', { remediation: 'Write me: what to do.' }],
    ['the id is not area/slug', { area: 'image' }],
    ['category "x" is not in the model', { category: 'x' as 'secrets' }],
    ['action "x" is not in the model', { action: 'x' as 'secrets' }],
    [
      'mandatoryFor "x" is not in the model',
      { mandatoryFor: ['x' as 'expert'] },
    ],
    ['peer "lint" is not in the model', { peers: { lint: ['1'] } as object }],
    ['peer trivy has no id', { peers: { trivy: [] } }],
    ['trivy says something twice', { peers: { trivy: ['1', '1'] } }],
    ['reference "x" is no https address', { references: ['x'] }],
    ['"ISO-1 2" is of no framework that is known', { frameworks: ['ISO-1 2'] }],
    [
      'control "dockerfile/user-set" is neither its own id nor a word',
      { control: 'dockerfile/user-set' },
    ],
  ])('%s', (complaint, info) => {
    expect(disagreements(catalogue(info))).toEqual([
      `dockerfile/no-sudo: ${complaint}`,
    ]);
  });

  it('finds ids that are used twice, as aliases too', () => {
    expect(
      disagreements(catalogue({ aliases: ['dockerfile/user-set'] })),
    ).toEqual(['dockerfile/user-set: an id of several rules']);
  });

  it('wants one meaning of a control', () => {
    const { rules, ...rest } = catalogue({ control: 'sudo' });
    const [first, second] = rules as [Rule, Rule];
    const info = { ...second.info, control: 'sudo' };
    const sameMeaning = [first, { ...second, info }];
    expect(disagreements({ ...rest, rules: sameMeaning })).toEqual([]);
    const otherMeaning = [
      first,
      { ...second, info: { ...info, category: 'secrets' as const } },
    ];
    expect(disagreements({ ...rest, rules: otherMeaning })).toEqual([
      'control sudo: of several categories (privileges, secrets)',
    ]);
  });
});

/** Two good rules; the first one changed. */
function catalogue(info: Partial<RuleInfo>): Catalogue {
  const rules = [
    ruleOf({ id: 'dockerfile/no-sudo', ...info }),
    ruleOf({ id: 'dockerfile/user-set' }),
  ];
  return {
    rules,
    files: [
      {
        path: 'dockerfile/no-sudo.ts',
        text: "export const noSudo = defineRule({\n  id: 'dockerfile/no-sudo',\n",
      },
      { path: 'dockerfile/no-sudo.test.ts', text: '' },
      {
        path: 'dockerfile/user-set.ts',
        text: "export const dockerfileUserSet = defineRule({\n  id: 'dockerfile/user-set',\n",
      },
      { path: 'dockerfile/user-set.test.ts', text: '' },
    ],
    pages: ['README.md', 'dockerfile/no-sudo.md', 'dockerfile/user-set.md'],
  };
}

function ruleOf(info: Partial<RuleInfo> & Pick<RuleInfo, 'id'>): Rule {
  return {
    info: {
      area: 'dockerfile',
      scoreArea: 'dockerfile',
      title: 'No sudo',
      severity: 'medium',
      confidence: 'high',
      level: 'beginner',
      mandatoryFor: [],
      control: info.id,
      frameworks: ['NIST-800-190 4.1.2'],
      peers: { hadolint: ['DL3004'] },
      category: 'privileges',
      lifecycle: 'stable',
      effort: 'manual',
      semantics: 'Judges it.',
      rationale: 'It matters.',
      remediation: 'Remove it.',
      references: ['https://example.org/'],
      ...info,
    },
    artifact: 'dockerfile',
    messages: { used: 'It is used.' },
    examples: { passing: ['FROM a\n'], failing: ['FROM b\n'] },
    check: () => ({ outcome: 'passed' }),
  };
}
