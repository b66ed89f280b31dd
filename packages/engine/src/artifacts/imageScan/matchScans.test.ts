// SPDX-License-Identifier: Apache-2.0
import type { FileRole } from '@plimsoll/model';
import { scanned } from '../../testing/scanReport.ts';
import { matchScans } from './matchScans.ts';

interface Case {
  readonly name: string;
  /** Those in folders of tests are excluded, `.dev` is development. */
  readonly images: readonly string[];
  readonly image?: string;
  readonly references?: readonly string[];
  readonly dockerfile?: string;
  readonly expected: string;
}

const SHOP = 'registry.example.com/shop';
const TWO = ['api/Dockerfile', 'web/Dockerfile'];

it.each<Case>([
  {
    name: 'the only image, whatever it is called',
    images: ['Dockerfile'],
    image: `${SHOP}/anything:1`,
    expected: 'Dockerfile',
  },
  {
    name: 'excluded files do not count',
    images: ['Dockerfile', 'tests/Dockerfile'],
    image: `${SHOP}/tests:1`,
    expected: 'Dockerfile',
  },
  {
    name: 'the one that is named, before its name',
    images: TWO,
    image: `${SHOP}/web:1`,
    dockerfile: 'api/Dockerfile',
    expected: 'api/Dockerfile',
  },
  {
    name: 'an excluded one that is named',
    images: ['Dockerfile', 'tests/Dockerfile'],
    dockerfile: 'tests/Dockerfile',
    expected: 'tests/Dockerfile',
  },
  {
    name: 'one that is named and gone',
    images: ['Dockerfile'],
    dockerfile: 'old/Dockerfile',
    expected: 'old/Dockerfile',
  },
  {
    name: 'by the folder',
    images: TWO,
    image: `${SHOP}/web:1@sha256:${'a'.repeat(64)}`,
    expected: 'web/Dockerfile',
  },
  {
    name: 'by a reference where the scanner got an archive',
    images: TWO,
    image: '/tmp/image.tar',
    references: [`${SHOP}/api:1`],
    expected: 'api/Dockerfile',
  },
  {
    name: 'by what its name ends with',
    images: ['Dockerfile.Api', 'Dockerfile.web'],
    image: `${SHOP}/api`,
    expected: 'Dockerfile.Api',
  },
  {
    name: 'by what its name begins with',
    images: ['api.Dockerfile', 'web.Dockerfile'],
    image: 'web',
    expected: 'web.Dockerfile',
  },
  {
    name: 'the only one in production',
    images: ['Dockerfile', 'Dockerfile.dev'],
    image: `${SHOP}/orders:1`,
    expected: 'Dockerfile',
  },
  {
    name: 'that of development by its name',
    images: ['Dockerfile', 'Dockerfile.dev'],
    image: 'dev:1',
    expected: 'Dockerfile.dev',
  },
  {
    name: 'none of several, by the name of all its builds',
    images: TWO,
    image: `${SHOP}/batch:1.2@sha256:${'a'.repeat(64)}`,
    expected: `${SHOP}/batch`,
  },
  {
    name: 'two that may be meant are none',
    images: ['a/web/Dockerfile', 'b/web/Dockerfile'],
    image: `${SHOP}/web:1`,
    expected: `${SHOP}/web`,
  },
  {
    name: 'part of a name is no name',
    images: TWO,
    image: `${SHOP}/web-2:1`,
    expected: `${SHOP}/web-2`,
  },
  {
    name: 'what is no reference, made safe to print',
    images: TWO,
    image: 'a\u202e\nb',
    expected: 'a\\u{202e}\\nb',
  },
  {
    name: 'what holds a password, without it',
    images: TWO,
    image: 'https://me:Tr0ub4dor3xyz@registry.example.com/x',
    expected: expect.not.stringContaining('Tr0ub4dor3xyz'),
  },
  {
    name: 'a name that is that of a file',
    images: TWO,
    image: 'web/Dockerfile',
    expected: 'image web/Dockerfile',
  },
  { name: 'no name at all', images: TWO, image: '', expected: 'Trivy' },
  { name: 'no Dockerfile', images: [], image: 'a/b:1', expected: 'a/b' },
])('$name', ({ images, image, references, dockerfile, expected }) => {
  const scan = scanned(
    {
      ...(image !== undefined && { image }),
      ...(references && { subject: { name: image ?? '', references } }),
    },
    dockerfile === undefined ? {} : { dockerfile },
  );
  const built = images.map(path => ({ path, role: roleOf(path) }));
  expect([...matchScans([scan], built).keys()]).toEqual([expected]);
});

function roleOf(path: string): FileRole {
  if (path.startsWith('tests/')) return 'excluded';
  return path.endsWith('.dev') ? 'development' : 'production';
}
