// SPDX-License-Identifier: Apache-2.0
import { createMasker } from './createMasker.ts';
import { findSecrets } from './findSecrets.ts';
import { maskSecrets } from './maskSecrets.ts';

const TEXT = 'FROM a\nENV DB_PASSWORD=hunter2 A_TOKEN="x1y2z3w4" B=c\n';

describe('createMasker', () => {
  it('masks a secret of the file in a word by itself', () => {
    const mask = createMasker(TEXT, findSecrets(TEXT));
    expect(mask('hunter2')).toBe('\ue400'.repeat(7));
    expect(mask('a hunter2 and x1y2z3w4')).not.toMatch(/hunter2|x1y2z3w4/);
  });

  it('masks what is a secret anywhere', () => {
    expect(createMasker('', [])('https://a:hunter2@b')).toBe(
      `https://a:${'\ue403'.repeat(7)}@b`,
    );
  });

  it('leaves other words', () => {
    expect(createMasker(TEXT, findSecrets(TEXT))('c hunter')).toBe('c hunter');
  });

  it('says the same of a masked file', () => {
    const masked = maskSecrets(TEXT);
    const word = masked.slice(TEXT.indexOf('hunter2')).slice(0, 7);
    expect(createMasker(masked, findSecrets(masked))(word)).toBe(
      createMasker(TEXT, findSecrets(TEXT))('hunter2'),
    );
  });
});
