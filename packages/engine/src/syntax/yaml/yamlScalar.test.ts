// SPDX-License-Identifier: Apache-2.0
import { parseYaml } from './parseYaml.ts';
import { YamlScalar } from './yamlScalar.ts';

/** The value of the last key. */
function scalarOf(text: string): YamlScalar {
  const root = parseYaml(text).documents.at(-1)?.root;
  const value = root?.kind === 'mapping' ? root.pairs.at(-1)?.value : undefined;
  if (!(value instanceof YamlScalar)) throw new Error(`no scalar in ${text}`);
  return value;
}

it.each([
  ['a: b  c ', 'b  c'],
  ['a: b\n  c\n\n  d', 'b c\nd'],
  ["a: 'it''s'", "it's"],
  ["a: ' b \n  c '", ' b c '],
  ['a: "b\\n\\x41\\u00e9\\U0001f433\\/"', 'b\nAé🐳/'],
  ['a: "b\\\n   c"', 'bc'],
  ['a: "b \\ \n  c"', 'b   c'],
  ['a: "\\UFFFFFFFF"', '\ufffd'],
  ['a: |\n  b\n   c\n\n  d\n', 'b\n c\n\nd\n'],
  ['a: |-\n  b\n\n', 'b'],
  ['a: |+\n  b\n\n', 'b\n\n'],
  ['a: |2\n   b\n', ' b\n'],
  ['a: >\n  b\n  c\n\n  d\n   e\n  f\n', 'b c\nd\n e\nf\n'],
  ['a: |\r\n  b\r\n  c\r\n', 'b\nc\n'],
  ['a: |\n  b', 'b\n'],
  ['a: |+\n  b', 'b\n'],
  ['a: |\n', ''],
  ['a:', ''],
  [`a: ${'x'.repeat(300_000)}`, 'x'.repeat(300_000)],
])('decodes %.40j', (text, expected) => {
  expect(scalarOf(text).text).toBe(expected);
});

it.each([
  ['of a script', 'run: |\n  npm ci\n  sudo id\n', 'sudo', 'sudo'],
  [
    'of a script with Windows line ends',
    'run: |\r\n  npm ci\r\n  sudo id\r\n',
    'sudo',
    'sudo',
  ],
  [
    'of a folded script',
    'run: >-\n  npm ci &&\n  sudo id\n',
    '&& sudo',
    '&&\n  sudo',
  ],
  ['behind escapes', 'run: "a\\tb \\"c\\""', 'c"', 'c\\'],
  ['behind quotes', "run: 'a ''b'' c'", 'c', 'c'],
  ['in a plain scalar of two lines', 'run: a\n  b', 'a b', 'a\n  b'],
])('knows where text stands %s', (_, text, part, expected) => {
  const { mapped } = scalarOf(text);
  const index = mapped.text.indexOf(part);
  const start = mapped.offsetAt(index);
  const end = mapped.endOffsetAt(index, index + part.length);
  expect(text.slice(start, end)).toBe(expected);
});

it('gives one place for a text in very many pieces', () => {
  const scalar = scalarOf(`a: "${'\\n'.repeat(100_000)}"`);
  expect(scalar.text).toBe('\n'.repeat(100_000));
  expect(scalar.mapped.offsetAt(50_000)).toBe(4);
});
