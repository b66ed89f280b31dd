// SPDX-License-Identifier: Apache-2.0

import { minimise, minimiseText } from './minimise.ts';

const plenty = () => ({ left: 1000 });

describe('minimise', () => {
  it('keeps just the items that matter, in their order', async () => {
    const items = Array.from({ length: 40 }, (_, index) => index);
    const kept = await minimise(
      items,
      rest => rest.includes(31) && rest.includes(3),
      plenty(),
    );
    expect(kept).toEqual([3, 31]);
  });

  it('drops everything when nothing matters', async () => {
    expect(await minimise([1, 2, 3], () => true, plenty())).toEqual([]);
  });

  it('keeps everything when all matters', async () => {
    const all = await minimise([1, 2, 3], rest => rest.length === 3, plenty());
    expect(all).toEqual([1, 2, 3]);
  });

  it('never asks more often than it may', async () => {
    let asked = 0;
    const items = Array.from({ length: 500 }, (_, index) => index);
    const budget = { left: 25 };
    const kept = await minimise(
      items,
      rest => {
        asked += 1;
        return items.every(item => item % 9 > 0 || rest.includes(item));
      },
      budget,
    );
    expect(asked).toBe(25);
    expect(budget.left).toBe(0);
    expect(kept).toEqual(expect.arrayContaining([0, 9, 495]));
  });
});

describe('minimiseText', () => {
  it('drops lines, then characters', async () => {
    const text = 'FROM alpine\nRUN echo <<EOF here\nfoo\nEOF\nUSER 1\n';
    const small = await minimiseText(
      text,
      async shorter => shorter.includes('<<EOF') && shorter.endsWith('\n'),
      plenty(),
    );
    expect(small).toBe('<<EOF\n');
  });

  it('never cuts a character in two', async () => {
    const seen: string[] = [];
    await minimiseText(
      'a🐳\udcff🐳b',
      shorter => {
        seen.push(shorter);
        return shorter.includes('🐳');
      },
      plenty(),
    );
    expect(
      seen.filter(text => /[\ud800-\udbff](?![\udc00-\udfff])/.test(text)),
    ).toEqual([]);
  });

  it('asks about bytes as they would be read from a file', async () => {
    // Without the x, the two bytes are one character.
    const seen: string[] = [];
    await minimiseText(
      '\udcc3x\udca9',
      shorter => {
        seen.push(shorter);
        return true;
      },
      plenty(),
    );
    expect(seen).not.toContain('\udcc3\udca9');
  });
});
