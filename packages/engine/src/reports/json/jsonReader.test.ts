// SPDX-License-Identifier: Apache-2.0
import { REPORT_ERROR_CODES, type ReportError } from '@plimsoll/model';
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import { MOST_DEPTH } from './frames.ts';
import { compileElements } from './jsonNode.ts';
import { JsonReader } from './jsonReader.ts';
import {
  firstOf,
  listOf,
  mapOf,
  MOST_ITEMS,
  MOST_PROSE_BYTES,
  MOST_TEXT_BYTES,
  textOr,
  type Fields,
} from './shape.ts';

interface Answer {
  readonly values: readonly unknown[];
  readonly error: ReportError | undefined;
}

const SHAPE = {
  text: 'text',
  prose: 'prose',
  number: 'number',
  flag: 'flag',
  presence: 'presence',
  list: listOf('text'),
  first: firstOf('text'),
  map: mapOf('number'),
  either: textOr({ text: 'text' }),
  object: { text: 'text', number: 'number' },
} as const satisfies Fields;

const MANY = 1 << 26;

/** Reads a document in pieces; its elements in the order in which they end. */
function read(
  document: string | Uint8Array,
  pieces = Infinity,
  mostBytes = MANY,
): Answer {
  const bytes =
    typeof document === 'string'
      ? new TextEncoder().encode(document)
      : document;
  delivered = [];
  const reader = new JsonReader(NODES, mostBytes);
  const step = Math.min(pieces, bytes.length || 1);
  for (let index = 0; index < bytes.length; index += step) {
    reader.push(bytes.subarray(index, index + step));
  }
  const error = reader.end();
  return { values: delivered, error };
}

let delivered: unknown[] = [];
const deliver = (value: unknown) => delivered.push(value) < 100;
const NODES = compileElements({
  $: { shape: SHAPE, deliver },
  '$.items[*]': { shape: SHAPE, deliver },
  '$.deep.items[*].items[*]': { shape: { text: 'text' }, deliver },
});

function root(document: string): unknown {
  const { values, error } = read(document);
  expect(error).toBeUndefined();
  return values.at(-1);
}

describe('keeps what a shape names', () => {
  it.each([
    ['{}', {}],
    ['{"text": "a\\tb\\u00e9\\ud83d\\ude00é😀\\/"}', { text: 'a\tbé😀é😀/' }],
    ['{"text": ""}', { text: '' }],
    ['{"number": -1.25e2}', { number: -125 }],
    ['{"number": 0}', { number: 0 }],
    ['{"flag": true, "text": "x"}', { flag: true, text: 'x' }],
    ['{"list": ["a", 1, null, {}, ["x"], "b"]}', { list: ['a', 'b'] }],
    ['{"first": ["a", "b"]}', { first: ['a'] }],
    [
      '{"map": {"__proto__": 1, "b": "x", "": 2}}',
      {
        map: new Map([
          ['__proto__', 1],
          ['', 2],
        ]),
      },
    ],
    ['{"either": "a"}', { either: 'a' }],
    ['{"either": {"text": "a", "more": []}}', { either: { text: 'a' } }],
    [
      '{"presence": [1, [2], {"a": 3}], "text": "x"}',
      { presence: true, text: 'x' },
    ],
    ['{"presence": {}}', { presence: true }],
    [
      '{"object": {"text": "a", "number": 1, "flag": true}}',
      {
        object: { text: 'a', number: 1 },
      },
    ],
    ['{"other": {"text": "a"}, "__proto__": {"text": "b"}}', {}],
  ])('%s', (document, expected) => {
    expect(root(document)).toEqual(expected);
  });

  it.each([
    '{"text": 1}',
    '{"text": null}',
    '{"text": {"text": "a"}}',
    '{"number": "1"}',
    '{"number": 1e400}',
    `{"number": ${'1'.repeat(100)}}`,
    '{"flag": "true"}',
    '{"list": "a"}',
    '{"list": {"0": "a"}}',
    '{"map": ["a"]}',
    '{"object": [{"text": "a"}]}',
    '{"presence": "a"}',
    '{"either": 1}',
  ])('%s: a value of another type is absent', document => {
    expect(root(document)).toEqual({});
  });

  it('cuts prose between characters', () => {
    const text = 'é'.repeat(MOST_PROSE_BYTES);
    expect(root(`{"prose": "a${text}"}`)).toEqual({
      prose: `a${'é'.repeat(MOST_PROSE_BYTES / 2 - 1)}`,
    });
  });
});

describe('hands over elements', () => {
  it('in the order in which they end', () => {
    const document = `{"items": [{"text": "a"}, {"text": "b"}],
      "deep": {"items": [{"items": [{"text": "c"}]}, {"items": null}]}, "text": "d"}`;
    expect(read(document).values).toEqual([
      { text: 'a' },
      { text: 'b' },
      { text: 'c' },
      { text: 'd' },
    ]);
  });

  it('until there is no room', () => {
    const document = `{"items": [${'{},'.repeat(200)}{}]}`;
    expect(read(document).error).toMatchObject({
      code: 'too-many-findings',
      path: '$.items[99]',
    });
  });
});

const nested = (levels: number) => '['.repeat(levels);

/** Document, code of the error, offset in bytes, path. */
const ERRORS: readonly (readonly [string, string, number, string])[] = [
  ['', 'empty', 0, '$'],
  [' \n', 'empty', 2, '$'],
  ['{', 'truncated', 1, '$'],
  ['{"items": [{"text": "a', 'truncated', 22, '$.items[0].text'],
  ['{"text": tru', 'truncated', 12, '$.text'],
  ['{"text": 1.', 'truncated', 11, '$.text'],
  ['{} {}', 'trailing-content', 3, '$'],
  ['{}]', 'trailing-content', 2, '$'],
  ['{"items": [{}, NaN]}', 'unexpected-byte', 15, '$.items[1]'],
  ['{"text": -Infinity}', 'unexpected-byte', 10, '$.text'],
  ['{"text": undefined}', 'unexpected-byte', 9, '$.text'],
  ['{"text": nul}', 'unexpected-byte', 12, '$.text'],
  ["{'text': 1}", 'unexpected-byte', 1, '$'],
  ['{"text" 1}', 'unexpected-byte', 8, '$.text'],
  ['{"text": 1,}', 'unexpected-byte', 11, '$.text'],
  ['{"text": 01}', 'unexpected-byte', 10, '$.text'],
  ['{"text": .5}', 'unexpected-byte', 9, '$.text'],
  ['{"list": ["a",]}', 'unexpected-byte', 14, '$.list[1]'],
  ['{"list": ["a"}', 'unexpected-byte', 13, '$.list[0]'],
  ['{"a": {"b": [}', 'unexpected-byte', 13, '$.a…'],
  ['// hello', 'unexpected-byte', 0, '$'],
  ['<html>', 'unexpected-byte', 0, '$'],
  ['{"text": "a\nb"}', 'control-character', 11, '$.text'],
  ['{"text": "\\x"}', 'bad-escape', 11, '$.text'],
  ['{"text": "\\u12g4"}', 'bad-escape', 14, '$.text'],
  ['{"text": "\\ud83d"}', 'lone-surrogate', 16, '$.text'],
  ['{"text": "\\ud83d\\n"}', 'lone-surrogate', 17, '$.text'],
  ['{"text": "\\ude00"}', 'lone-surrogate', 15, '$.text'],
  ['{"other": "\\ud83d\\ud83d"}', 'lone-surrogate', 22, '$.other'],
  ['{"text": "a", "text": "a"}', 'duplicate-key', 14, '$.text'],
  ['{"items": [], "items": []}', 'duplicate-key', 14, '$.items'],
  ['{"text": 1, "\\u0074ext": 2}', 'duplicate-key', 12, '$.text'],
  ['{"map": {"a b": 1, "a b": 2}}', 'duplicate-key', 19, '$.map["a b"]'],
  ['[]', 'unexpected-type', 0, '$'],
  ['"text"', 'unexpected-type', 0, '$'],
  ['{"items": {}}', 'unexpected-type', 10, '$.items'],
  ['{"items": [[]]}', 'unexpected-type', 11, '$.items[0]'],
  ['{"items": [{}, 1]}', 'unexpected-type', 15, '$.items[1]'],
  ['{"deep": false}', 'unexpected-type', 9, '$.deep'],
  [
    `{"text": "${'a'.repeat(MOST_TEXT_BYTES + 1)}"}`,
    'text-too-long',
    9,
    '$.text',
  ],
  [
    `{"list": ["${'a", "'.repeat(MOST_ITEMS)}"]}`,
    'too-many-items',
    5010,
    `$.list[${MOST_ITEMS}]`,
  ],
  [nested(1_000_000), 'unexpected-type', 0, '$'],
  [`{"a": ${nested(1_000_000)}`, 'too-deep', 6 + MOST_DEPTH - 1, '$.a…'],
];

describe('says where and why it stops', () => {
  it.each(
    ERRORS.map(
      ([document, ...rest]) =>
        [document.slice(0, 30), ...rest, document] as const,
    ),
  )('%j…: %s at byte %d, %s', (_, code, offset, path, document) => {
    const { error } = read(document);
    expect(error).toMatchObject({ code, offset, path });
    expect(error?.message).toMatch(/\S/);
  });

  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(
      parts.flatMap(part =>
        typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
      ),
    );

  it.each<[string, Uint8Array, string, number]>([
    ['UTF-16 with a mark', bytes([0xff, 0xfe], '{\0}\0'), 'utf-16', 0],
    ['UTF-16, big end first', bytes('\0{\0}'), 'utf-16', 0],
    ['UTF-16 without a mark', bytes('{\0}\0'), 'utf-16', 1],
    ['half a mark', bytes([0xef, 0xbb], '{}'), 'unexpected-byte', 2],
    ['gzip', bytes([0x1f, 0x8b, 8, 0]), 'compressed', 0],
    ['a byte of no character', bytes('{"a": "', [0xff], '"}'), 'not-utf8', 7],
    ['half a character', bytes('{"a": "', [0xc3], '"}'), 'not-utf8', 8],
    [
      'a surrogate as UTF-8',
      bytes('{"a": "', [0xed, 0xa0, 0x80], '"}'),
      'not-utf8',
      8,
    ],
    [
      'a longer form of a slash',
      bytes('{"a": "', [0xc0, 0xaf], '"}'),
      'not-utf8',
      7,
    ],
    [
      'a character outside strings',
      bytes('{', [0xc2, 0xa0], '}'),
      'unexpected-byte',
      1,
    ],
  ])('%s', (_, document, code, offset) => {
    expect(read(document).error).toMatchObject({ code, offset });
  });

  it('takes a byte-order mark for what it is', () => {
    expect(read('\ufeff{"text": "a"}').values).toEqual([{ text: 'a' }]);
  });

  it('reads so many bytes and not one more', () => {
    const document = `{}${' '.repeat(100)}`;
    expect(read(document, 7, 102).error).toBeUndefined();
    expect(read(document, 7, 101).error).toMatchObject({
      code: 'too-large',
      offset: 101,
    });
  });

  it('remembers the first error', () => {
    const reader = new JsonReader(compileElements({}), MANY);
    const first = reader.push(new TextEncoder().encode('{,'));
    expect(reader.push(new TextEncoder().encode('}'))).toBe(first);
    expect(reader.end()).toBe(first);
  });
});

const PIECES = [
  '{"',
  '"}',
  '": ',
  ', "',
  'text',
  'items": [{',
  'list": ["',
  'map": {"',
  'number": 1',
  'true',
  'null',
  '-0.5e+1',
  '\\u00',
  '\\ud83d',
  '\\ude00',
  '\\n',
  '}]',
];

const json = fc
  .json({ maxDepth: 4 })
  .map(
    text => `{"items": [{"text": ${text}, "map": ${text}}], "other": ${text}}`,
  );

describe('properties', () => {
  it('gives the same however the document is cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryText(PIECES), json),
        fc.integer({ min: 1, max: 9 }),
        (document, pieces) => {
          expect(shown(read(document, pieces))).toBe(shown(read(document)));
        },
      ),
      { numRuns: FUZZ_RUNS / 10 },
    );
  });

  it('takes for JSON what JSON.parse does', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText(PIECES), json), text => {
        const document = `{"other": ${text}}`.toWellFormed();
        const { error } = read(document);
        expect(parses(document) ? STRICTER : OTHERS).toContain(error?.code);
      }),
      { numRuns: FUZZ_RUNS / 2 },
    );
  });

  it('reads texts and numbers as JSON.parse does', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 30 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 100 }),
        (list, number, pieces) => {
          const document = JSON.stringify({ list, number });
          expect(read(document, pieces).values).toEqual([JSON.parse(document)]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const { error } = read(bytes, 3);
        expect(error === undefined || error.offset <= bytes.length).toBe(true);
      }),
      { numRuns: FUZZ_RUNS / 10 },
    );
  });
});

/** With maps as lists, so that nothing is lost. */
function shown(answer: Answer): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

/** What of JSON is refused: the text may repeat a field, or end the object. */
const STRICTER = [
  undefined,
  'lone-surrogate',
  'duplicate-key',
  'unexpected-type',
];

const OTHERS = Object.keys(REPORT_ERROR_CODES);

function parses(document: string): boolean {
  try {
    JSON.parse(document);
    return true;
  } catch {
    return false;
  }
}

describe('takes linear time', () => {
  it.each<[string, (repeats: number) => string]>([
    ['nesting', repeats => `{"a": ${nested(repeats)}`],
    ['one long text', repeats => `{"a": "${'abcdefgh'.repeat(repeats)}"}`],
    [
      'a long text that is kept',
      repeats => `{"prose": "${'a\\n'.repeat(repeats)}"}`,
    ],
    ['many fields', repeats => `{${'"a": 1, "b": {},'.repeat(repeats)}"c": 1}`],
    [
      'fields of many names',
      repeats =>
        `{${Array.from(
          { length: repeats },
          (_, index) => `"n${index}": 1`,
        ).join()}}`,
    ],
    ['a long name', repeats => `{"${'n'.repeat(8 * repeats)}": 1}`],
    ['a long number', repeats => `{"number": ${'123'.repeat(repeats)}}`],
    ['escapes', repeats => `{"a": "${'\\ud83d\\ude00'.repeat(repeats)}"}`],
    [
      'items that are passed over',
      repeats => `{"first": [${'1,'.repeat(repeats)}1]}`,
    ],
    ['space', repeats => `{${' \n'.repeat(repeats)}}`],
  ])('%s', (_, make) => {
    expectLinear(
      repeats => new TextEncoder().encode(make(repeats)),
      document => read(document, 64 * 1024),
    );
  });
});
