// SPDX-License-Identifier: Apache-2.0
import { parseImageReference } from './parseImageReference.ts';
import { shortImageName } from './shortImageName.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

it.each([
  ['node', 'node'],
  ['docker.io/library/node:22', 'node:22'],
  [`node:22@${DIGEST}`, 'node:22'],
  [`ghcr.io/a/b:1@${DIGEST}`, 'ghcr.io/a/b:1'],
  [`localhost:5000/a:1@${DIGEST}`, 'localhost:5000/a:1'],
  [`node@${DIGEST}`, `node@${DIGEST}`],
  ['Not An Image', ''],
])('calls %s %s', (text, name) => {
  expect(shortImageName(parseImageReference(text))).toBe(name);
});
