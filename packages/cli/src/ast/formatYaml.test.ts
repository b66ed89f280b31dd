// SPDX-License-Identifier: Apache-2.0
import { stripVTControlCharacters } from 'node:util';
import { parseYaml } from '@plimsoll/engine/parsers';
import { formatYaml } from './formatYaml.ts';

function tree(text: string): string {
  return stripVTControlCharacters(formatYaml('a.yaml', parseYaml(text)));
}

it('shows documents, keys, values and items with their places', () => {
  expect(
    tree(
      'kind: Pod\nspec: &s\n  args: ["a", !t b]\n  run: |\n    id\n    ls\n---\n- &x 1\n- *x\n-\n',
    ),
  ).toMatchInlineSnapshot(`
    "a.yaml  2 documents

    Document 1
    2 keys  1:1–6:7
      kind: Pod  1:7–10
      spec: &s 2 keys  3:3–6:7
        args: 2 items  3:9–20
          - a double  3:10–13
          - !<!t> b  3:18–19
        run: id\\nls\\n literal  4:8–6:7

    Document 2
    3 items  8:1–10:2
      - &x 1  8:6–7
      - *x  9:3–5
      -  10:2
    "
  `);
});

it('shows why a document cannot be read, and keys that stand twice', () => {
  expect(tree('a: [\n---\nb: 1\nb: 2\n')).toMatchInlineSnapshot(`
    "a.yaml  2 documents

    Document 1
    a.yaml:2:1: cannot be read: unexpected end of the stream within a flow collection

    Document 2
    2 keys  3:1–4:5
      b: 1  3:4–5
      b: 2  4:4–5
    a.yaml:4:1: the key "b" stands in line 3 already
    "
  `);
});

it('shows control and direction characters as escapes', () => {
  const shown = tree('"\\e]0;x\\a": "\\u202e"\n&\u202ea b: c\n');
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
  expect(shown).toContain('\\u{1b}]0;x\\u{7}:');
});
