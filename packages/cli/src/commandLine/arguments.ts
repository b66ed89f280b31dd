// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { UsageError } from '../exitCodes.ts';
import { closest } from './closest.ts';
import type { Command } from './command.ts';

/** What was typed after the name of a command. */
export interface Arguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/**
 * Sorts what was typed into options and operands.
 *
 * @throws UsageError - what is wrong, and what to do
 */
export function readArguments(
  command: Command,
  args: readonly string[],
): Arguments {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokensOf(command, args)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    // What follows is the next option, where no "=" says otherwise.
    const isNext = !token.inlineValue && token.value?.startsWith('-');
    const value = isNext ? undefined : token.value;
    checkOption(command, rawName, name, value);
    const values = given.get(name) ?? [];
    if (values.length > 0 && value !== undefined && !isList(command, name)) {
      throw new UsageError(`--${name} is given twice; once is enough`);
    }
    given.set(name, [...values, value ?? '']);
  }
  checkOperands(command, operands);
  return {
    operands,
    has: option => given.has(option),
    value: option => given.get(option)?.[0],
    values: option => given.get(option) ?? [],
  };
}

/** Node's own complaints differ from version to version: ours come after. */
function tokensOf({ options }: Command, args: readonly string[]) {
  const types = Object.entries(options).map(([name, { value }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string' } as const,
  ]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  return tokens;
}

function checkOption(
  { name: command, options }: Command,
  rawName: string,
  name: string,
  value: string | undefined,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option || !rawName.startsWith('--')) {
    const names = Object.keys(options).map(known => `--${known}`);
    const [similar] = closest(rawName, names);
    const hint = similar === undefined ? '' : `; did you mean ${similar}?`;
    throw new UsageError(
      `${command} has no option ${rawName}${hint} (plimsoll ${command} --help lists them)`,
    );
  }
  if (option.value === undefined && value !== undefined) {
    throw new UsageError(`${rawName} takes no value, and was given "${value}"`);
  }
  if (option.value !== undefined && (value === undefined || value === '')) {
    throw new UsageError(
      `${rawName} needs a value: ${rawName} ${option.value}`,
    );
  }
}

function isList({ options }: Command, name: string): boolean {
  return options[name]?.isList === true;
}

function checkOperands(
  { name, operands: usage, maxOperands }: Command,
  operands: readonly string[],
): void {
  if (operands.includes('')) {
    throw new UsageError(`${name} was given an empty argument`);
  }
  const [unexpected] = operands.slice(maxOperands);
  if (unexpected === undefined) return;
  throw new UsageError(
    `${name} does not know what to do with "${unexpected}"; it takes: plimsoll ${name} ${usage}`,
  );
}
