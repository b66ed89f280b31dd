// SPDX-License-Identifier: Apache-2.0
import { openPage } from './page.ts';

it.each([
  [{ columns: 60 }, {}, 60],
  [{ columns: 250 }, {}, 100],
  [{ columns: 10 }, {}, 40],
  [{}, {}, 80],
  [{}, { COLUMNS: '72' }, 72],
  [{}, { COLUMNS: 'wide' }, 80],
  [{ columns: 0 }, {}, 80],
])('a stream %j with %j is %i columns wide', (stream, env, width) => {
  expect(openPage(stream, env).width).toBe(width);
});

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [false, { CI: '1' }, false],
])('a terminal (%j) with %j has colours: %j', (isTTY, env, expected) => {
  expect(openPage({ isTTY }, env).colours.isColorSupported).toBe(expected);
});
