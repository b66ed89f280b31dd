// SPDX-License-Identifier: Apache-2.0
import { SECRET_KINDS } from '../data/secretShapes.ts';
import { PLANTED_SECRETS } from '../testing/plantedSecrets.ts';
import { createExcerpts } from './excerpt.ts';
import { findSecrets } from './findSecrets.ts';
import { maskSecrets } from './maskSecrets.ts';

const CASES = PLANTED_SECRETS.map(planted => ({
  ...planted,
  line: planted.dockerfile.split('\n').slice(1, -2).join('⏎').slice(0, 60),
}));

describe('planted secrets', () => {
  it('hold every kind', () => {
    const planted = new Set(PLANTED_SECRETS.map(({ kind }) => kind));
    const missing = SECRET_KINDS.filter(({ id }) => !planted.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it.each(CASES)('finds $kind in $line', ({ dockerfile, kind, secret }) => {
    const found = findSecrets(dockerfile);
    expect(found.map(one => one.kind.id)).toEqual([kind]);
    const [{ start, end }] = found as [(typeof found)[0]];
    expect(dockerfile.slice(start, end)).toContain(secret);
  });

  it.each(CASES)('masks $kind in $line', ({ dockerfile, secret }) => {
    expect(dockerfile).toContain(secret);
    const masked = maskSecrets(dockerfile);
    expect(masked).not.toContain(secret);
    expect(masked).toHaveLength(dockerfile.length);
    expect(findSecrets(masked)).toEqual(findSecrets(dockerfile));
  });

  it.each(CASES)('cuts $kind out of $line', ({ dockerfile, secret }) => {
    const excerpt = createExcerpts(dockerfile);
    const all = [...dockerfile].map((_, start) =>
      JSON.stringify(excerpt({ start, end: start })),
    );
    expect(all.join('\n')).not.toContain(secret);
    expect(all.join('\n')).toContain('••••');
  });
});
