// SPDX-License-Identifier: Apache-2.0

import { canonicalText } from './canonicalText.ts';
import { generate, noSeeds, type Seeds } from './generate.ts';
import { instructionWriters } from './dockerfileInstructions.ts';
import { kinds } from './questions.ts';

const seeds: Seeds = {
  dockerfile: [
    { text: 'FROM alpine AS a\nRUN <<EOF\necho é\nEOF\nUSER 1\n' },
    { text: 'FROM scratch\r\nCOPY \udcff /\r\n', dockerignore: 'a\n!b\n' },
  ],
  word: [{ word: '${v:-$w}', env: { v: '', w: 'x' }, escape: '`' }],
  dockerignore: [{ text: '**/a\n!b\n', paths: ['a', 'b/c'] }],
  imageReference: [{ ref: 'alpine:3.20' }],
};

const numbers = Array.from({ length: 3000 }, (_, index) => index);

describe('generate', () => {
  it.each(kinds)('makes the same %s again from the same seed', kind => {
    const make = (seed: number) =>
      numbers.slice(0, 200).map(index => generate(kind, index, seed, seeds));
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });

  it.each(kinds)('makes each %s by its own number alone', kind => {
    const [, , third] = [0, 1, 2].map(at => generate(kind, at, 5, seeds));
    expect(generate(kind, 2, 5, seeds)).toEqual(third);
  });

  it.each(kinds)('makes %s texts that survive a file', kind => {
    const texts = numbers.flatMap(at =>
      Object.values(generate(kind, at, 3, seeds))
        .flat()
        .filter(value => typeof value === 'string'),
    );
    expect(texts.filter(text => canonicalText(text) !== text)).toEqual([]);
  });

  it('covers every instruction', () => {
    const texts = numbers.map(
      at => generate('dockerfile', at, 4, noSeeds).text,
    );
    for (const keyword of Object.keys(instructionWriters)) {
      const start = new RegExp(`^(ONBUILD )?${keyword}\\s`, 'm');
      expect(texts.filter(text => start.test(text)).length).toBeGreaterThan(30);
    }
  });

  it.each([
    ['heredocs', /<<-?EOF/],
    ['quoted heredocs', /<<-?['"]/],
    ['continuation lines', /\\\n/],
    ['an escape directive', /^# escape=`$/m],
    ['a byte order mark', /^\ufeff/],
    ['Windows line ends', /\r\n/],
    ['JSON forms', /^(CMD|ENTRYPOINT) \["/m],
    ['bytes that are not UTF-8', /[\udc80-\udcff](?<![\ud800-\udbff].)/],
    ['mounts', /--mount=type=/],
    ['stages as sources', /--from=/],
    ['lines of more than 64 KiB', /^.{65000}/m],
  ])('has Dockerfiles with %s', (_, pattern) => {
    const found = numbers.some(at =>
      pattern.test(generate('dockerfile', at, 6, noSeeds).text),
    );
    expect(found).toBe(true);
  });

  it('has words with every modifier inside another', () => {
    const words = numbers.map(at => generate('word', at, 8, noSeeds).word);
    for (const modifier of [':-', '-', ':+', '+', ':?', '?', '#', '%', '/']) {
      expect(
        words.filter(word => word.includes(modifier, word.indexOf('${') + 2))
          .length,
      ).toBeGreaterThan(30);
    }
    expect(words.some(word => /\$\{\w+:-[^}]*\$\{\w+#/.test(word))).toBe(true);
  });
});
