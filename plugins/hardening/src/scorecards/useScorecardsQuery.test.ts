// SPDX-License-Identifier: Apache-2.0
import {
  countedGroup,
  parseScorecardsQuery,
  serviceFilters,
  writeScorecardsQuery,
} from './useScorecardsQuery';

const parse = (text: string) => parseScorecardsQuery(new URLSearchParams(text));

it.each([
  '',
  'tab=groups&by=system&sort=-median',
  'tab=not-scored&reason=no-source',
  'owner=group%3Adefault%2Fa&grade=A&grade=F&level=expert&order=-assessed',
  'system=system%3Adefault%2Fs&rule=dockerfile%2Fnon-root-user&text=a+b',
  'domain=d&lifecycle=production&type=service',
])('%j comes back as it was', text => {
  const written = writeScorecardsQuery(new URLSearchParams(), parse(text));
  expect(parse(String(written))).toEqual(parse(text));
  expect([...written].sort()).toEqual([...new URLSearchParams(text)].sort());
});

it('leaves out what makes no sense, and keeps what is not its own', () => {
  const text = 'tab=x&grade=G&grade=B&order=size&by=type&sort=x&other=1&owner=';
  const query = parse(text);
  expect(query).toMatchObject({
    tab: 'services',
    grades: ['B'],
    order: 'score',
    by: 'owner',
    groupOrder: 'name',
    owner: undefined,
  });
  const written = writeScorecardsQuery(new URLSearchParams(text), query);
  expect(String(written)).toBe('other=1&grade=B');
});

it('knows of which group counts are kept', () => {
  expect(countedGroup(parse(''))).toEqual({});
  expect(countedGroup(parse('owner=a&grade=A'))).toEqual({ owner: 'a' });
  expect(countedGroup(parse('owner=a&type=b'))).toBeUndefined();
});

it('asks for services as the address says', () => {
  expect(serviceFilters(parse('owner=a&grade=A&text=+x+'))).toMatchObject({
    owner: 'a',
    grade: ['A'],
    level: [],
    text: 'x',
    state: ['scored'],
    order: 'score',
  });
});
