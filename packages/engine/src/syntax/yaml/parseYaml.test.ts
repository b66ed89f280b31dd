// SPDX-License-Identifier: Apache-2.0
import { expectLinear } from '../../testing/expectLinear.ts';
import { parseYaml } from './parseYaml.ts';
import { MAX_DEPTH, MAX_LENGTH } from './yamlLimits.ts';
import type { YamlNode } from './yamlTree.ts';

/** The tree in one line, each node as it stands in the text. */
function outline(text: string): string {
  return parseYaml(text)
    .documents.map(({ root, error }) =>
      root ? describeNode(text, root) : `${error?.reason} at ${error?.start}`,
    )
    .join(' ; ');
}

function describeNode(text: string, node: YamlNode): string {
  const slice = text.slice(node.start, node.end);
  const marks =
    node.kind === 'alias'
      ? ''
      : [node.tag?.name, node.anchor && `&${node.anchor.name}`]
          .filter(mark => mark !== undefined)
          .map(mark => `${mark} `)
          .join('');
  switch (node.kind) {
    case 'alias':
      return `${slice}→${node.target.start}`;
    case 'scalar':
      return `${marks}${node.style[0]}<${slice}>@${node.start}`;
    case 'mapping':
      return `${marks}{${node.pairs
        .map(
          ({ key, value }) =>
            `${describeNode(text, key)}: ${describeNode(text, value)}`,
        )
        .join(', ')}}@${node.start}–${node.end}`;
    case 'sequence':
      return `${marks}[${node.items
        .map(item => describeNode(text, item))
        .join(', ')}]@${node.start}–${node.end}`;
    default:
      return node satisfies never;
  }
}

it.each([
  ['a: b', '{p<a>@0: p<b>@3}@0–4'],
  ['a: b\r\nc: d\r\n', '{p<a>@0: p<b>@3, p<c>@6: p<d>@9}@0–10'],
  ['\ufeffa: b', '{p<a>@1: p<b>@4}@1–5'],
  ['\ufeff--- a', 'p<a>@5'],
  ['a:\n  - "b"\n  - \'c\'', `{p<a>@0: [d<"b">@7, s<'c'>@15]@5–18}@0–18`],
  ['{a: [b, ], c: {}}  # d', '{p<a>@1: [p<b>@5]@4–9, p<c>@11: {}@14–16}@0–17'],
  ['{"a":1}', '{d<"a">@1: p<1>@5}@0–7'],
  ['[a # ]\n]', '[p<a>@1]@0–8'],
  ['a:\tb', '{p<a>@0: p<b>@3}@0–4'],
  // Values that are missing stand behind what announces them.
  ['a:\nb: ', '{p<a>@0: p<>@2, p<b>@3: p<>@5}@0–5'],
  ['-\n- a\n-', '[p<>@1, p<a>@4, p<>@7]@0–7'],
  ['{a, b: }', '{p<a>@1: p<>@2, p<b>@4: p<>@6}@0–8'],
  [': a', '{p<>@0: p<a>@2}@0–3'],
  ['? a', '{p<a>@2: p<>@3}@0–3'],
  ['? [a]\n: b', '{[p<a>@3]@2–5: p<b>@8}@0–9'],
  [
    'a: !!null\nb: &c',
    '{p<a>@0: tag:yaml.org,2002:null p<>@9, p<b>@10: &c p<>@15}@0–15',
  ],
  // A pair in a sequence is a mapping of its own.
  ['[a: b, c]', '[{p<a>@1: p<b>@4}@1–5, p<c>@7]@0–9'],
  ['[{a: b}: c]', '[{{p<a>@2: p<b>@5}@1–7: p<c>@9}@1–10]@0–11'],
  ['[[a]: b]', '[{[p<a>@2]@1–4: p<b>@6}@1–7]@0–8'],
  // Blocks begin at their header and end with their last line.
  [
    'a: |- # b\n  c\n  d\n\ne: f',
    '{p<a>@0: l<|- # b\n  c\n  d>@3, p<e>@19: p<f>@22}@0–23',
  ],
  ['- !!str &a >\n b\n', '[tag:yaml.org,2002:str &a f<>\n b>@11]@0–15'],
  ['a: |\n', '{p<a>@0: l<|>@3}@0–4'],
  // Tags are names, never instructions.
  ['!Ref a', '!Ref p<a>@5'],
  ['!!js/function "a"', 'tag:yaml.org,2002:js/function d<"a">@14'],
  ['!<tag:x,2026:y> {}', 'tag:x,2026:y {}@16–18'],
  ['%TAG !e! tag:e,\n---\n!e!f a', 'tag:e,f p<a>@25'],
  // Aliases lead to what stands before them.
  ['- &a b\n- *a', '[&a p<b>@5, *a→5]@0–11'],
  ['- &a b\n- &a c\n- *a', '[&a p<b>@5, &a p<c>@12, *a→12]@0–18'],
  ['&a b: *a', '{&a p<b>@3: *a→3}@0–8'],
])('reads %j', (text, expected) => {
  expect(outline(text)).toBe(expected);
});

it.each([
  ['', ''],
  ['# a\n\n', ''],
  ['...\n', ''],
  ['---\n---\na\n...\nb', 'p<>@3 ; p<a>@8 ; p<b>@14'],
  ['# a\n%YAML 1.1\n---\nb\n--- c\n', 'p<b>@18 ; p<c>@24'],
  ['a: "b\n--- c"\nd: e', 'unparsed at 6 ; unparsed at 14'],
  ['a\n---b', 'p<a\n---b>@0'],
  ['a: |\n  ---\n---\nb', '{p<a>@0: l<|\n  --->@3}@0–10 ; p<b>@15'],
])('finds the documents of %j', (text, expected) => {
  expect(outline(text)).toBe(expected);
});

it('reads the documents around a broken one', () => {
  expect(outline('a: 1\n---\nb: [\n---\nc: 2\n')).toBe(
    '{p<a>@0: p<1>@3}@0–4 ; unparsed at 14 ; {p<c>@18: p<2>@21}@18–22',
  );
});

it.each([
  ['an alias without an anchor', 'a: *b', 'unparsed', 3],
  ['an alias in its own anchor', 'a: &b [*b]', 'unparsed', 7],
  ['an anchor of another document', '&a b\n---\n- *a', 'unparsed', 11],
  ['a tab as indentation', 'a:\n\tb: c', 'unparsed', 3],
  ['a byte that is not UTF-8', 'a: \udcff', 'unparsed', 3],
  ['a zero', 'a: \0', 'unparsed', 3],
  ['a string that does not end', 'a: "b', 'unparsed', 5],
])('has an error with its place for %s', (_, text, reason, start) => {
  const [error] = parseYaml(text).documents.flatMap(document =>
    document.error ? [document.error] : [],
  );
  expect(error).toMatchObject({ reason, start });
});

it('reports both places of a key that a mapping has twice', () => {
  const text = 'a: 1\n"a": 2\n__proto__: 3\nb: {a: 4, __proto__: 5}';
  expect(parseYaml(text).documents[0]?.duplicates).toEqual([
    { key: 'a', first: { start: 0, end: 1 }, second: { start: 5, end: 8 } },
  ]);
  const many = Array.from({ length: 20 }, (_, index) => `k${index}: 1`);
  const again = parseYaml([...many, 'k3: 2', 'k19: 2'].join('\n'));
  expect(again.documents[0]?.duplicates.map(({ key }) => key)).toEqual([
    'k3',
    'k19',
  ]);
});

// What Docker, kubectl and GitHub read although YAML 1.2 forbids it.
it.each([
  ['a: [\n  b\n]\nc: d', '{p<a>@0: [p<b>@7]@3–10, p<c>@11: p<d>@14}@0–15'],
  ['a: {\nb: c\n}', '{p<a>@0: {p<b>@5: p<c>@8}@3–11}@0–11'],
  ['a: [ # b\n]', '{p<a>@0: []@3–10}@0–10'],
  ['a: "b\nc"\nd: e', '{p<a>@0: d<"b\nc">@3, p<d>@9: p<e>@12}@0–13'],
  ["a:\n  b: 'c\n\n d'", "{p<a>@0: {p<b>@5: s<'c\n\n d'>@8}@5–15}@0–15"],
])('reads %j, whose lines stand too far to the left', (text, expected) => {
  expect(outline(text)).toBe(expected);
});

it('says what else is wrong with such a file, and where', () => {
  expect(outline('a: [\n]\nb: "')).toBe('unparsed at 11');
  expect(outline('a: [\n')).toBe('unparsed at 5');
});

describe('hostile files', () => {
  const aliases = (levels: number, item: (name: string) => string) =>
    Array.from({ length: levels }, (_, level) =>
      level === 0
        ? 'a0: &a0 {x: 1}\n'
        : `a${level}: &a${level} ${item(`*a${level - 1}`)}\n`,
    ).join('');

  it.each([
    ['aliases of aliases', aliases(12, name => `[${Array(9).fill(name)}]`)],
    ['merges of merges', aliases(40, name => `{<<: [${name}, ${name}]}`)],
    ['a chain of merges', aliases(2_000, name => `{<<: ${name}, k: 1}`)],
    ['brackets', '['.repeat(1_000_000)],
    ['braces', '{a: '.repeat(250_000)],
    ['dashes', '- '.repeat(500_000)],
    ['question marks', '? '.repeat(500_000)],
    ['keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')],
    [
      'anchors',
      Array.from({ length: 80_000 }, (_, i) => `- &a${i} x`).join('\n'),
    ],
    ['aliases of a scalar', `- &a x\n${'- *a\n'.repeat(200_000)}`],
    ['empty values', `{${'a,'.repeat(500_000)}}`],
    ['empty values, few enough to be read', `{${'a,'.repeat(40_000)}}`],
    ['documents', '---\n'.repeat(100_000)],
    ['broken documents', '---\n[\n'.repeat(90_000)],
    ['folded lines', `"${'x\n '.repeat(300_000)}"`],
  ])('end as too complex: %s', (_, text) => {
    const reasons = parseYaml(text).documents.map(({ error }) => error?.reason);
    expect(reasons).toContain('too-complex');
  });

  it('end with a document that stands for all that follow', () => {
    const text = `a\n---\n${'- b\n'.repeat(50_000)}---\nc\n`;
    const { documents } = parseYaml(text);
    expect(documents.map(({ error }) => error?.reason)).toEqual([
      undefined,
      'too-complex',
    ]);
    expect(documents[1]).toMatchObject({ start: 2, end: text.length });
  });

  it('end as too large beyond a length', () => {
    const long = `a: ${'x'.repeat(MAX_LENGTH)}`;
    expect(outline(long)).toBe('too-large at 0');
    expect(outline(long.slice(0, MAX_LENGTH))).toMatch(/^\{p<a>/);
  });

  it('may nest as deep as people never do', () => {
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(outline(nest(MAX_DEPTH - 1))).toMatch(/^\[+\]/);
    expect(outline(nest(MAX_DEPTH))).toBe(`too-complex at ${MAX_DEPTH - 1}`);
  });

  it.each([
    ['items', (n: number) => `[${'a,'.repeat(n)}]`],
    ['markers in a line', (n: number) => '---'.repeat(n)],
    ['escapes', (n: number) => `"${'\\n'.repeat(n)}"`],
    ['folds', (n: number) => `"${'x\n\n '.repeat(n)}"`],
    ['lines of a block', (n: number) => `>\n${'  x\n\n   y\n'.repeat(n)}`],
    ['tags', (n: number) => '- !a b\n'.repeat(n)],
    ['comments', (n: number) => `a:\n${'# b\n'.repeat(n)}`],
    ['lines that have to move', (n: number) => 'a: [\n]\n'.repeat(n)],
  ])('take linear time: %s', (_, make) => {
    expectLinear(make, text => {
      for (const { root } of parseYaml(text).documents) {
        if (root?.kind === 'scalar') void root.text;
      }
    });
  });
});
