// SPDX-License-Identifier: Apache-2.0

import { canonicalText } from './canonicalText.ts';
import { createRandom, mixSeed, type Random } from './createRandom.ts';
import { generateDockerfile } from './generateDockerfile.ts';
import { generateDockerignore, writePaths } from './generateDockerignore.ts';
import { generateImageReference } from './generateImageReference.ts';
import { generateWord } from './generateWord.ts';
import { mutateText } from './mutateText.ts';
import type { Kind, Questions } from './questions.ts';

/** The recorded inputs, from which many of the generated ones are made. */
export type Seeds = { readonly [K in Kind]: readonly Questions[K][] };

export const noSeeds: Seeds = {
  dockerfile: [],
  word: [],
  dockerignore: [],
  imageReference: [],
};

type Maker<K extends Kind> = (
  random: Random,
  seeds: readonly Questions[K][],
) => Questions[K];

/**
 * A text of the grammar or a recorded one, most often changed in some places.
 */
function makeText(
  random: Random,
  fromGrammar: () => string,
  recorded: readonly string[],
): string {
  const usesSeed = recorded.length > 0 && random.chance(0.45);
  let text = usesSeed ? random.pick(recorded) : fromGrammar();
  if (usesSeed || random.chance(0.25)) {
    random.several(1, random.chance(0.8) ? 2 : 6, () => {
      const other =
        recorded.length > 0 && random.chance(0.5)
          ? random.pick(recorded)
          : fromGrammar();
      text = mutateText(text, other, random);
    });
  }
  return canonicalText(text);
}

const makers: { readonly [K in Kind]: Maker<K> } = {
  dockerfile(random, seeds) {
    const text = makeText(
      random,
      () => generateDockerfile(random),
      seeds.map(seed => seed.text),
    );
    return random.chance(0.05)
      ? { text, dockerignore: canonicalText(generateDockerignore(random).text) }
      : { text };
  },
  word(random, seeds) {
    const { env, escape } =
      seeds.length > 0 && random.chance(0.5)
        ? random.pick(seeds)
        : generateWord(random);
    const word = makeText(
      random,
      () => generateWord(random).word,
      seeds.map(seed => seed.word),
    );
    return escape === undefined ? { word, env } : { word, env, escape };
  },
  dockerignore(random, seeds) {
    const generated = generateDockerignore(random);
    const text = makeText(
      random,
      () => generated.text,
      seeds.map(seed => seed.text),
    );
    const patterns = text.split('\n').map(line => line.trim());
    const paths = [
      ...writePaths(patterns, random),
      ...generated.paths.slice(0, 2),
    ];
    return { text, paths: paths.map(canonicalText) };
  },
  imageReference(random, seeds) {
    const ref = makeText(
      random,
      () => generateImageReference(random),
      seeds.map(seed => seed.ref),
    );
    return { ref };
  },
};

/** Input number `index` of a kind: always the same for the same seed. */
export function generate<K extends Kind>(
  kind: K,
  index: number,
  seed: number,
  seeds: Seeds,
): Questions[K] {
  const random = createRandom(mixSeed(seed, kind, index));
  const make: Maker<K> = makers[kind];
  return make(random, seeds[kind]);
}
