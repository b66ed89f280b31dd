// SPDX-License-Identifier: Apache-2.0
import { isEvidence, isPastDay } from '../../testing/evidenceChecks.ts';
import { cyclesOf, LIFETIMES, lifetimeOf } from './lifetime.ts';

describe('lifetimeOf', () => {
  it.each([
    ['debian', '12', '2028-06-30'],
    ['debian', '12.5', '2028-06-30'],
    ['debian', '10', '2024-06-30'],
    ['debian', '3.1', '2010-02-15'],
    ['ubuntu', '20.04', '2025-05-31'],
    ['alpine', '3.19.1', '2025-11-01'],
    ['alpine', '2.0', '2012-11-01'],
    ['node', '20', '2026-04-30'],
    ['node', '22.11.0', '2027-04-30'],
    ['python', '3.9', '2025-10-31'],
    ['python', '2.7.18', '2020-01-01'],
    ['dotnet', '6.0', '2024-11-12'],
    ['dotnet', '3.1.32', '2022-12-13'],
    ['eclipse-temurin', '21.0.5', '2029-12-31'],
    ['openjdk', '11', '2022-07-31'],
    ['amazonlinux', '2.0.20240109.0', '2026-06-30'],
    ['amazonlinux', '2023.3.20240108.0', '2029-06-30'],
    ['centos', '7.9.2009', '2024-06-30'],
    ['rhel', '9.4', '2032-05-31'],
    ['windows-server', '2019', '2029-01-09'],
    ['postgres', '9.6', '2021-11-11'],
    ['mysql', '5.7.44', '2023-10-31'],
    ['rust', '1.44.1', '2020-07-17'],
    ['cbl-mariner', '2.0.20250102', '2025-06-30'],
  ])('%s %s gets updates until %s', (product, version, lastDay) => {
    expect(lifetimeOf(product, version)?.lastDay).toBe(lastDay);
  });

  it.each([
    ['python', '3', '3.14'],
    ['ruby', '3', '3.4'],
    ['php', '7', '7.4'],
    ['alpine', '3', '3.24'],
  ])('takes %s %s for the newest of that name', (product, version, newest) => {
    const lifetime = lifetimeOf(product, version);
    expect(lifetime?.lastDay).toMatch(/^20/);
    expect(lifetime).toEqual(lifetimeOf(product, newest));
  });

  it('believes for a year that a version has no end yet', () => {
    const openUntil = Date.parse('2027-08-23T00:00:00Z');
    const supported = { name: 'Go', lastDay: undefined, openUntil };
    expect(lifetimeOf('go', '1.27.1')).toEqual(supported);
  });

  it('takes what always moves on for supported', () => {
    expect(lifetimeOf('archlinux', undefined)?.lastDay).toBeUndefined();
  });

  it.each([
    ['node', undefined],
    ['node', '999'],
    ['node', 'lts'],
    ['openjdk', '27'],
    ['azurelinux', '4.0'],
    ['unheard-of', '1'],
    ['constructor', '1'],
    ['__proto__', '1'],
  ])('does not know %s %s', (product, version) => {
    expect(lifetimeOf(product, version)).toBeUndefined();
  });
});

describe('the table of lifetimes', () => {
  it.each(LIFETIMES.map(product => [product.product, product] as const))(
    'has evidence and well-formed versions, newest first, for %s',
    (_, product) => {
      expect(isEvidence(product)).toBe(true);
      expect(product.basis).not.toBe('knowledge');
      expect(isPastDay(product.asOf)).toBe(true);
      expect(product.asOf <= product.checked).toBe(true);
      const cycles = [...cyclesOf(product).values()];
      expect(cycles.length).toBeGreaterThan(1);
      expect(cycles.length * 2).toBe(product.ends.trim().split(/\s+/).length);
      for (const { version, lastDay } of cycles) {
        expect(version).toMatch(/^[0-9]+(?:\.[0-9]+)*$/);
        expect(lastDay ?? '2030-01-01').toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
      }
      const versions = cycles.map(({ version }) => version);
      const pairs = product.ends.matchAll(/(\S+)\s+(?:-|\d{4}-\S+)/g);
      const written = [...pairs].map(([, version = '']) => version);
      expect(written).toEqual(written.toSorted(newestFirst));
      expect(new Set(versions).size).toBe(versions.length);
    },
  );

  it('names each product once', () => {
    const products = LIFETIMES.map(({ product }) => product);
    expect(new Set(products).size).toBe(products.length);
  });
});

/** Numbers in order, also those of several digits: `3.10` before `3.9`. */
function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
