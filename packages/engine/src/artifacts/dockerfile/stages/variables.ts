// SPDX-License-Identifier: Apache-2.0
import { lexWord } from '../../../syntax/word/lexWord.ts';
import { quote } from '../../../text/quote.ts';
import type { Instruction } from '../dockerfile.ts';

/**
 * A text after its variables were expanded.
 *
 * A variable without a value counts as empty, as it does in a build without
 * `--build-arg`; `missing` tells which ones, so that nobody takes the value
 * for a fact.
 */
export interface Expanded {
  readonly value: string;
  /**
   * Variables whose value the files do not tell; 16 at most. Platform arguments
   * count as known: a build on and for linux/amd64.
   */
  readonly missing: readonly string[];
}

/** More names say no more: the value is unknown. */
export const MAX_MISSING = 16;

/** The names of two lists together. */
export function joinMissing(
  some: readonly string[],
  others: readonly string[],
): readonly string[] {
  if (others.length === 0) return some;
  return [...new Set([...some, ...others])].slice(0, MAX_MISSING);
}

/** Where a variable has its value from. */
export type VariableOrigin = 'arg' | 'env' | 'platform';

/** A variable with a value. */
export interface Variable extends Expanded {
  readonly name: string;
  readonly origin: VariableOrigin;
  /** What set it; absent for platform arguments. */
  readonly instruction?: Instruction | undefined;
}

/**
 * Arguments that a build accepts without an ARG (proxy settings). They reach
 * RUN only; in a word they are unset until an ARG names them.
 */
export const PREDEFINED_ARGS: readonly string[] = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
];

/** The variables that one stage, or several together, have set. */
interface Layer {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly declared: ReadonlySet<string>;
}

/** Layers are merged beyond this number, so that no look-up goes far. */
const MAX_LAYERS = 32;

/** The variables that are in force at the end of a stage, or for FROM. */
export interface Variables {
  get(name: string): Variable | undefined;
  /** Whether an ARG names the variable. */
  isDeclared(name: string): boolean;
  /** All variables, one for each name. */
  all(): Variable[];
  /** The environment that the image keeps: what ENV set, and no ARG. */
  imageEnvironment(): Variable[];
}

/** The variables of one stage, behind them those of the stage it builds on. */
export class Scope implements Variables {
  readonly #variables = new Map<string, Variable>();
  /** What ENV set before an ARG of the same name did. */
  readonly #covered = new Map<string, Variable>();
  readonly #declared = new Set<string>();
  /** What it builds on, nearest last. */
  #below: readonly Layer[] = [];

  constructor(base?: Scope) {
    if (base) this.#below = base.#seal();
  }

  /** Its layers for a scope on top: merged once, however many build on it. */
  #seal(): readonly Layer[] {
    if (this.#below.length >= MAX_LAYERS) {
      this.#below = mergeLayers(this.#below);
    }
    // The image keeps what ENV sets and not what ARG sets: on top of the image
    // the ENV counts again.
    const variables =
      this.#covered.size === 0
        ? this.#variables
        : new Map([...this.#variables, ...this.#covered]);
    return [...this.#below, { variables, declared: this.#declared }];
  }

  set(variable: Variable): void {
    const { name, origin } = variable;
    if (origin === 'env') this.#covered.delete(name);
    else {
      const before = this.get(name);
      if (before?.origin === 'env') this.#covered.set(name, before);
    }
    this.#variables.set(name, variable);
  }

  /** Notes an ARG that has no value until the build gives it one. */
  declare(name: string): void {
    this.#declared.add(name);
  }

  get(name: string): Variable | undefined {
    return (
      this.#variables.get(name) ??
      this.#below
        .findLast(layer => layer.variables.has(name))
        ?.variables.get(name)
    );
  }

  isDeclared(name: string): boolean {
    return (
      this.#declared.has(name) ||
      this.#below.some(layer => layer.declared.has(name))
    );
  }

  imageEnvironment(): Variable[] {
    const kept = new Map<string, Variable>();
    for (const { variables } of this.#seal()) {
      for (const [name, variable] of variables) {
        if (variable.origin === 'env') kept.set(name, variable);
      }
    }
    return [...kept.values()];
  }

  all(): Variable[] {
    const all = new Map<string, Variable>();
    for (const { variables } of this.#below) {
      for (const [name, variable] of variables) all.set(name, variable);
    }
    for (const [name, variable] of this.#variables) all.set(name, variable);
    return [...all.values()];
  }
}

/**
 * Merges until each layer is at least twice as large as the next: then there
 * are few, and a large one is hardly ever copied.
 */
function mergeLayers(layers: readonly Layer[]): Layer[] {
  const merged: Layer[] = [];
  for (const layer of layers) {
    let top = layer;
    for (let below = merged.at(-1); below; below = merged.at(-1)) {
      if (sizeOf(below) >= 2 * sizeOf(top)) break;
      merged.pop();
      top = {
        variables: new Map([...below.variables, ...top.variables]),
        declared: new Set([...below.declared, ...top.declared]),
      };
    }
    merged.push(top);
  }
  return merged;
}

function sizeOf({ variables, declared }: Layer): number {
  return variables.size + declared.size;
}

/**
 * Arguments that BuildKit sets by itself, for a build on and for linux/amd64.
 * FROM sees them, a stage only after an ARG that names them.
 *
 * @param targetStage - the name of the stage that is built, or empty
 */
export function platformScope(targetStage: string): Scope {
  const scope = new Scope(PLATFORM);
  scope.set(platformVariable('TARGETSTAGE', targetStage || 'default'));
  return scope;
}

function platformVariable(name: string, value: string): Variable {
  return { name, value, missing: [], origin: 'platform' };
}

/** The same for every file; nothing is set in it later. */
const PLATFORM = new Scope();
for (const [name, value] of [
  ['BUILDPLATFORM', 'linux/amd64'],
  ['BUILDOS', 'linux'],
  ['BUILDOSVERSION', ''],
  ['BUILDARCH', 'amd64'],
  ['BUILDVARIANT', ''],
  ['TARGETPLATFORM', 'linux/amd64'],
  ['TARGETOS', 'linux'],
  ['TARGETOSVERSION', ''],
  ['TARGETARCH', 'amd64'],
  ['TARGETVARIANT', ''],
] as const) {
  PLATFORM.set(platformVariable(name, value));
}

/** An expanded text and its words, or why it cannot be expanded. */
export interface ExpandedWords extends Expanded {
  readonly words: readonly string[];
  readonly error?: string | undefined;
}

/**
 * Expands words with the variables of a scope.
 *
 * Values can double with every line (`ENV A=$A$A`), so all expansions of a
 * file share a budget; what goes beyond it is unknown.
 */
export class Expander {
  readonly #escape: string;
  #budget: number;

  constructor(escape: string, textLength: number) {
    this.#escape = escape;
    this.#budget = BASE_BUDGET + BUDGET_PER_CHARACTER * textLength;
  }

  /**
   * @param mayBeInherited - whether a base image that we do not know could
   *   set variables
   */
  expand(word: string, scope: Scope, mayBeInherited: boolean): ExpandedWords {
    return this.#expand(word, scope, mayBeInherited, false);
  }

  /** Expands a word while no variable has a value. */
  expandAlone(word: string): ExpandedWords {
    return this.#expand(word, NO_VARIABLES, false, false);
  }

  /** Expands the content of a heredoc: quotes are ordinary, `\` escapes. */
  expandContent(text: string, scope: Scope): ExpandedWords {
    return this.#expand(text, scope, true, true);
  }

  #expand(
    word: string,
    scope: Scope,
    mayBeInherited: boolean,
    isContent: boolean,
  ): ExpandedWords {
    if (!SPECIAL.test(word)) return { value: word, words: [word], missing: [] };
    const tooLong = { value: '', words: [], missing: [TOO_LONG] };
    if (this.#budget < 0) return tooLong;
    const missing = new Set<string>();
    const addMissing = (name: string) => {
      if (missing.size < MAX_MISSING) missing.add(name);
    };
    // A pattern is tried at every place of the value.
    const cost = PATTERN.test(word) ? word.length : 1;
    const result = lexWord(word, {
      escape: isContent ? '\\' : this.#escape,
      plainQuotes: isContent,
      maxLength: this.#budget,
      lookup: name => {
        const variable = scope.get(name);
        if (variable === undefined) return undefined;
        variable.missing.forEach(addMissing);
        this.#budget -= cost * variable.value.length;
        return this.#budget < 0 ? '' : variable.value;
      },
    });
    this.#budget -= result.value.length;
    if (result.isTooLong || this.#budget < 0) return tooLong;
    for (const name of result.missing) {
      if (mayBeInherited || scope.isDeclared(name)) addMissing(name);
    }
    return {
      value: result.value,
      words: result.words,
      missing: [...missing],
      error:
        result.error && `failed to process ${quote(word)}: ${result.error}`,
    };
  }
}

const NO_VARIABLES = new Scope();
const BASE_BUDGET = 1 << 20;
const BUDGET_PER_CHARACTER = 16;
/** Stands for the variables of an expansion that was given up. */
const TOO_LONG = '(value too long)';

/** `#`, `%` or `/` in braces. */
const PATTERN = /\$\{[^}]*[#%/]/;

/** A word without any of these stands for itself. */
const SPECIAL = /[$'"<\\`\s\ufeff\u0085]|[\ud800-\udfff]/;
