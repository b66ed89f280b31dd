// SPDX-License-Identifier: Apache-2.0
import { decodeText } from '@plimsoll/engine';
import { gunzipSync } from 'node:zlib';
import { keepTree, listingBelow, unpackText } from './keptTree';

const fileOf = (path: string, text: string | Buffer) => {
  const content = Buffer.from(text as string);
  return { path, size: content.length, content };
};

describe('keepTree', () => {
  it('keeps each text once, masked, and lists all files by path', () => {
    const secret = 'ENV API_TOKEN=9f8e7d6c5b4a39281706f5e4d3c2b1a0';
    const { listing, listingBody, texts } = keepTree([
      fileOf('b/Dockerfile', `FROM a\n${secret}\n`),
      { path: 'main.go', size: 7 },
      fileOf('a/Dockerfile', `FROM a\n${secret}\n`),
    ]);
    const [a, b, go] = listing;
    expect(listing.map(({ path }) => path)).toEqual([
      'a/Dockerfile',
      'b/Dockerfile',
      'main.go',
    ]);
    expect(a!.oid).toBe(b!.oid);
    expect(go).toEqual({ path: 'main.go', size: 7 });
    expect([...texts.keys()]).toEqual([a!.oid]);
    const kept = unpackText(texts.get(a!.oid!)!);
    expect(kept).toHaveLength(`FROM a\n${secret}\n`.length);
    expect(kept.startsWith('FROM a\nENV API_TOKEN=')).toBe(true);
    expect(kept).not.toContain('9f8e');
    expect(JSON.parse(gunzipSync(listingBody).toString())).toEqual(listing);
  });

  it('keeps bytes that are no text, and gives them back', () => {
    const content = Buffer.from([0, 0xff, 0xfe, 0x80, 0x41, 0xed, 0xa0, 0x80]);
    const { listing, texts } = keepTree([fileOf('Dockerfile', content)]);
    const text = unpackText(texts.get(listing[0]!.oid!)!);
    expect(text).toBe(decodeText(content));
  });

  it('gives links the text of what they lead to', () => {
    const { listing } = keepTree([
      { path: 'a/Dockerfile', size: 7, linkTo: 'base/Dockerfile' },
      fileOf('base/Dockerfile', 'FROM a\n'),
      { path: 'c/Dockerfile', size: 0, linkTo: 'none' },
    ]);
    const [link, base, broken] = listing;
    expect(link).toEqual({
      path: 'a/Dockerfile',
      size: 7,
      linkTo: 'base/Dockerfile',
      oid: base!.oid,
    });
    expect(broken).toEqual({ path: 'c/Dockerfile', size: 0, linkTo: 'none' });
  });
});

describe('listingBelow', () => {
  const listing = [
    'Dockerfile',
    'a',
    'a-b/Dockerfile',
    'a/Dockerfile',
    'a/b/c',
    'a0',
    'ab/x',
  ].map(path => ({ path, size: 1 }));

  it.each([
    ['', listing.map(({ path }) => path)],
    ['a', ['Dockerfile', 'b/c']],
    ['a/b', ['c']],
    ['ab', ['x']],
    ['b', []],
    ['Dockerfile', []],
  ])('of %j', (folder, expected) => {
    expect(listingBelow(listing, folder).map(({ path }) => path)).toEqual(
      expected,
    );
  });

  it('leaves out links to what is judged there anyway', () => {
    const links = [
      { path: 'a/Dockerfile', size: 1, linkTo: 'base/Dockerfile' },
      { path: 'a/x.Dockerfile', size: 1, linkTo: 'a/build.txt' },
      { path: 'a/y.Dockerfile', size: 1, linkTo: 'a/z.Dockerfile' },
      { path: 'a/z.Dockerfile', size: 1 },
    ];
    expect(listingBelow(links, 'a').map(({ path }) => path)).toEqual([
      'Dockerfile',
      'x.Dockerfile',
      'z.Dockerfile',
    ]);
  });
});
