// SPDX-License-Identifier: Apache-2.0

import { cleanPath } from './generateDockerignore.ts';
import { type Budget, minimise, minimiseText } from './minimise.ts';
import type { Kind, Questions } from './questions.ts';

type Holds<Q> = (question: Q) => Promise<boolean>;

type Shrink<Q> = (question: Q, holds: Holds<Q>, budget: Budget) => Promise<Q>;

async function withEnv(
  question: Questions['word'],
  holds: Holds<Questions['word']>,
  budget: Budget,
): Promise<Questions['word']> {
  const entries = await minimise(
    Object.entries(question.env),
    kept => holds({ ...question, env: Object.fromEntries(kept) }),
    budget,
  );
  return { ...question, env: Object.fromEntries(entries) };
}

const shrinks: { readonly [K in Kind]: Shrink<Questions[K]> } = {
  async dockerfile(question, holds, budget) {
    const { dockerignore } = question;
    if (dockerignore !== undefined && (await holds({ text: question.text }))) {
      const text = await minimiseText(
        question.text,
        shorter => holds({ text: shorter }),
        budget,
      );
      return { text };
    }
    const text = await minimiseText(
      question.text,
      shorter => holds({ ...question, text: shorter }),
      budget,
    );
    if (dockerignore === undefined) {
      return { text };
    }
    const ignores = await minimiseText(
      dockerignore,
      shorter => holds({ text, dockerignore: shorter }),
      budget,
    );
    return { text, dockerignore: ignores };
  },
  async word(question, holds, budget) {
    const { escape: _, ...plain } = question;
    let smaller: Questions['word'] = (await holds(plain)) ? plain : question;
    smaller = await withEnv(smaller, holds, budget);
    const word = await minimiseText(
      smaller.word,
      shorter => holds({ ...smaller, word: shorter }),
      budget,
    );
    return withEnv({ ...smaller, word }, holds, budget);
  },
  async dockerignore(question, holds, budget) {
    const paths = await minimise(
      question.paths,
      // Docker reports some bad patterns only once a path is put to them.
      async kept => kept.length > 0 && holds({ ...question, paths: [...kept] }),
      budget,
    );
    const text = await minimiseText(
      question.text,
      shorter => holds({ text: shorter, paths: [...paths] }),
      budget,
    );
    const shortPaths: string[] = [];
    for (const [at, path] of paths.entries()) {
      const others = (one: string) => [
        ...shortPaths,
        one,
        ...paths.slice(at + 1),
      ];
      shortPaths.push(
        await minimiseText(
          path,
          async shorter =>
            shorter === cleanPath(shorter) &&
            holds({ text, paths: others(shorter) }),
          budget,
        ),
      );
    }
    return { text, paths: shortPaths };
  },
  async imageReference(question, holds, budget) {
    const ref = await minimiseText(
      question.ref,
      shorter => holds({ ref: shorter }),
      budget,
    );
    return { ref };
  },
};

/** The smallest question found of which `holds` is still true. */
export function shrinkQuestion<K extends Kind>(
  kind: K,
  question: Questions[K],
  holds: Holds<Questions[K]>,
  budget: Budget,
): Promise<Questions[K]> {
  const shrink: Shrink<Questions[K]> = shrinks[kind];
  return shrink(question, holds, budget);
}
