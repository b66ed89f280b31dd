// SPDX-License-Identifier: Apache-2.0

/**
 * What a function works out about an object, asked only once: the answer stays
 * with the object, and goes with it.
 *
 * The private field does what a WeakMap would do. With many thousands of short
 * lives the garbage collector spends a third of all time on such maps.
 *
 * @param read - known by its identity: no function that is made for the call
 */
export function remember<Owner extends object, Answer>(
  owner: Owner,
  read: (owner: Owner) => Answer,
): Answer {
  const answers = Answers.of(owner);
  for (let index = 0; index < answers.length; index += 2) {
    if (answers[index] === read) return answers[index + 1] as Answer;
  }
  const answer = read(owner);
  answers.push(read, answer);
  return answer;
}

/** Makes a subclass put its fields into an object that is there already. */
class Itself {
  constructor(owner: object) {
    return owner;
  }
}

class Answers extends Itself {
  /** Functions and their answers in turn. */
  readonly #list: unknown[] = [];

  static of(owner: object): unknown[] {
    const answers = #list in owner ? owner : new Answers(owner);
    return answers.#list;
  }
}
