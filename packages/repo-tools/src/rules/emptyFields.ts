// SPDX-License-Identifier: Apache-2.0

import type { RuleInfo } from '@plimsoll/model';
import type { Rule } from '@plimsoll/engine';

/** What a page cannot do without. */
const TEXTS = [
  'id',
  'area',
  'scoreArea',
  'title',
  'severity',
  'confidence',
  'level',
  'control',
  'category',
  'lifecycle',
  'effort',
  'semantics',
  'rationale',
  'remediation',
] as const satisfies readonly (keyof RuleInfo)[];

/** The names of fields that a rule leaves empty; none for a whole rule. */
export function emptyFields({ info, messages, examples }: Rule): string[] {
  const empty: string[] = TEXTS.filter(name => isBlank(info[name]));
  if (info.references.length === 0) empty.push('references');
  if (Object.keys(messages).length === 0) empty.push('messages');
  for (const [id, text] of Object.entries(messages)) {
    if (isBlank(text)) empty.push(`messages.${id}`);
  }
  if (examples.passing.length === 0) empty.push('examples.passing');
  if (examples.failing.length === 0) empty.push('examples.failing');
  return empty;
}

/** @throws Error - naming rule and fields: no page has a hole */
export function requireFields(rule: Rule): void {
  const empty = emptyFields(rule);
  if (empty.length > 0) {
    throw new Error(`${rule.info.id}: no ${empty.join(', no ')}`);
  }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
