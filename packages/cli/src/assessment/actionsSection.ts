// SPDX-License-Identifier: Apache-2.0
import type { Action, Effort } from '@plimsoll/model';
import { labelled } from '../terminal/columns.ts';
import type { View } from './view.ts';
import { shown } from './words.ts';

const MOST_ACTIONS = 5;

/** What is most worth doing next, and what it would give. */
export function actionsSection(view: View): string[] {
  const { assessment, page, showAll } = view;
  const { actions } = assessment;
  if (actions.length === 0) return [];
  const { bold, dim, green } = page.colours;
  const limit = showAll ? actions.length : MOST_ACTIONS;
  const lines = [bold('What to do next'), ''];
  for (const action of actions.slice(0, limit)) {
    const label = gainOf(action);
    lines.push(
      ...labelled(page, label, shown(action.title), { label: green }),
      ...labelled(page, '', notesOf(action).join(' · '), { text: dim }),
    );
  }
  const rest = actions.length - limit;
  if (rest > 0) {
    const text = `and ${rest} more; --all shows them`;
    lines.push(...labelled(page, '…', text, { label: dim, text: dim }));
  }
  return [...lines, ''];
}

/** What comes only after something else, or is lost in rounding, in brackets. */
function gainOf({ gain, rawGain }: Action): string {
  return gain > 0 ? `+${gain}` : `(+${rawGain.toFixed(1)})`;
}

function notesOf({
  id,
  rules,
  effort,
  grade,
  gain,
  afterGate,
}: Action): string[] {
  const reached =
    grade !== undefined && id !== 'gate' ? [`makes it ${grade}`] : [];
  const later = afterGate
    ? ['pays once the first is done']
    : ['too little to show alone'];
  return [
    EFFORT_NOTES[effort],
    ...reached,
    ...(gain > 0 ? [] : later),
    rules.join(', '),
  ];
}

const EFFORT_NOTES: Readonly<Record<Effort, string>> = {
  auto: 'mechanical',
  assisted: 'needs a choice',
  manual: 'needs work',
};
