// SPDX-License-Identifier: Apache-2.0
import { packageOfPurl } from './purl.ts';

it.each([
  ['pkg:pypi/pillow@9.4.0', 'pillow', '9.4.0', 'application'],
  [
    'pkg:deb/debian/zlib1g@1.2.11?arch=arm64&epoch=1',
    'debian/zlib1g',
    '1.2.11',
    'os',
  ],
  [
    'pkg:npm/%40shop/pill@1.0.0%2B7#lib/x',
    '@shop/pill',
    '1.0.0+7',
    'application',
  ],
  ['pkg:maven/org.apache/log4j', 'org.apache/log4j', '', 'application'],
  ['pkg:generic/busybox@1.32', 'busybox', '1.32', 'unknown'],
  ['pkg:npm/caf%C3%A9@1', 'caf%C3%A9', '1', 'application'],
])('%s is %s, version "%s", of kind %s', (purl, name, version, kind) => {
  expect(packageOfPurl(purl)).toEqual({ name, version, kind, purl });
});

it.each([
  '',
  'zlib',
  'pkg:',
  'pkg:npm',
  'pkg:npm/',
  'http://x/y@1',
  'pkg:npm/@1',
])('%j is no purl', text => {
  expect(packageOfPurl(text)).toBeUndefined();
});
