// SPDX-License-Identifier: Apache-2.0
import { canonicalIds } from './canonicalIds.ts';

it.each<[string, readonly (readonly string[])[], Record<string, string>]>([
  [
    'a CVE is itself, in capitals',
    [['cve-2026-1', 'GHSA-a']],
    { 'cve-2026-1': 'CVE-2026-1', 'CVE-2026-1': 'CVE-2026-1' },
  ],
  [
    'an advisory about one CVE is that CVE, whoever lists it',
    [['GHSA-a', 'CVE-2026-1']],
    { 'GHSA-a': 'CVE-2026-1' },
  ],
  [
    'another report tells',
    [['GHSA-a'], ['CVE-2026-1', 'GHSA-a', 'GO-2026-1']],
    { 'GHSA-a': 'CVE-2026-1', 'GO-2026-1': 'CVE-2026-1' },
  ],
  [
    'an advisory about several stays itself',
    [['RHSA-1', 'CVE-2026-1', 'CVE-2026-2']],
    { 'RHSA-1': 'RHSA-1' },
  ],
  [
    'and so it does where two reports name one each',
    [
      ['RHSA-1', 'CVE-2026-1'],
      ['RHSA-1', 'CVE-2026-2'],
      ['RHSA-1', 'CVE-2026-1'],
    ],
    { 'RHSA-1': 'RHSA-1' },
  ],
  ['what has no other name stays', [['DSA-1']], { 'DSA-1': 'DSA-1' }],
  ['aliases of no CVE join nothing', [['A-1', 'B-1']], { 'A-1': 'A-1' }],
])('%s', (_, entries, expected) => {
  const idOf = canonicalIds(
    entries.map(([id = '', ...aliases]) => ({ id, aliases })),
  );
  const ids = Object.keys(expected);
  expect(Object.fromEntries(ids.map(id => [id, idOf(id)]))).toEqual(expected);
});
