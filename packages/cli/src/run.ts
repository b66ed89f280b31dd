// SPDX-License-Identifier: Apache-2.0
import { version } from '../package.json';
import { closest } from './commandLine/closest.ts';
import { readArguments } from './commandLine/arguments.ts';
import type { Command } from './commandLine/command.ts';
import { commandHelp, programHelp } from './commandLine/help.ts';
import { ast } from './commands/ast.ts';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { rules } from './commands/rules.ts';
import { COULD_NOT_RUN, GOOD, UsageError } from './exitCodes.ts';

const COMMANDS: readonly Command[] = [check, rules, explain, ast];

/**
 * Runs the command line.
 *
 * @param argv - as `process.argv`: interpreter and script come first
 * @returns the exit code: 0 good, 1 not good enough, 2 could not run
 */
export async function run(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    return await runCommand(argv.slice(2));
  } catch (error) {
    process.stderr.write(`plimsoll: ${await describe(error)}\n`);
    return COULD_NOT_RUN;
  }
}

async function runCommand([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') return print(`${version}\n`);
  if (name === '--help' || name === '-h' || name === 'help') {
    return print(programHelp(version, COMMANDS));
  }
  const command = COMMANDS.find(known => known.name === name);
  if (!command) throw new UsageError(describeUnknown(name));
  if (asksForHelp(args)) return print(commandHelp(command));
  return command.run(readArguments(command, args));
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function describeUnknown(name: string | undefined): string {
  const list = '"plimsoll --help" lists the commands';
  if (name === undefined) return `name a command; ${list}`;
  if (name.startsWith('-')) {
    return `options come after a command, and ${name} came first; ${list}`;
  }
  const names = COMMANDS.map(command => command.name);
  const [similar] = closest(name, names);
  const hint = similar === undefined ? '' : `did you mean "${similar}"? `;
  return `there is no command "${name}"; ${hint}${list}`;
}

function print(text: string): number {
  process.stdout.write(text);
  return GOOD;
}

/** Of a mistake of ours the stack, too. */
async function describe(error: unknown): Promise<string> {
  if (error instanceof UsageError) {
    // The names of files are among the arguments where "*" stands.
    const { printable } = await import('@plimsoll/engine/parsers');
    return printable(error.message);
  }
  const trace = error instanceof Error ? error.stack : undefined;
  return `a mistake of plimsoll itself: ${trace ?? String(error)}`;
}
