// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant, Runtime } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

/** Google's images; `debug` adds the shell of busybox. */
export const DISTROLESS: readonly ImageFamily[] = [
  {
    name: 'distroless',
    repositories: ['gcr.io/distroless/*'],
    source: 'https://github.com/GoogleContainerTools/distroless',
    basis: 'repository',
    checked: '2026-11-21',
    tagWithRepository: true,
    variants: [
      ...images(/^java/, 'java', { name: 'java', version: /^java([0-9]+)/ }),
      ...images(/^nodejs/, 'node', {
        name: 'node',
        version: /^nodejs([0-9]+)/,
      }),
      // The one that belongs to the release of Debian.
      ...images(/^python3-debian11/, 'python python3', python('3.9')),
      ...images(/^python3-debian12/, 'python python3', python('3.11')),
      ...images(/^python3-debian13/, 'python python3', python('3.13')),
      ...images(/^python3/, 'python python3', {
        name: 'python',
        version: /^$/,
      }),
      ...images(/^static/, '', undefined, USERLANDS.distrolessStatic),
      ...images(/^/, ''),
    ],
  },
];

/** With and without a shell, for root and for another user. */
function images(
  name: RegExp,
  programs: string,
  runtime?: Runtime,
  userland: Userland = USERLANDS.distroless,
): ImageVariant[] {
  const facts = { programs, ...(runtime && { runtime }) };
  const debug = { ...USERLANDS.distrolessDebug, libc: userland.libc };
  const variants: [string, Userland, string][] = [
    ['debug nonroot', debug, '65532'],
    ['debug', debug, 'root'],
    ['nonroot', userland, '65532'],
    ['', userland, 'root'],
  ];
  return variants.map(([words, base, user]) => ({
    ...facts,
    when: ({ text, words: has }: ImageTag) =>
      name.test(text) && words.split(' ').every(word => !word || has.has(word)),
    userland: base,
    user,
  }));
}

function python(version: string): Runtime {
  return { name: 'python', version };
}
