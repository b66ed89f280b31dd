// SPDX-License-Identifier: Apache-2.0

import { brokenLinks } from './brokenLinks.ts';

const check = (files: Record<string, string>) =>
  brokenLinks({
    markdown: new Map(Object.entries(files)),
    exists: file => file in files || file === 'docs',
  });

describe('brokenLinks', () => {
  it('accepts links to files, folders and headings', () => {
    expect(
      check({
        'README.md': [
          '# A word, *another* and `code`',
          '[guide](docs/guide.md "title") ![folder](docs)',
          '[here](#a-word-another-and-code) [there](docs/guide.md#set-up-1)',
          '[outside](https://example.com/x.md) [mail](mailto:a@example.com)',
          '[named]: ./docs/guide.md#anchor',
        ].join('\n'),
        'docs/guide.md':
          '# Set-up\n## Set-up\n<a id="anchor"></a>[up](../README.md) [top](/README.md)',
      }),
    ).toEqual([]);
  });

  it('names the place of each link that leads nowhere', () => {
    expect(
      check({
        'README.md': 'See\n[a](docs/a.md)\n[b]: b.md',
        'docs/guide.md': '# Guide\n[c](#nothing) [d](guide.md#no)',
      }),
    ).toEqual([
      'README.md:2: no file docs/a.md',
      'README.md:3: no file b.md',
      'docs/guide.md:2: no heading #nothing in docs/guide.md',
      'docs/guide.md:2: no heading #no in docs/guide.md',
    ]);
  });

  it('does not look into code', () => {
    expect(
      check({ 'README.md': '```\n[a](a.md)\n~~~\n```\n`[b](b.md)`' }),
    ).toEqual([]);
  });
});
