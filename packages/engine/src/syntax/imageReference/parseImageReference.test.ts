// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import { readFixture } from '../../testing/readFixture.ts';
import {
  parseImageReference,
  type ImageReference,
} from './parseImageReference.ts';

type Row = ImageReference & { readonly id: string; readonly ref: string };

const rows = readFixture<Row>(__dirname, 'imageReference.jsonl');
const SHA256 = `sha256:${'a'.repeat(64)}`;

describe('parseImageReference answers what Docker answers', () => {
  it('has all recorded references', () => {
    expect(rows).toHaveLength(400);
  });

  it.each(rows.map(row => [row.id, row] as const))('%s', (_, row) => {
    const { id, ref, ...expected } = row;
    expect(parseImageReference(ref)).toEqual(expected);
  });
});

it.each([
  ['node', 'docker.io/library/node:latest', 'node'],
  ['node:22', 'docker.io/library/node:22', 'node:22'],
  [
    `node:22@${SHA256}`,
    `docker.io/library/node:22@${SHA256}`,
    `node:22@${SHA256}`,
  ],
  ['a/b', 'docker.io/a/b:latest', 'a/b'],
  ['localhost/a', 'localhost/a:latest', 'localhost/a'],
  ['h:5000/a:t', 'h:5000/a:t', 'h:5000/a:t'],
  ['[::1]:5000/a', '[::1]:5000/a:latest', '[::1]:5000/a'],
  ['index.docker.io/node', 'docker.io/library/node:latest', 'node'],
  // What only looks like a registry is part of the path.
  ['a_b.c/d', 'a_b.c/d:latest', 'a_b.c/d'],
])('%s is %s', (reference, full, familiar) => {
  expect(parseImageReference(reference)).toMatchObject({
    full,
    familiar,
    error: null,
  });
});

it.each([
  ['', 'invalid reference format'],
  [
    'Node',
    'invalid reference format: repository name (library/Node) must be lowercase',
  ],
  ['node:', 'invalid reference format'],
  ['node@sha256:00', 'invalid reference format'],
  [`node@sha256:${'a'.repeat(40)}`, 'invalid checksum digest length'],
  [`node@md5:${'a'.repeat(32)}`, 'unsupported digest algorithm'],
  [
    `a/${'b'.repeat(255)}`,
    'repository name must not be more than 255 characters',
  ],
  [
    'a'.repeat(64),
    `invalid repository name (${'a'.repeat(
      64,
    )}), cannot specify 64-byte hexadecimal strings`,
  ],
])('%s is refused', (reference, error) => {
  expect(parseImageReference(reference)).toEqual({
    domain: '',
    path: '',
    tag: '',
    digest: '',
    familiar: '',
    full: '',
    error,
  });
});

const PIECES = [
  'a',
  'A',
  '0',
  '.',
  ':',
  '/',
  '@',
  '_',
  '__',
  '-',
  'docker.io',
  'library/',
  SHA256,
  '[::1]',
];

it(`reads ${FUZZ_RUNS} hostile references without throwing`, () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), reference => {
      const { error, full } = parseImageReference(reference);
      expect(error === null).toBe(full !== '');
      // What was accepted is its own full form.
      const again = error === null ? parseImageReference(full).full : '';
      expect(again).toBe(full);
    }),
    { numRuns: FUZZ_RUNS },
  );
});

it.each([
  ['a path', (n: number) => 'a/'.repeat(n)],
  ['a component', (n: number) => `${'a_'.repeat(n)}!`],
  ['dashes', (n: number) => `a${'-'.repeat(n)}!`],
  ['a registry', (n: number) => `${'a.'.repeat(n)}!/b`],
  ['a digest', (n: number) => `a@${'a+'.repeat(n)}:00`],
  ['a tag', (n: number) => `a:${'b'.repeat(n)}`],
])('takes time linear in the size of %s', (_, make) => {
  expectLinear(make, parseImageReference);
});
