// SPDX-License-Identifier: Apache-2.0

/** Whether one character (a whole code point) belongs to a class. */
export type Test = (character: string) => boolean;

/** What was read, and where the text goes on behind it. */
export interface ReadTest {
  readonly test: Test;
  readonly end: number;
}

/** Reads `[…]`; undefined where Go would refuse it. */
export function readClass(text: string, start: number): ReadTest | undefined {
  let index = start + 1;
  const negated = text[index] === '^';
  if (negated) index++;
  const tests: Test[] = [];
  for (let first = true; first || text[index] !== ']'; first = false) {
    const isLooseMinus =
      text[index] === '-' && !first && text[index + 1] !== ']';
    if (isLooseMinus) return undefined;
    const named = readNamedClass(text, index);
    const part = named === undefined ? readRange(text, index) : named;
    if (!part) return undefined;
    tests.push(part.test);
    index = part.end;
  }
  return {
    test: character => tests.some(test => test(character)) !== negated,
    end: index + 1,
  };
}

/**
 * `[:alpha:]`, `\d` or `\p{…}` inside a class.
 *
 * @returns null for a name that does not exist, undefined for something else
 */
function readNamedClass(
  text: string,
  start: number,
): ReadTest | null | undefined {
  if (text[start] === '\\') return readClassEscape(text, start);
  const end = text.startsWith('[:', start) ? text.indexOf(':]', start + 2) : -1;
  if (end < 0) return undefined;
  const [, sign, name = ''] = /^(\^?)(.*)$/s.exec(text.slice(start + 2, end))!;
  const members = Object.hasOwn(POSIX_CLASSES, name)
    ? POSIX_CLASSES[name]
    : undefined;
  if (!members) return null;
  const negated = sign === '^';
  return {
    test: character => members.test(character) !== negated,
    end: end + 2,
  };
}

/** One character, or two with a minus between them. */
function readRange(text: string, start: number): ReadTest | undefined {
  const low = readMember(text, start);
  if (low === undefined) return undefined;
  let high = low;
  if (text[low.end] === '-' && (text[low.end + 1] ?? ']') !== ']') {
    const other = readMember(text, low.end + 1);
    if (other === undefined || other.code < low.code) return undefined;
    high = other;
  }
  return {
    test: character => {
      const code = character.codePointAt(0)!;
      return low.code <= code && code <= high.code;
    },
    end: high.end,
  };
}

interface Member {
  readonly code: number;
  readonly end: number;
}

function readMember(text: string, start: number): Member | undefined {
  if (text[start] === '\\') return readCharacterEscape(text, start);
  const code = text.codePointAt(start);
  if (code === undefined) return undefined;
  return { code, end: start + (code > 0xffff ? 2 : 1) };
}

/** Reads an escape outside of a class; undefined where Go would refuse it. */
export function readEscape(text: string, start: number): ReadTest | undefined {
  const escaped = readClassEscape(text, start);
  if (escaped) return escaped;
  const member = readCharacterEscape(text, start);
  if (member === undefined) return undefined;
  const wanted = String.fromCodePoint(member.code);
  return { test: character => character === wanted, end: member.end };
}

function readClassEscape(text: string, start: number): ReadTest | undefined {
  const letter = text[start + 1] ?? '';
  const members = PERL_CLASSES[letter.toLowerCase()];
  if (members) {
    const negated = letter !== letter.toLowerCase();
    return {
      test: character => members.test(character) !== negated,
      end: start + 2,
    };
  }
  if (letter !== 'p' && letter !== 'P') return undefined;
  UNICODE_CLASS.lastIndex = start + 2;
  const name = UNICODE_CLASS.exec(text);
  const unicode = name && unicodeClass(name[2] ?? name[3]!);
  if (!unicode) return undefined;
  const negated = (letter === 'P') !== (name[1] === '^');
  return {
    test: character => unicode.test(character) !== negated,
    end: start + 2 + name[0].length,
  };
}

/** A class by the name of a category or script; undefined when unknown. */
function unicodeClass(name: string): RegExp | undefined {
  for (const property of [name, `Script=${name}`]) {
    try {
      return new RegExp(`^\\p{${property}}$`, 'u');
    } catch {
      // Not a name of this kind.
    }
  }
  return undefined;
}

/** An escape that stands for one character. */
function readCharacterEscape(text: string, start: number): Member | undefined {
  CHARACTER_ESCAPE.lastIndex = start + 1;
  const escape = CHARACTER_ESCAPE.exec(text);
  if (escape === null) return undefined;
  const [whole, octal, hex, letter, punctuation] = escape;
  const end = start + 1 + whole.length;
  if (octal !== undefined) return { code: parseInt(octal, 8), end };
  if (hex !== undefined) {
    const code = parseInt(hex.replace(/[{}]/g, ''), 16);
    return code <= 0x10ffff ? { code, end } : undefined;
  }
  if (letter !== undefined) return { code: CONTROLS[letter]!, end };
  return { code: punctuation!.codePointAt(0)!, end };
}

/** Octal (one digit only for 0), hexadecimal, a control letter, or a sign. */
const CHARACTER_ESCAPE =
  /(0[0-7]{0,2}|[1-7][0-7]{1,2})|x([0-9A-Fa-f]{2}|\{[0-9A-Fa-f]+\})|([afnrtv])|([^0-9A-Za-z\x80-\u{10ffff}])/uy;

const UNICODE_CLASS = /\{(\^?)(\w+)\}|([A-Z])/y;

const CONTROLS: Readonly<Record<string, number>> = {
  a: 0x07,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
};

const PERL_CLASSES: Readonly<Record<string, RegExp>> = {
  d: /^[0-9]$/,
  s: /^[\t\n\f\r ]$/,
  w: /^[0-9A-Za-z_]$/,
};

const POSIX_CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  ascii: /^[\0-\x7f]$/,
  blank: /^[\t ]$/,
  cntrl: /^[\0-\x1f\x7f]$/,
  digit: /^[0-9]$/,
  graph: /^[!-~]$/,
  lower: /^[a-z]$/,
  print: /^[ -~]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t\n\v\f\r ]$/,
  upper: /^[A-Z]$/,
  word: /^[0-9A-Za-z_]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};
