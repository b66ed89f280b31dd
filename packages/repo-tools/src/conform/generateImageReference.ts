// SPDX-License-Identifier: Apache-2.0

import type { Random } from './createRandom.ts';
import { trickyCharacters } from './mutateText.ts';

interface Choices {
  usual: readonly string[];
  odd: readonly string[];
}

const domains: Choices = {
  usual: [
    'docker.io',
    'index.docker.io',
    'registry-1.docker.io',
    'DOCKER.IO',
    'localhost',
    'LOCALHOST',
    'example.com',
    'a.b-c.test',
    'EXAMPLE',
    'Example.com',
    '127.0.0.1',
    '[::1]',
  ],
  odd: [
    'a_b.com',
    'a..b',
    '-a.com',
    'a-.com',
    '[fe80::1%eth0]',
    '[::G]',
    '[]',
    '[',
    'a',
    'é.com',
    '.com',
    'com.',
    'x',
  ],
};

const ports: Choices = {
  usual: ['5000', '443'],
  odd: ['0', '99999', '', 'port', '-1', '5000:1'],
};

const components: Choices = {
  usual: ['alpine', 'library', 'a', 'b', 'a.b', 'a-b', 'a--b', 'a_b', 'a__b'],
  odd: [
    'a---b',
    'a___b',
    'a._b',
    'a..b',
    '-a',
    'a-',
    '.a',
    'a.',
    '_a',
    'a_',
    '0',
    '0a',
    'Alpine',
    'aB',
    'é',
    '',
    'a b',
    '$a',
    'localhost',
    'sha256',
    'scratch',
  ],
};

const tags: Choices = {
  usual: ['latest', '3.19', '_a', 'A-b.c_d'],
  odd: [
    '-a',
    '.a',
    'a/b',
    '',
    'a:b',
    'é',
    'a+b',
    't'.repeat(127),
    't'.repeat(128),
    't'.repeat(129),
  ],
};

const algorithms: Choices = {
  usual: ['sha256', 'sha256', 'sha384', 'sha512'],
  odd: [
    'sha1',
    'md5',
    'SHA256',
    'sha256+b64',
    'sha256.a_b-c',
    'a',
    '',
    '0a',
    'sha256+',
  ],
};

const hex = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** An image reference, or what could pass for one. */
export function generateImageReference(random: Random): string {
  if (random.chance(0.02)) {
    return random.pick([hex, hex.toUpperCase(), hex.slice(1), `a/${hex}`, '']);
  }
  const oddity = random.pick([0, 0, 0.1, 0.3]);
  const one = ({ usual, odd }: Choices) =>
    random.pick(random.chance(oddity) ? odd : usual);

  const port = random.chance(0.25) ? `:${one(ports)}` : '';
  const domain = random.chance(0.5) ? `${one(domains)}${port}/` : '';
  const path = random.several(1, 3, () =>
    random.chance(0.02)
      ? 'x'.repeat(random.between(120, 260))
      : one(components),
  );
  const tag = random.chance(0.4) ? `:${one(tags)}` : '';
  const digest = random.chance(0.3)
    ? `@${one(algorithms)}:${writeHex(random, oddity)}`
    : '';
  const end = random.chance(oddity / 5) ? random.pick(trickyCharacters) : '';
  return `${domain}${path.join('/')}${tag}${digest}${end}`;
}

/** The digits of a digest: 64, 96 or 128, or not quite. */
function writeHex(random: Random, oddity: number): string {
  const length = random.chance(oddity)
    ? random.pick([0, 31, 32, 40, 63, 65, 95, 97, 127, 129])
    : random.pick([64, 64, 96, 128]);
  const digits = hex.repeat(3).slice(0, length);
  return random.chance(oddity)
    ? random.pick([
        digits.toUpperCase(),
        digits.replace('c', 'g'),
        digits.replace('c', 'C'),
        `${digits} `,
      ])
    : digits;
}
