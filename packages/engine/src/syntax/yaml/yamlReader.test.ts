// SPDX-License-Identifier: Apache-2.0
import { parseYaml } from './parseYaml.ts';
import { YamlReader, type YamlStep, type YamlValue } from './yamlReader.ts';

type Kind = 'text' | 'integer' | 'number' | 'boolean';

function read(kind: Kind, text: string, ...path: readonly YamlStep[]): unknown {
  const reader = new YamlReader({ schema: 'kubernetes' });
  return shown(text, reader[kind](parseYaml(text).documents[0]?.root, ...path));
}

/** The value, or why there is none, and what stands at its place. */
function shown(text: string, found: YamlValue<unknown>): unknown {
  const place = text.slice(found.place.start, found.place.end);
  switch (found.kind) {
    case 'known':
      return [found.value, place];
    case 'unknown':
      return [found.reason, place];
    default:
      return [found.kind, place];
  }
}

it.each<[Kind, string, readonly YamlStep[], unknown]>([
  ['text', 'a: {b: c}', ['a', 'b'], ['c', 'c']],
  ['text', 'a: [b, "c"]', ['a', 1], ['c', '"c"']],
  ['text', 'a: 1.10', ['a'], ['1.10', '1.10']],
  ['text', 'a: !!str 1', ['a'], ['1', '1']],
  ['integer', 'a: 3', ['a'], [3, '3']],
  ['integer', 'a: "3"', ['a'], ['mistyped', '"3"']],
  ['integer', 'a: !!int "3"', ['a'], [3, '"3"']],
  ['integer', 'a: 1.5', ['a'], ['mistyped', '1.5']],
  ['number', 'a: 1.5', ['a'], [1.5, '1.5']],
  ['boolean', 'a: on', ['a'], [true, 'on']],
  ['boolean', 'a: "on"', ['a'], ['mistyped', '"on"']],
  // What is missing is missing at the nearest key above it.
  ['text', 'a: {b: c}', ['a', 'd', 'e'], ['absent', 'a']],
  ['text', 'a: [b]', ['a', 1], ['absent', 'a']],
  ['text', 'a: ~', ['a', 'b'], ['absent', 'a']],
  ['text', 'a:', ['a'], ['absent', 'a']],
  ['text', 'a: b', ['a', 'c'], ['mistyped', 'a']],
  ['text', 'a: {b: c}', ['a'], ['mistyped', 'a']],
  ['text', 'a: b', ['constructor'], ['absent', 'a: b']],
  ['text', '__proto__: {a: b}', ['__proto__', 'a'], ['b', 'b']],
  // Of a key that stands twice the last one counts, as for kubectl.
  ['text', 'a: b\na: c', ['a'], ['c', 'c']],
  // Templates and tags are never guessed.
  ['text', 'a: "{{ .b }}"', ['a'], ['templated-value', 'a']],
  ['text', 'a: b-${{ c }}', ['a'], ['templated-value', 'a']],
  ['text', 'a: {{ .b }}', ['a'], ['templated-value', 'a']],
  ['text', 'a: {{ .b }}', ['a', 'c'], ['templated-value', 'a']],
  ['boolean', 'a: {{ .b }}', ['a'], ['templated-value', 'a']],
  ['text', '"{{ a }}": b', ['c'], ['templated-value', '"{{ a }}": b']],
  ['text', 'a: !Ref b', ['a'], ['tag-not-known', 'a']],
  ['text', 'a: !!js/function b', ['a'], ['tag-not-known', 'a']],
  ['text', 'a: !reset {b: c}', ['a', 'b'], ['tag-not-known', 'a']],
  ['text', 'a: {{b: c}: d, e: f}', ['a', 'e'], ['f', 'f']],
  // Aliases are followed.
  ['text', 'a: &x {b: c}\nd: *x', ['d', 'b'], ['c', 'c']],
  ['text', '&x a: b\nc: *x', ['c'], ['a', 'a']],
  // Merge keys: own entries first, then the first source that has it.
  ['text', 'x: &x {a: 1}\ny: {<<: *x, a: 2}', ['y', 'a'], ['2', '2']],
  ['text', 'x: &x {a: 1}\ny: {a: 2, <<: *x}', ['y', 'a'], ['2', '2']],
  [
    'text',
    'x: &x {a: 1}\ny: &y {a: 2}\nz: {<<: [*y, *x]}',
    ['z', 'a'],
    ['2', '2'],
  ],
  ['text', 'x: &x {a: 1}\ny: &y {<<: *x}\nz: {<<: *y}', ['z', 'a'], ['1', '1']],
  ['text', 'a: {<<: {b: c}}', ['a', 'b'], ['c', 'c']],
  ['text', 'a: {<<: [b]}', ['a', 'c'], ['unparsed', 'a']],
  ['text', 'a: {"<<": {b: c}}', ['a', 'b'], ['absent', 'a']],
])('reads %s of %j at %j', (kind, text, path, expected) => {
  expect(read(kind, text, ...path)).toEqual(expected);
});

it('tells of each entry through which key it comes', () => {
  const text =
    'x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {c: 5, <<: [*x, *y], d: *x}';
  const reader = new YamlReader();
  const found = reader.entries(parseYaml(text).documents[0]?.root, 'z');
  expect(
    found.kind === 'known' &&
      found.value.map(entry => [
        entry.name,
        entry.value.kind === 'scalar' ? entry.value.text : entry.value.kind,
        text.slice(entry.mergedBy?.start, entry.mergedBy?.end ?? 0),
      ]),
  ).toEqual([
    ['c', '5', ''],
    ['d', 'mapping', ''],
    ['a', '1', '<<'],
    ['b', '2', '<<'],
  ]);
});

it('takes a merge key for a name where a program does', () => {
  const root = parseYaml('a: {<<: {b: c}}').documents[0]?.root;
  const reader = new YamlReader({ mergeKeys: false });
  expect(reader.text(root, 'a', 'b').kind).toBe('absent');
  expect(reader.text(root, 'a', '<<', 'b')).toMatchObject({ value: 'c' });
});

it('gives the items of a sequence, and says when there is none', () => {
  const text = 'a: [&x b, *x]\nc: d';
  const root = parseYaml(text).documents[0]?.root;
  const reader = new YamlReader();
  const items = reader.items(root, 'a');
  expect(
    items.kind === 'known' && items.value.map(({ start }) => start),
  ).toEqual([7, 7]);
  expect(reader.items(root, 'c').kind).toBe('mistyped');
  expect(reader.items(root, 'e').kind).toBe('absent');
  expect(reader.items(undefined).kind).toBe('absent');
});
