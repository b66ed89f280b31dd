// SPDX-License-Identifier: Apache-2.0
import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
} from 'js-yaml';
import * as events from './yamlEvents.ts';
import { MAX_DEPTH } from './yamlLimits.ts';

const { readYamlEvents } = events;

it('has the numbers of the library', () => {
  const { DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS, POP, FLOW } = events;
  expect({ DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS, POP }).toEqual(EVENT_ID);
  expect(FLOW).toBe(COLLECTION_STYLE.FLOW);
  expect(events.SCALAR_STYLES.map((_, index) => index).slice(1)).toEqual([
    SCALAR_STYLE.PLAIN,
    SCALAR_STYLE.SINGLE_QUOTED,
    SCALAR_STYLE.DOUBLE_QUOTED,
    SCALAR_STYLE.LITERAL_BLOCK,
    SCALAR_STYLE.FOLDED_BLOCK,
  ]);
  expect(events.CHOMPINGS.map((_, index) => index).slice(1)).toEqual([
    CHOMPING_MODE.CLIP,
    CHOMPING_MODE.STRIP,
    CHOMPING_MODE.KEEP,
  ]);
});

it('ends the library at the node that is one too many', () => {
  const text = '[a, b, c]';
  // Four nodes; that the first is no key is found by trying it as one.
  expect(readYamlEvents(text, { nodes: 5 })).toHaveLength(7);
  expect(readYamlEvents(text, { nodes: 4 })).toMatchObject({
    kind: 'complexity',
    message: 'it has too many nodes',
  });
});

it('ends the library at the level that is one too deep', () => {
  const nest = (levels: number) =>
    readYamlEvents('['.repeat(levels) + ']'.repeat(levels), { nodes: 1_000 });
  expect(nest(MAX_DEPTH - 1)).toHaveLength(2 * MAX_DEPTH);
  expect(nest(MAX_DEPTH)).toMatchObject({ kind: 'complexity' });
});

it.each([
  ['!secret!x a', 'undeclared tag handle'],
  ['!sec<ret x', 'tag name cannot contain such characters'],
  [
    '%TAG !secret! a\n%TAG !secret! b\n--- c',
    'there is a previously declared suffix for tag handle',
  ],
  ['a: b: secret', 'bad indentation of a mapping entry'],
])('says nothing of the file in the message about %j', (text, message) => {
  expect(readYamlEvents(text, { nodes: 1_000 })).toMatchObject({ message });
});
