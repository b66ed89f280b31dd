// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inventRule, type Invention } from '../testing/inventRule.ts';
import { ENGINE_VERSION, rulesetVersion } from './rulesetVersion.ts';

const A = invent({ id: 'dockerfile/a' });
const B = invent({ id: 'dockerfile/b' });

it('begins with the version of the package', () => {
  const file = path.join(__dirname, '../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8'));
  expect(ENGINE_VERSION).toBe(version);
  expect(rulesetVersion([A])).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{16}$/);
  expect(rulesetVersion([A]).startsWith(`${ENGINE_VERSION}-`)).toBe(true);
});

it('does not depend on the order', () => {
  expect(rulesetVersion([A, B])).toBe(rulesetVersion([B, A]));
});

it.each<[string, ReturnType<typeof invent>[]]>([
  ['a rule more', [A, B]],
  ['a rule less', []],
  ['another severity', [invent({ id: 'dockerfile/a', severity: 'low' })]],
  ['another control', [invent({ id: 'dockerfile/a', control: 'secrets' })]],
  ['another remediation', [invent({ id: 'dockerfile/a', remediation: 'X.' })]],
  ['another text', [{ ...A, messages: { said: 'Other words: {words}.' } }]],
])('changes with %s', (_, rules) => {
  expect(rulesetVersion(rules)).not.toBe(rulesetVersion([A]));
});

function invent(invention: Invention) {
  return inventRule(invention, 'dockerfile', (_, verdict) => verdict.passed());
}
