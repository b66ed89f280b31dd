// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import {
  CORE_SCHEMA,
  dump,
  getScalarValue,
  loadAll,
  parseEvents,
} from 'js-yaml';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { parseYaml } from './parseYaml.ts';
import { yamlComments } from './yamlComments.ts';
import { YamlReader } from './yamlReader.ts';
import { plainValue } from './yamlSchema.ts';
import type { YamlNode } from './yamlTree.ts';

/** Pieces from which documents with everything in them are made. */
const PIECES = [
  'a: ',
  'b: ',
  '- ',
  '? ',
  ': ',
  'x',
  'y z',
  '12',
  '0644',
  'yes',
  '~',
  '"s\\n\\u0041"',
  "'t''u'",
  '\n',
  '\n  ',
  '\n    ',
  '\n---\n',
  '\n...\n',
  '|\n  ',
  '>-\n  ',
  '|+2\n   ',
  '[',
  ']',
  ', ',
  '{',
  '}',
  '&n ',
  '*n',
  '<<: ',
  '!t ',
  '!!str ',
  ' # c\n',
  '%TAG !e! x\n',
  '{{ v }}',
];

const yamlText = arbitraryText(PIECES);

/** What js-yaml would make of the tree. */
function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'alias':
      return plain(node.target);
    case 'sequence':
      return node.items.map(plain);
    case 'scalar': {
      if (node.style !== 'plain') return node.text;
      return plainValue(node.text, 'core') ?? null;
    }
    case 'mapping': {
      const entries = node.pairs.map(({ key, value }): [string, unknown] => [
        String(plain(key)),
        plain(value),
      ]);
      // Not an assignment: `__proto__` is a name like any other.
      return Object.fromEntries(entries);
    }
    default:
      return node satisfies never;
  }
}

function rootsOf(text: string): YamlNode[] {
  return parseYaml(text).documents.flatMap(({ root }) => root ?? []);
}

function* nodesOf(node: YamlNode): Generator<YamlNode> {
  yield node;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* nodesOf(item);
  } else if (node.kind === 'mapping') {
    for (const { key, value } of node.pairs) {
      yield* nodesOf(key);
      yield* nodesOf(value);
    }
  }
}

/** Reads everything; throws when a range is not where it should be. */
function readAll(text: string): void {
  const stream = parseYaml(text);
  const reader = new YamlReader({ schema: 'kubernetes' });
  for (const document of stream.documents) {
    const { root, error, start, end } = document;
    hold((root === undefined) === (error !== undefined), 'root or error');
    if (error) hold(start <= error.start && error.start <= end, 'error place');
    void yamlComments(text, document);
    if (!root) continue;
    let last = start;
    for (const node of nodesOf(root)) {
      hold(last <= node.start && node.start <= node.end, 'order of nodes');
      hold(node.end <= end, 'end of node');
      const isLeaf = node.kind === 'scalar' || node.kind === 'alias';
      last = isLeaf ? node.end : node.start;
      if (node.kind === 'scalar') checkScalar(text, node);
      if (node.kind === 'alias') hold(text[node.start] === '*', 'alias');
      if (node.kind === 'mapping') void reader.entries(node);
      void reader.text(node);
      void reader.integer(node, 'a', 0);
    }
  }
}

const FIRST = { single: "'", double: '"', literal: '|', folded: '>' };

function checkScalar(text: string, node: YamlNode & { kind: 'scalar' }): void {
  const { mapped, style, content } = node;
  if (style !== 'plain') hold(text[node.start] === FIRST[style], style);
  for (let index = 0; index < mapped.text.length; index++) {
    const offset = mapped.offsetAt(index);
    hold(content.start <= offset && offset <= content.end, 'offset of text');
    const character = mapped.text[index]!;
    // What is neither folded nor escaped stands there as it is.
    if (/[a-z0-9]/.test(character) && style !== 'double') {
      hold(text[offset] === character, 'character');
    }
  }
}

/** As `expect`, of which there would be too many. */
function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`);
}

it('reads what js-yaml writes as js-yaml reads it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 3 }),
      values => {
        const text = values.map(value => `---\n${dump(value)}`).join('');
        const expected = loadAll(text, { schema: CORE_SCHEMA });
        expect(rootsOf(text).map(plain)).toEqual(expected);
        readAll(text);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('reads JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(0, 2),
      (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        expect(rootsOf(text).map(plain)).toEqual([JSON.parse(text)]);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('never throws, and every node stands where it says', () => {
  fc.assert(fc.property(yamlText, readAll), { numRuns: FUZZ_RUNS });
});

it('never throws for a file that is cut off', () => {
  const text = [
    '# c\n%YAML 1.2\n---\na: &x [b, "c\\n", {d: e}]\nf: |\n  g\n   h\ni: >-\n  j\n',
    "k: {<<: *x}\n? [l]\n: 'm\n  n'\n...\n---\n!t o: !!str p # q\n- r\n",
  ].join('');
  for (let end = 0; end <= text.length; end++) {
    const cut = text.slice(0, end);
    expect(() => readAll(cut)).not.toThrow();
    expect(() => readAll(cut.replaceAll('\n', '\r\n'))).not.toThrow();
  }
});

it('reads a stream of documents as js-yaml reads it at once', () => {
  fc.assert(
    fc.property(yamlText, written => {
      // A mark in the middle is text to js-yaml, or not, by what is before it.
      const text = written.replaceAll('\ufeff', '');
      const whole = eventsOf(text);
      const { documents } = parseYaml(text);
      if (!whole || documents.some(({ error }) => error)) return;
      const expected = whole.flatMap(event =>
        event.type === 4 ? getScalarValue(text, event) : [],
      );
      const found = rootsOf(text)
        .flatMap(root => [...nodesOf(root)])
        .flatMap(node => (node.kind === 'scalar' ? node.text : []));
      expect(found).toEqual(expected);
    }),
    { numRuns: FUZZ_RUNS },
  );
});

function eventsOf(text: string) {
  try {
    return parseEvents(text, {});
  } catch {
    return undefined;
  }
}
