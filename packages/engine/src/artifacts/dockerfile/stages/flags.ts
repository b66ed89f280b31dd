// SPDX-License-Identifier: Apache-2.0
import type { Instruction, Word } from '../dockerfile.ts';

/** Why the build refuses an instruction, and the part that is to blame. */
export interface Complaint {
  readonly message: string;
  readonly at?: Word | undefined;
}

/** Whether a flag has one value, may be repeated, or is on or off. */
export type FlagType = 'text' | 'texts' | 'boolean';

/** The flags that an instruction may have. */
export type Flags = Readonly<Record<string, FlagType>>;

/** The value of a flag: the last one given, undefined when there is none. */
export function flagValue(
  instruction: Instruction,
  name: string,
): Word | undefined {
  return flagValues(instruction, name).at(-1);
}

/** All values of a flag; its word is the whole flag. */
export function flagValues({ flags }: Instruction, name: string): Word[] {
  if (flags.length === 0) return [];
  const prefix = `--${name}=`;
  return flags
    .filter(flag => flag.value.startsWith(prefix))
    .map(flag => ({ ...flag, value: flag.value.slice(prefix.length) }));
}

/** Whether a boolean flag is given and not `=false`. */
export function hasFlag(instruction: Instruction, name: string): boolean {
  return instruction.flags.some(flag => {
    const [given, value = 'true'] = flag.value.split('=', 2);
    return given === `--${name}` && value.toLowerCase() === 'true';
  });
}

/** What BuildKit refuses in the flags of an instruction. */
export function checkFlags(
  { flags }: Instruction,
  allowed: Flags,
): Complaint | undefined {
  if (flags.length === 0) return undefined;
  const seen = new Set<string>();
  for (const flag of flags) {
    const message = checkFlag(flag.value, allowed, seen);
    if (message !== undefined) return { message, at: flag };
  }
  return undefined;
}

function checkFlag(
  flag: string,
  allowed: Flags,
  seen: Set<string>,
): string | undefined {
  const equals = flag.indexOf('=');
  const name = equals < 0 ? flag : flag.slice(0, equals);
  const value = equals < 0 ? undefined : flag.slice(equals + 1);
  const key = name.slice(2);
  const type = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
  if (type === undefined) return `unknown flag: ${name}`;
  if (seen.has(key) && type !== 'texts') {
    return `duplicate flag specified: ${name}`;
  }
  seen.add(key);
  if (type !== 'boolean') {
    return value === undefined ? `missing a value on flag: ${name}` : undefined;
  }
  if (value === '') return `missing a value on flag: ${name}`;
  return value === undefined || /^(?:true|false)$/i.test(value)
    ? undefined
    : `expecting boolean value for flag ${name}, not: ${value}`;
}
