// SPDX-License-Identifier: Apache-2.0
import { parseShell } from '../../../../syntax/shell/parseShell.ts';
import { expectLinear } from '../../../../testing/expectLinear.ts';
import { MappedText } from '../../../../text/mappedText.ts';
import { pipelinesOf } from './pipelines.ts';

function names(text: string, name: string, side: 'before' | 'after') {
  const script = parseShell(MappedText.at(0, text));
  const command = script.commands.find(one => one.name?.value === name)!;
  return pipelinesOf(script)
    [side](command)
    .map(one => one.name?.value);
}

it.each([
  ['a | x', ['a']],
  ['a | b |& x', ['b', 'a']],
  ['x', []],
  ['a; x', []],
  ['a && x', []],
  ['a | b; c | x', ['c']],
  ['a && b | x', ['b']],
  ['(a; b) | x', ['b', 'a']],
  ['a; { b; c; } | x', ['c', 'b']],
  ['a $(b) | x', ['a']],
  ['echo $(b) | x', ['echo', 'b']],
  ['printf "%s" "$(b | c)" | x', ['printf', 'c', 'b']],
  ['if a; then b | x; fi', ['b']],
])('%s: what reaches x', (text, expected) => {
  expect(names(text, 'x', 'before')).toEqual(expected);
});

it.each([
  ['x | a | b', ['a', 'b']],
  ['x; a | b', []],
  ['(x; a) | b', ['b']],
])('%s: what x reaches', (text, expected) => {
  expect(names(text, 'x', 'after')).toEqual(expected);
});

it('takes linear time', () => {
  expectLinear(
    count => {
      const length = 4;
      const commands = Array.from({ length: count }, (_, index) => {
        const start = index * length;
        const name = { value: 'a', start, end: start + 1, isDynamic: false };
        const operator = '|' as const;
        const more = { args: [], assignments: [], redirects: [], depth: 0 };
        return { name, operator, start, end: start + 1, ...more };
      });
      return { commands, redirects: [], errors: [] };
    },
    script => pipelinesOf({ ...script }).before(script.commands[0]!),
  );
});
