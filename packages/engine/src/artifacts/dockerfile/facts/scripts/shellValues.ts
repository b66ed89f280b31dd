// SPDX-License-Identifier: Apache-2.0
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type {
  ShellScript,
  ShellWord,
} from '../../../../syntax/shell/shellScript.ts';
import { remember } from '../remember.ts';

/**
 * The words of a call, with those that are nothing but a variable of the same
 * script replaced by the words of its value: `deps='gcc make'; apk add $deps`
 * adds `gcc` and `make`, which stand where the variable is set. A word whose
 * value the script does not tell stays as it is.
 */
export function resolveWords(
  { script, start }: ProgramCall,
  words: readonly ShellWord[],
): readonly ShellWord[] {
  if (!words.some(word => word.isDynamic)) return words;
  return words.flatMap(word => {
    const name = word.isDynamic ? variableOf(word.value) : undefined;
    const set = name && lastSetting(script, name, start);
    return set && set.value && !set.value.isDynamic
      ? splitWord(set.value)
      : [word];
  });
}

/** What an `export` before the call has set a variable to. */
export function exportedValue(
  { script, start }: ProgramCall,
  name: string,
): ShellWord | undefined {
  const set = lastSetting(script, name, start);
  return set?.isExported ? set.value : undefined;
}

/** `$NAME` or `${NAME}`. */
const VARIABLE = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})$/;

function variableOf(text: string): string | undefined {
  const match = VARIABLE.exec(text);
  return match?.[1] ?? match?.[2];
}

/** A place where a script sets a variable. */
interface VariableSetting {
  readonly start: number;
  /** Undefined where it is more than one value (`+=`). */
  readonly value: ShellWord | undefined;
  readonly isExported: boolean;
}

function lastSetting(
  script: ShellScript,
  name: string,
  before: number,
): VariableSetting | undefined {
  const list = remember(script, readSettings).get(name);
  if (!list) return undefined;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < before) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

type Settings = ReadonlyMap<string, readonly VariableSetting[]>;

function readSettings({ commands }: ShellScript): Settings {
  const settings = new Map<string, VariableSetting[]>();
  const add = (name: string, setting: VariableSetting) => {
    const list = settings.get(name);
    if (list) list.push(setting);
    else settings.set(name, [setting]);
  };
  for (const { name: program, args, assignments, start } of commands) {
    if (!program) {
      for (const { name, value, append } of assignments) {
        const isExported = settings.get(name)?.at(-1)?.isExported ?? false;
        add(name, { start, value: append ? undefined : value, isExported });
      }
    } else if (DECLARING.has(program.value)) {
      const isExported = program.value === 'export';
      for (const arg of args) {
        const equals = arg.value.indexOf('=');
        if (equals > 0) {
          const name = arg.value.slice(0, equals);
          add(name, { start, value: behind(arg, equals + 1), isExported });
          continue;
        }
        const before = settings.get(arg.value)?.at(-1);
        if (before) add(arg.value, { ...before, start, isExported });
      }
    }
  }
  return settings;
}

const DECLARING = new Set(['export', 'declare', 'local', 'readonly']);

function behind(word: ShellWord, length: number): ShellWord {
  const start = word.start + length;
  return { ...word, value: word.value.slice(length), start };
}

function splitWord({ value, start, end }: ShellWord): ShellWord[] {
  // Quotes, escapes and continuations make the text differ from the file.
  const quotes = end - start - value.length;
  const offset = quotes === 0 || quotes === 2 ? start + quotes / 2 : undefined;
  return [...value.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    value: text,
    isDynamic: false,
    ...(offset === undefined
      ? { start, end }
      : { start: offset + index, end: offset + index + text.length }),
  }));
}
