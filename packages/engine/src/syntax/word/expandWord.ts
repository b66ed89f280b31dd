// SPDX-License-Identifier: Apache-2.0
import { quote } from '../../text/quote.ts';
import { lexWord } from './lexWord.ts';

/** What a builder makes of one word of a Dockerfile. */
export interface Expansion {
  /** The word with its variables replaced and quotes taken off. */
  readonly value: string | null;
  /** Variables that have no value, sorted; null when there is none. */
  readonly unmatched: readonly string[] | null;
  /** Why the word cannot be expanded, in BuildKit's words. */
  readonly error: string | null;
  /** The value split at unquoted spaces, as EXPOSE has it. */
  readonly words: readonly string[] | null;
  /** Why the word cannot be split. */
  readonly wordsError: string | null;
}

/** Where the variables of a word get their values from. */
export interface ExpansionOptions {
  readonly env: Readonly<Record<string, string>>;
  /** The escape character in force; a backslash when absent. */
  readonly escape?: string | undefined;
}

/**
 * Expands a word as BuildKit does: `$name`, `${name}` and the modifiers `:-`,
 * `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/` and `//`.
 *
 * Never throws. Time is linear in the word and, for a pattern, in pattern
 * times value up to a fixed budget; beyond it there is an error.
 *
 * @param word - as it stands in the Dockerfile, with its quotes
 * @returns value and words, or the error in their place
 * @public
 */
export function expandWord(word: string, options: ExpansionOptions): Expansion {
  const { env } = options;
  const result = lexWord(word, {
    lookup: name => (Object.hasOwn(env, name) ? env[name] : undefined),
    escape: options.escape ?? '\\',
  });
  if (result.error !== undefined) {
    const error = `failed to process ${quote(word)}: ${result.error}`;
    return {
      value: null,
      unmatched: null,
      error,
      words: null,
      wordsError: error,
    };
  }
  return {
    value: result.value,
    unmatched: result.unmatched.size > 0 ? [...result.unmatched].sort() : null,
    error: null,
    words: result.words,
    wordsError: null,
  };
}
