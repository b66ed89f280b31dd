// SPDX-License-Identifier: Apache-2.0
import { isSpace } from '../../text/characters.ts';

/** Collects the words that a value falls into at unquoted white space. */
export class WordCollector {
  readonly #words: string[] = [];
  #pending = '';

  /** Adds text that is part of a word whatever it contains. */
  add(text: string): void {
    this.#pending += text;
  }

  /** Adds text whose white space ends words. */
  addSplit(text: string): void {
    let start = 0;
    for (let index = 0; index < text.length; index++) {
      if (!isSpace(text.charCodeAt(index))) continue;
      this.#pending += text.slice(start, index);
      this.#end();
      start = index + 1;
    }
    this.#pending += start === 0 ? text : text.slice(start);
  }

  /** Forgets the word that has begun. */
  drop(): void {
    this.#pending = '';
  }

  /** Ends the last word; nothing may be added afterwards. */
  finish(): readonly string[] {
    this.#end();
    return this.#words;
  }

  #end(): void {
    if (this.#pending !== '') this.#words.push(this.#pending);
    this.#pending = '';
  }
}
