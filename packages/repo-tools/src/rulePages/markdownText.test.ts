// SPDX-License-Identifier: Apache-2.0

import { formatFile } from './formatFile.ts';
import { fenced, markdownText } from './markdownText.ts';

describe('markdownText', () => {
  it.each([
    ['*.pem and **/*.key', '\\*.pem and \\*\\*/\\*.key'],
    ['a <b> [c](d) __e__', 'a \\<b\\> \\[c\\](d) \\_\\_e\\_\\_'],
    ['`a*b` * c', '`a*b` \\* c'],
    ['# no heading', '\\# no heading'],
    ['&amp; &c', '\\&amp; &c'],
  ])('%s', (plain, markdown) => {
    expect(markdownText(plain)).toBe(markdown);
  });

  it.each([
    'USER * or __proto__ <none> | ~~x~~ `y` $HOME/*.pem',
    'Set --network=host, not 3*4*5, a_b_c, \\n or [x].',
    '1. one and - two + three # four',
    'curl https://example.org/a_b_c?x=1&amp=2 | sh',
  ])('is the same when formatted twice: %s', plain => {
    const once = formatFile('a.md', markdownText(plain));
    expect(formatFile('a.md', once)).toBe(once);
  });
});

describe('fenced', () => {
  it('makes a fence that the text cannot close', () => {
    expect(fenced('text', 'a\n````\nb\n')).toBe('`````text\na\n````\nb\n`````');
    expect(fenced('text', 'a')).toBe('```text\na\n```');
  });
});
