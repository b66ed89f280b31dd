// SPDX-License-Identifier: Apache-2.0
import { quote } from '../../../text/quote.ts';
import type { Instruction } from '../dockerfile.ts';
import { checkFlags, flagValue, type Complaint, type Flags } from './flags.ts';
import { parseDuration, parseInteger } from './goValues.ts';

const HEALTHCHECK_FLAGS: Flags = {
  interval: 'text',
  timeout: 'text',
  'start-period': 'text',
  'start-interval': 'text',
  retries: 'text',
};

/** What BuildKit refuses in a HEALTHCHECK taken by itself. */
export function checkHealthcheck(
  instruction: Instruction,
): Complaint | undefined {
  const [type, ...command] = instruction.args;
  if (!type) return { message: 'HEALTHCHECK requires at least one argument' };
  const kind = type.value.toUpperCase();
  if (kind === 'NONE') {
    return command.length === 0
      ? undefined
      : { message: 'HEALTHCHECK NONE takes no arguments', at: command[0] };
  }
  const complaint = checkFlags(instruction, HEALTHCHECK_FLAGS);
  if (complaint) return complaint;
  if (kind !== 'CMD') {
    return {
      message: `Unknown type ${quote(kind)} in HEALTHCHECK (try CMD)`,
      at: type,
    };
  }
  if (command.length === 0) {
    return { message: 'Missing command after HEALTHCHECK CMD', at: type };
  }
  for (const flag of [
    'interval',
    'timeout',
    'start-period',
    'start-interval',
  ]) {
    const word = flagValue(instruction, flag);
    const message = word && checkInterval(flag, word.value);
    if (message !== undefined) return { message, at: word };
  }
  const retries = flagValue(instruction, 'retries');
  const message = retries && checkRetries(retries.value);
  return message === undefined ? undefined : { message, at: retries };
}

const MILLISECOND = 1e6;

function checkInterval(flag: string, value: string): string | undefined {
  if (value === '') return undefined;
  const duration = parseDuration(value);
  if (duration === undefined) return `time: invalid duration ${quote(value)}`;
  if (duration === 0 || duration >= MILLISECOND) return undefined;
  return `Interval ${quote(flag)} cannot be less than 1ms`;
}

function checkRetries(value: string): string | undefined {
  if (value === '') return undefined;
  const retries = parseInteger(value, -(2 ** 31), 2 ** 31 - 1);
  if (retries === undefined) {
    return `strconv.ParseInt: parsing ${quote(value)}: invalid syntax`;
  }
  return retries < 0 ? `--retries cannot be negative (${retries})` : undefined;
}
