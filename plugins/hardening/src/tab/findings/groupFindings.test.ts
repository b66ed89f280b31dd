// SPDX-License-Identifier: Apache-2.0
import { EXAMPLE_ASSESSMENT, EXAMPLE_FINDINGS } from '../../testing/examples';
import { EXAMPLE_RULES } from '../../testing/exampleRules';
import { groupFindings } from './groupFindings';

const { controls, outcomes } = EXAMPLE_ASSESSMENT;
const rules = new Map(EXAMPLE_RULES.map(rule => [rule.id, rule]));

it('groups by control, dearest first, with what costs nothing last', () => {
  const groups = groupFindings({
    findings: EXAMPLE_FINDINGS,
    controls,
    outcomes,
    rules,
  });
  expect(groups.map(({ title, printed }) => [title, printed])).toEqual([
    ['No container may gain privileges', '12.0'],
    ['What is built is signed', '7.5'],
    ['Minimal image', '5.1'],
    ['Non root', '4.8'],
    ['Every build context has an ignore file', '3.0'],
    ['Pinning', '1.6'],
    ['Health', '1.6'],
    ['Installs of dependencies keep their downloads in a cache mount', '0.4'],
    ['Costs nothing', undefined],
  ]);
});

it('names the worst severity of a rule, and all of its places', () => {
  const [, , minimal] = groupFindings({
    findings: EXAMPLE_FINDINGS,
    controls,
    outcomes,
    rules,
  });
  expect(minimal!.rules[1]).toMatchObject({
    id: 'dockerfile/no-build-tools-in-final-stage',
    severity: 'high',
    total: 2,
  });
});

it('knows of places that are not loaded yet', () => {
  const [group] = groupFindings({
    findings: EXAMPLE_FINDINGS.slice(0, 1),
    controls,
    outcomes: [
      { ...outcomes[0]!, rule: EXAMPLE_FINDINGS[0]!.rule, findings: 300 },
    ],
    rules,
  });
  expect(group!.rules[0]).toMatchObject({ total: 300 });
});

it('lists a rule before any of its findings is loaded', () => {
  const groups = groupFindings({
    findings: [],
    controls,
    outcomes: [
      { ...outcomes[0]!, findings: 1, severity: 'low' },
      { ...outcomes[1]!, findings: 2, severity: 'high' },
      { ...outcomes[1]!, findings: 1, severity: 'critical', path: 'b' },
      { ...outcomes[4]!, outcome: 'passed', findings: 0 },
    ],
    rules,
  });
  expect(groups.flatMap(group => group.rules)).toMatchObject([
    {
      id: outcomes[1]!.rule,
      severity: 'critical',
      total: 3,
      subjects: ['Dockerfile', 'b'],
    },
    {
      id: outcomes[0]!.rule,
      severity: 'low',
      total: 1,
      where: 'Dockerfile',
    },
  ]);
});

it('shows a rule of another version by its id', () => {
  const finding = { ...EXAMPLE_FINDINGS[0]!, rule: 'dockerfile/new-rule' };
  const groups = groupFindings({
    findings: [finding],
    controls: [
      {
        ...controls[0]!,
        control: 'dockerfile/new-rule',
        rules: [finding.rule],
      },
    ],
    outcomes: [],
    rules,
  });
  expect(groups).toMatchObject([{ title: 'New rule', rules: [{ total: 1 }] }]);
});
