// SPDX-License-Identifier: Apache-2.0
import {
  BYTE_ORDER_MARK,
  REPLACEMENT,
  replaceLoneSurrogates,
} from '../../text/characters.ts';
import { applyModifier, replacePattern } from './modifiers.ts';
import { WordCollector } from './wordCollector.ts';

/** How a word is read. */
export interface LexOptions {
  /** The value of a variable, undefined when it is unset. */
  readonly lookup: (name: string) => string | undefined;
  readonly escape: string;
  /** Leaves quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Leaves escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Leaves references to unset variables in the result. */
  readonly keepUnset?: boolean;
  /** Longest value, in UTF-16 units; beyond it there is an error. */
  readonly maxLength?: number;
  /** Takes quotes for ordinary characters, as the body of a heredoc does. */
  readonly plainQuotes?: boolean;
}

/** The value and its words; both are empty when there is an error. */
export interface LexResult {
  readonly value: string;
  readonly words: readonly string[];
  /** Variables without a value. */
  readonly unmatched: ReadonlySet<string>;
  /** Those of them that no modifier has an answer for. */
  readonly missing: ReadonlySet<string>;
  readonly error?: string | undefined;
  /** Whether the error is that the value would be too long. */
  readonly isTooLong: boolean;
}

/**
 * Reads one word the way BuildKit's lexer does, its odd corners included.
 *
 * Nested operands (`${a:-${b:-…}}`) are kept on a stack of our own, so that no
 * depth of nesting overflows the call stack.
 */
export function lexWord(word: string, options: LexOptions): LexResult {
  return new WordLexer(word, options).run();
}

const DEFAULT_MAX_LENGTH = 1 << 24;

/** What is being read: the word, a double-quoted part, or an operand. */
interface Frame {
  readonly kind: 'word' | 'quoted' | 'operand';
  /** Character that ends an operand. */
  readonly stop: string;
  readonly rawEscapes: boolean;
  /** Doubles escapes inside quotes, for operands that are patterns. */
  readonly isPattern: boolean;
  readonly operand?: Operand;
  result: string;
}

/** The part of `${name…}` that stands before the operand. */
interface Operand {
  readonly name: string;
  /** As written: `:-`, `+`, `#`, `/`, `//` … */
  readonly modifier: string;
  /** Of a replacement: the pattern, once it has been read. */
  readonly pattern?: string;
}

class WordLexer {
  readonly #text: string;
  readonly #options: LexOptions;
  readonly #stack: Frame[] = [];
  readonly #words = new WordCollector();
  readonly #unmatched = new Set<string>();
  readonly #missing = new Set<string>();
  #index = 0;
  #error: string | undefined;
  #isTooLong = false;

  constructor(word: string, options: LexOptions) {
    this.#text = replaceLoneSurrogates(word);
    this.#options = options;
    if (this.#text.charCodeAt(0) === BYTE_ORDER_MARK) this.#index = 1;
  }

  run(): LexResult {
    const top: Frame = {
      kind: 'word',
      stop: '',
      rawEscapes: this.#options.rawEscapes ?? false,
      isPattern: false,
      result: '',
    };
    this.#stack.push(top);
    while (this.#error === undefined && this.#step());
    const isWhole = this.#error === undefined;
    return {
      value: isWhole ? top.result : '',
      words: isWhole ? this.#words.finish() : [],
      unmatched: this.#unmatched,
      missing: this.#missing,
      error: this.#error,
      isTooLong: this.#isTooLong,
    };
  }

  /** Reads up to and including the next special character; false at the end. */
  #step(): boolean {
    const frame = this.#stack.at(-1)!;
    this.#readPlain(frame);
    const character = this.#text[this.#index];
    if (character === undefined) return this.#atEnd(frame);
    if (frame.kind === 'quoted') this.#stepQuoted(frame, character);
    else if (character === frame.stop) this.#endOperand(frame);
    else if (character === '$') this.#readDollar();
    else if (character === '<') this.#readPossibleHeredoc(frame);
    else if (character === "'") this.#readSingleQuoted(frame);
    else if (character === '"') this.#startQuoted(frame);
    else this.#readEscape(frame);
    return this.#error === undefined;
  }

  #atEnd(frame: Frame): boolean {
    if (frame.kind === 'quoted') {
      this.#fail(
        'unexpected end of statement while looking for matching double-quote',
      );
    } else if (frame.kind === 'operand') {
      this.#fail(
        `unexpected end of statement while looking for matching ${frame.stop}`,
      );
    }
    return false;
  }

  /** Appends all characters that mean nothing here. */
  #readPlain(frame: Frame): void {
    const text = this.#text;
    const start = this.#index;
    const escape = this.#options.escape;
    const inQuotes = frame.kind === 'quoted';
    const plainQuotes = !inQuotes && this.#options.plainQuotes === true;
    let index = start;
    for (; index < text.length; index++) {
      const character = text[index]!;
      if (character === '$' || character === escape) break;
      if (character === '"' && !plainQuotes) break;
      if (inQuotes) continue;
      if (character === '<' || character === frame.stop) break;
      if (character === "'" && !plainQuotes) break;
    }
    if (index === start) return;
    this.#index = index;
    const plain = text.slice(start, index);
    frame.result += plain;
    if (frame.kind === 'word') this.#words.addSplit(plain);
  }

  #readEscape(frame: Frame): void {
    const escape = this.#text[this.#index]!;
    this.#index++;
    if (frame.rawEscapes) this.#append(frame, escape);
    const escaped = this.#takeCharacter();
    if (escaped !== undefined) this.#append(frame, escaped);
  }

  #readPossibleHeredoc(frame: Frame): void {
    this.#index++;
    if (this.#text[this.#index] !== '<') {
      this.#append(frame, '<');
      return;
    }
    this.#index++;
    const start = this.#index;
    while (isHeredocBlank(this.#text[this.#index])) this.#index++;
    this.#append(frame, `<<${this.#text.slice(start, this.#index)}`);
  }

  #readSingleQuoted(frame: Frame): void {
    const end = this.#text.indexOf("'", this.#index + 1);
    if (end < 0) {
      this.#index = this.#text.length;
      this.#fail(
        'unexpected end of statement while looking for matching single-quote',
      );
      return;
    }
    let content = this.#text.slice(this.#index + 1, end);
    if (frame.isPattern) {
      content = content.replaceAll(
        this.#options.escape,
        this.#options.escape.repeat(2),
      );
    }
    this.#index = end + 1;
    this.#append(frame, this.#options.rawQuotes ? `'${content}'` : content);
  }

  #startQuoted(frame: Frame): void {
    this.#index++;
    this.#stack.push({
      kind: 'quoted',
      stop: '"',
      rawEscapes: frame.rawEscapes,
      isPattern: frame.isPattern,
      result: this.#options.rawQuotes ? '"' : '',
    });
  }

  #stepQuoted(frame: Frame, character: string): void {
    if (character === '$') this.#readDollar();
    else if (character === '"') {
      this.#index++;
      this.#stack.pop();
      const content = frame.result + (this.#options.rawQuotes ? '"' : '');
      this.#append(this.#stack.at(-1)!, content);
    } else this.#readQuotedEscape(frame, character);
  }

  /** In double quotes only `"`, `$` and the escape itself can be escaped. */
  #readQuotedEscape(frame: Frame, escape: string): void {
    this.#index++;
    const next = this.#text[this.#index];
    if (next === undefined) return;
    if (next === '"' || next === '$' || next === escape) {
      this.#index++;
      frame.result += frame.rawEscapes ? escape + next : next;
      return;
    }
    const isDoubled =
      frame.rawEscapes && (!this.#options.rawQuotes || frame.isPattern);
    frame.result += isDoubled ? escape + escape : escape;
  }

  #readDollar(): void {
    this.#index++;
    if (this.#text[this.#index] === '{') {
      this.#index++;
      this.#readBraced();
      return;
    }
    const name = this.#takeName();
    if (name === '') this.#addValue('$');
    else this.#addVariable(name, `$${name}`);
  }

  #readBraced(): void {
    const first = this.#text[this.#index];
    if (first === undefined) {
      this.#fail("syntax error: missing '}'");
      return;
    }
    if (first === '{' || first === '}' || first === ':') {
      this.#fail('syntax error: bad substitution');
      return;
    }
    const name = this.#takeName();
    let modifier = this.#takeCharacter() ?? REPLACEMENT;
    if (modifier === '}') {
      this.#addVariable(name, `\${${name}}`);
    } else if (modifier === '/') {
      if (this.#text[this.#index] === '/') {
        this.#index++;
        modifier = '//';
      }
      this.#startOperand({ name, modifier }, '/');
    } else if (modifier === ':') {
      modifier += this.#takeCharacter() ?? REPLACEMENT;
      if (modifier === ':#' || modifier === ':%') {
        this.#failModifier(modifier);
      } else this.#startOperand({ name, modifier }, '}');
    } else if (SIMPLE_MODIFIERS.has(modifier)) {
      this.#startOperand({ name, modifier }, '}');
    } else this.#failModifier(modifier);
  }

  #startOperand(operand: Operand, stop: string): void {
    const isTrim = operand.modifier === '#' || operand.modifier === '%';
    // BuildKit shares one buffer for all levels: a word begun before is lost.
    this.#words.drop();
    this.#stack.push({
      kind: 'operand',
      stop,
      rawEscapes: isTrim || operand.modifier.startsWith('/'),
      isPattern: isTrim || stop === '/',
      operand,
      result: '',
    });
  }

  #endOperand(frame: Frame): void {
    this.#index++;
    this.#stack.pop();
    const { name, modifier, pattern } = frame.operand!;
    if (frame.stop === '/') {
      this.#startOperand({ name, modifier, pattern: frame.result }, '}');
      return;
    }
    const value = this.#lookup(name, ANSWERING_MODIFIERS.has(modifier));
    if (value === undefined && this.#options.keepUnset) {
      const middle = pattern === undefined ? '' : `${pattern}/`;
      const shown = pattern === undefined ? modifier : '/';
      this.#addValue(`\${${name}${shown}${middle}${frame.result}}`);
      return;
    }
    const result =
      pattern === undefined
        ? applyModifier(name, value, modifier, frame.result)
        : replacePattern(value ?? '', modifier, pattern, frame.result);
    if (result.error === undefined) this.#addValue(result.value);
    else this.#fail(result.error);
  }

  #addVariable(name: string, reference: string): void {
    const value = this.#lookup(name, false);
    if (value !== undefined) this.#addValue(value);
    else if (this.#options.keepUnset) this.#addValue(reference);
  }

  /** Appends what came out of a `$`; at the top its spaces split words. */
  #addValue(value: string): void {
    const frame = this.#stack.at(-1)!;
    const maxLength = this.#options.maxLength ?? DEFAULT_MAX_LENGTH;
    if (frame.result.length + value.length > maxLength) {
      this.#isTooLong = true;
      this.#error = `the value is longer than ${maxLength} characters`;
      return;
    }
    frame.result += value;
    if (frame.kind === 'word')
      this.#words.addSplit(replaceLoneSurrogates(value));
  }

  /** Appends text that is part of a word whatever it contains. */
  #append(frame: Frame, text: string): void {
    frame.result += text;
    if (frame.kind === 'word') this.#words.add(text);
  }

  #lookup(name: string, hasAnswer: boolean): string | undefined {
    const value = this.#options.lookup(name);
    if (value !== undefined) return value;
    this.#unmatched.add(name);
    if (!hasAnswer) this.#missing.add(name);
    return undefined;
  }

  /** A name, a number, or one special parameter; empty when there is none. */
  #takeName(): string {
    const start = this.#index;
    const first = this.#text[start];
    if (first === undefined) return '';
    const pattern = DIGIT.test(first) ? DIGITS : NAME;
    pattern.lastIndex = start;
    if (SPECIAL_PARAMETERS.includes(first) && pattern !== DIGITS) {
      this.#index++;
    } else if (pattern.test(this.#text)) this.#index = pattern.lastIndex;
    return this.#text.slice(start, this.#index);
  }

  #takeCharacter(): string | undefined {
    const code = this.#text.codePointAt(this.#index);
    if (code === undefined) return undefined;
    const character = String.fromCodePoint(code);
    this.#index += character.length;
    return character;
  }

  #failModifier(modifier: string): void {
    this.#fail(`unsupported modifier (${modifier}) in substitution`);
  }

  /**
   * Stops the lexer. BuildKit lets every enclosing operand replace an error at
   * the end of the text with its own; the outermost one has the last word.
   */
  #fail(message: string): void {
    const outermost = this.#stack.find(frame => frame.kind === 'operand');
    if (outermost && this.#index >= this.#text.length) {
      this.#error =
        outermost.stop === '/'
          ? "syntax error: missing '/' in ${}"
          : "syntax error: missing '}'";
    } else this.#error = message;
  }
}

const SIMPLE_MODIFIERS = new Set(['+', '-', '?', '#', '%']);
/** Modifiers that say what an unset variable stands for. */
const ANSWERING_MODIFIERS = new Set(['-', ':-', '+', ':+']);
const SPECIAL_PARAMETERS = '@*#?-$!0';
const DIGIT = /^\p{Nd}/u;
const DIGITS = /\p{Nd}+/uy;
const NAME = /[\p{L}\p{Nd}_]+/uy;

function isHeredocBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}
