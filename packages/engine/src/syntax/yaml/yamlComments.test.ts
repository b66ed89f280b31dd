// SPDX-License-Identifier: Apache-2.0
import { parseYaml } from './parseYaml.ts';
import { yamlComments } from './yamlComments.ts';

function comments(text: string): (readonly string[])[] {
  return parseYaml(text).documents.map(document =>
    yamlComments(text, document).map(comment => {
      expect(text.slice(comment.start, comment.end)).toBe(`#${comment.text}`);
      return comment.text;
    }),
  );
}

it.each([
  ['# a\nb: c # d\n# e', [[' a', ' d', ' e']]],
  ['a: "# b" # c', [[' c']]],
  ['a: b#c', [[]]],
  ['a: | # b\n  # c\n  d # e\n# f', [[' b', ' f']]],
  ['a: >\n  # b\nc: [ # d\n  e, # f\n] # g', [[' d', ' f', ' g']]],
  ['!a#b &c#d e # f', [[' f']]],
  ['%TAG !a! b#c # d\n--- # e\nf', [[' d', ' e']]],
  ['a # b\n--- # c\nd', [[' b'], [' c']]],
  ['- &a b # c\n- *a # d\r\n', [[' c', ' d']]],
  ['a: [ # b', [[]]],
])('finds the comments of %j', (text, expected) => {
  expect(comments(text)).toEqual(expected);
});
