// SPDX-License-Identifier: Apache-2.0
import { replaceLoneSurrogates } from '../../text/characters.ts';
import { readClass, readEscape, type Test } from './expressionClass.ts';

/**
 * The part of Go's regular expressions that can come out of a .dockerignore:
 * characters, classes, escapes, repeats, alternatives, anchors, and the
 * optional group that stands for any number of folders.
 *
 * Runs all alternatives side by side, so a path costs its length times that of
 * the expression and none can make it more.
 */
export class PathExpression {
  readonly #program: readonly Step[];

  private constructor(program: readonly Step[]) {
    this.#program = program;
  }

  /** Undefined where Go would refuse the expression. */
  static compile(expression: string): PathExpression | undefined {
    const program = new ExpressionReader(expression).read();
    return program && new PathExpression(program);
  }

  get size(): number {
    return this.#program.length;
  }

  /** Whether the expression matches in the path, or in a folder above it. */
  readonly test = (path: string): boolean => {
    const program = this.#program;
    let places = new Set<number>([0]);
    let before = '';
    for (const character of replaceLoneSurrogates(path)) {
      if (character === '/') {
        // The folder ends here.
        const ends = new Set(places);
        expand(program, ends, before, '');
        if (hasMatch(program, ends)) return true;
      }
      expand(program, places, before, character);
      const next = new Set<number>();
      for (const place of places) {
        const step = program[place]!;
        if (step.kind === 'match') return true;
        if (step.kind === 'one' && step.test(character)) next.add(place + 1);
        else if (step.kind === 'many' && step.test(character)) next.add(place);
      }
      places = next.add(0);
      before = character;
    }
    expand(program, places, before, '');
    return hasMatch(program, places);
  };
}

function hasMatch(program: readonly Step[], places: Set<number>): boolean {
  for (const place of places) {
    if (program[place]!.kind === 'match') return true;
  }
  return false;
}

type Step =
  /** Takes one character. */
  | { readonly kind: 'one'; readonly test: Test }
  /** Takes any number of characters. */
  | { readonly kind: 'many'; readonly test: Test }
  /** Takes nothing: goes on here, and so many steps further. */
  | { readonly kind: 'fork'; readonly skip: number }
  /** Takes nothing, but looks at both sides. */
  | { readonly kind: 'assert'; readonly holds: Assertion }
  | { readonly kind: 'match' };

type Assertion = (before: string, after: string) => boolean;

/** Adds all places that can be reached without taking a character. */
function expand(
  program: readonly Step[],
  places: Set<number>,
  before: string,
  after: string,
): void {
  // A set yields what is added to it while it is walked.
  for (const place of places) {
    const step = program[place]!;
    if (step.kind === 'many') places.add(place + 1);
    else if (step.kind === 'fork') places.add(place + 1).add(place + step.skip);
    else if (step.kind === 'assert' && step.holds(before, after)) {
      places.add(place + 1);
    }
  }
}

/** What one repeat of Go's may count to. */
const MAX_REPEAT = 1000;
/** Longest program; Go has a limit of its own, far above. */
const MAX_STEPS = 10_000;

/** Reads an expression into the steps that match it. */
class ExpressionReader {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Alternatives, each behind a fork that leads to the next. */
  read(): readonly Step[] | undefined {
    const program: Step[] = [];
    do {
      const branch = this.#readBranch();
      if (branch === undefined) return undefined;
      program.push({ kind: 'fork', skip: branch.length + 2 });
      for (const step of branch) program.push(step);
      program.push({ kind: 'match' });
      if (program.length > MAX_STEPS) return undefined;
    } while (this.#take('|'));
    // The last fork leads here: to nothing.
    program.push({ kind: 'assert', holds: () => false });
    return program;
  }

  #readBranch(): readonly Step[] | undefined {
    const steps: Step[] = [];
    while (this.#index < this.#text.length && !this.#isAt('|')) {
      const atom = this.#readAtom();
      const repeated = atom && this.#readRepeat(atom);
      if (repeated === undefined) return undefined;
      for (const step of repeated) steps.push(step);
      if (steps.length > MAX_STEPS) return undefined;
    }
    return steps;
  }

  #readAtom(): readonly Step[] | undefined {
    if (this.#take(ANY_FOLDERS)) {
      return [
        { kind: 'fork', skip: 3 },
        { kind: 'many', test: notNewline },
        { kind: 'one', test: character => character === '/' },
      ];
    }
    if (this.#take('^')) return [{ kind: 'assert', holds: isStart }];
    if (this.#take('$')) return [{ kind: 'assert', holds: isEnd }];
    if (this.#take('.')) return [{ kind: 'one', test: notNewline }];
    if (this.#isAt('\\')) return this.#readEscape();
    if (this.#isAt('{') && this.#matchRepeat()) return undefined;
    if (this.#isAt('[')) {
      const set = readClass(this.#text, this.#index);
      if (set === undefined) return undefined;
      this.#index = set.end;
      return [{ kind: 'one', test: set.test }];
    }
    const wanted = String.fromCodePoint(this.#text.codePointAt(this.#index)!);
    this.#index += wanted.length;
    return literal(wanted);
  }

  #readEscape(): readonly Step[] | undefined {
    const assertion = ASSERTIONS[this.#text[this.#index + 1] ?? ''];
    if (assertion) {
      this.#index += 2;
      return [{ kind: 'assert', holds: assertion }];
    }
    if (this.#take('\\Q')) return this.#readQuoted();
    const escape = readEscape(this.#text, this.#index);
    if (escape === undefined) return undefined;
    this.#index = escape.end;
    return [{ kind: 'one', test: escape.test }];
  }

  /** Everything up to `\E` as it stands. */
  #readQuoted(): readonly Step[] {
    const end = this.#text.indexOf('\\E', this.#index);
    const quoted = this.#text.slice(this.#index, end < 0 ? undefined : end);
    this.#index = end < 0 ? this.#text.length : end + 2;
    return Array.from(quoted, wanted => literal(wanted)[0]!);
  }

  /** The atom as often as what follows it says. */
  #readRepeat(atom: readonly Step[]): readonly Step[] | undefined {
    const last = atom.at(-1);
    if (this.#take('*')) {
      if (this.#matchRepeat()) return undefined;
      if (last?.kind !== 'one') return atom.slice(0, -1);
      return [...atom.slice(0, -1), { kind: 'many', test: last.test }];
    }
    const repeat = this.#matchRepeat();
    if (!repeat) return atom;
    if (atom[0]?.kind === 'fork') return undefined;
    this.#index += repeat[0].length;
    if (this.#matchRepeat()) return undefined;
    const least = Number(repeat[1]);
    const most = repeat[2] === undefined ? least : Number(repeat[3] || least);
    if (most > MAX_REPEAT || least > most) return undefined;
    // Only the last character of a quoted text is repeated.
    const one = atom.slice(-1);
    const repeated: Step[] = [...atom.slice(0, -1)];
    for (let count = 0; count < least; count++) repeated.push(...one);
    if (repeat[2] !== undefined && repeat[3] === '') {
      if (last?.kind === 'one')
        repeated.push({ kind: 'many', test: last.test });
    }
    for (let count = least; count < most; count++) {
      repeated.push({ kind: 'fork', skip: 2 }, ...one);
    }
    return repeated;
  }

  #matchRepeat(): RegExpExecArray | null {
    REPEAT.lastIndex = this.#index;
    return REPEAT.exec(this.#text);
  }

  #isAt(text: string): boolean {
    return this.#text.startsWith(text, this.#index);
  }

  #take(text: string): boolean {
    if (!this.#isAt(text)) return false;
    this.#index += text.length;
    return true;
  }
}

const ANY_FOLDERS = '(.*/)?';
/** `{2}`, `{2,}`, `{2,5}`; Go allows no leading zero. */
const REPEAT = /\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*|))?\}/y;
const WORD = /^[0-9A-Za-z_]$/;

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: isStart,
  z: isEnd,
  b: (before, after) => WORD.test(before) !== WORD.test(after),
  B: (before, after) => WORD.test(before) === WORD.test(after),
};

function isStart(before: string): boolean {
  return before === '';
}

function isEnd(_before: string, after: string): boolean {
  return after === '';
}

function notNewline(character: string): boolean {
  return character !== '\n';
}

function literal(wanted: string): readonly Step[] {
  return [{ kind: 'one', test: character => character === wanted }];
}
