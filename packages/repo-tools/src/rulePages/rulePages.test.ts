// SPDX-License-Identifier: Apache-2.0

import type { Rule } from '@plimsoll/engine';
import type { RuleInfo, RuleResult } from '@plimsoll/model';
import { rulePages, stalePages } from './rulePages.ts';
import type { JudgeExample } from './rulePage.ts';

const INFO: RuleInfo = {
  id: 'dockerfile/no-sudo',
  area: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No *sudo* is installed | used',
  severity: 'medium',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: ['expert'],
  control: 'dockerfile/no-sudo',
  frameworks: ['NIST-800-190 4.1.2', 'SOC2 CC6.1', 'NIST-800-190 4.4.3'],
  peers: { hadolint: ['DL3004'] },
  category: 'privileges',
  lifecycle: 'stable',
  effort: 'manual',
  semantics: 'Judges <each> RUN of __every__ stage, and `RUN *` too.',
  rationale: 'A reason.',
  remediation: 'Remove it.',
  references: ['https://example.org/sudo'],
};

const RULE = ruleOf({});

function ruleOf(info: Partial<RuleInfo>): Rule {
  return {
    info: { ...INFO, ...info },
    artifact: 'dockerfile',
    messages: { used: 'sudo is used.' },
    examples: {
      passing: ['FROM debian:13-slim\n'],
      failing: ['FROM debian:13-slim\nRUN sudo true\n'],
    },
    check: () => ({ outcome: 'passed' }),
  };
}

const judge: JudgeExample = ({ info: { id: rule } }, example) => {
  const result = { rule, path: 'Dockerfile', role: 'production' } as const;
  if (!String(example).includes('sudo')) {
    return [{ ...result, outcome: 'passed', findings: [] }];
  }
  const finding: RuleResult['findings'][number] = {
    fingerprint: '0',
    path: 'Dockerfile',
    range: { start: 24, end: 28 },
    start: { line: 2, column: 5 },
    end: { line: 2, column: 9 },
    severity: 'low',
    messageId: 'used',
    data: {},
    message: 'sudo is used, as "*" <says>.',
    scored: true,
  };
  return [{ ...result, outcome: 'failed', findings: [finding] }];
};

const pageOf = (rule: Rule, others = [rule]) =>
  rulePages(others, judge).get(`docs/rules/${rule.info.id}.md`);

describe('rulePages', () => {
  it('shows everything about a rule, in a fixed order', () => {
    expect(pageOf(RULE)).toMatchInlineSnapshot(`
      "<!-- Generated from packages/engine/src/rules/dockerfile/no-sudo.ts by "npm run docs:rules"; do not edit. -->

      # No \\*sudo\\* is installed \\| used

      \`dockerfile/no-sudo\` · severity **medium** · confidence high · level beginner
      (mandatory for expert) · category privileges · stable · effort manual

      ## What is judged

      Judges \\<each\\> RUN of \\_\\_every\\_\\_ stage, and \`RUN *\` too.

      ## Why

      A reason.

      ## Fails

      \`\`\`dockerfile
      FROM debian:13-slim
      RUN sudo true
      \`\`\`

      What Plimsoll says:

      \`\`\`text
      Dockerfile:2:5  low  sudo is used, as "*" <says>.
      \`\`\`

      ## Passes

      \`\`\`dockerfile
      FROM debian:13-slim
      \`\`\`

      ## Unknown

      Unknown is never a pass. As every rule about Dockerfiles, this one is unknown
      for a file that cannot be parsed, was not read or is too large.

      ## How to fix

      Remove it.

      ## References

      - <https://example.org/sudo>

      ### Mapped to

      - NIST SP 800-190: 4.1.2, 4.4.3
      - SOC 2: CC6.1

      Mapped to: a passed rule is evidence for such a section, and no more than that.

      ### Similar checks of other tools

      - hadolint: \`DL3004\`
      "
    `);
  });

  it('lists the rules by area', () => {
    expect(rulePages([RULE], judge).get('docs/rules/README.md'))
      .toMatchInlineSnapshot(`
      "<!-- Generated from packages/engine/src/rules by "npm run docs:rules"; do not edit. -->

      # Rules

      1 rules. Each page says what exactly is judged and why, with examples that the
      engine has run. \`plimsoll explain <rule>\` shows the same in a terminal.

      ## dockerfile

      | Rule                             | Severity | Level    | What it holds                    |
      | -------------------------------- | -------- | -------- | -------------------------------- |
      | [no-sudo](dockerfile/no-sudo.md) | medium   | beginner | No \\*sudo\\* is installed \\| used |
      "
    `);
  });

  it('links rules of one control and of one action', () => {
    const info = { control: 'sudo', action: 'base-image' } as const;
    const rule = ruleOf(info);
    const others = [
      rule,
      ruleOf({ ...info, id: 'dockerfile/a' }),
      ruleOf({ ...info, id: 'image/b', area: 'image' }),
    ];
    const page = pageOf(rule, others)?.replaceAll('\n', ' ');
    expect(page).toContain(
      'Also of it: [dockerfile/a](a.md) and [image/b](../image/b.md).',
    );
    expect(page).toContain(
      'Also settled by it: [dockerfile/a](a.md) and [image/b](../image/b.md).',
    );
  });

  it('links rules that a text names', () => {
    const rule = ruleOf({
      rationale: 'As dockerfile/a. Not dockerfile/a-b or dockerfile/no-sudo.',
    });
    const page = pageOf(rule, [rule, ruleOf({ id: 'dockerfile/a' })]);
    expect(page).toContain(
      'As [dockerfile/a](a.md). Not dockerfile/a-b or dockerfile/no-sudo.',
    );
  });

  it.each([
    ['rationale', ruleOf({ rationale: ' ' })],
    ['references', ruleOf({ references: [] })],
    ['messages.used', { ...RULE, messages: { used: '' } }],
    [
      'examples.failing',
      { ...RULE, examples: { ...RULE.examples, failing: [] } },
    ],
  ])('makes no page without %s', (field, rule) => {
    expect(() => pageOf(rule)).toThrow(`dockerfile/no-sudo: no ${field}`);
  });

  it('makes no page of examples that do something else', () => {
    const { passing, failing } = RULE.examples;
    const swapped = {
      ...RULE,
      examples: { passing: failing, failing: passing },
    };
    expect(() => pageOf(swapped)).toThrow(
      'dockerfile/no-sudo: an example that should be failed is passed',
    );
    expect(() =>
      pageOf({ ...RULE, examples: { ...RULE.examples, unknown: failing } }),
    ).toThrow('an example that should be unknown is failed');
  });

  it('makes no page for a framework that it has no name for', () => {
    expect(() => pageOf(ruleOf({ frameworks: ['ISO-1 2'] }))).toThrow(
      '"ISO-1 2" is of no framework that is known',
    );
  });
});

describe('stalePages', () => {
  it('names pages that are missing, too much or out of date', () => {
    const wanted = new Map([
      ['docs/rules/a.md', 'a'],
      ['docs/rules/b.md', 'b'],
      ['docs/rules/c.md', 'c'],
    ]);
    const found = new Map([
      ['docs/rules/a.md', 'a'],
      ['docs/rules/b.md', 'B'],
      ['docs/rules/d.md', 'd'],
    ]);
    expect(stalePages(wanted, found)).toEqual([
      'docs/rules/b.md: out of date',
      'docs/rules/c.md: missing',
      'docs/rules/d.md: of no rule',
    ]);
    expect(stalePages(wanted, wanted)).toEqual([]);
  });
});
