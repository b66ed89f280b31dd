// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** A program, with what it gets on standard input. */
export interface Run {
  readonly command: readonly string[];
  /** A file. */
  readonly input?: string;
  readonly folder?: string;
  /** Exit codes that are no failure; 0 alone when absent. */
  readonly accepts?: readonly number[];
}

/** What a run cost, in milliseconds. */
export interface Cost {
  /** User and system time of the process and its children. */
  readonly processor: number;
  readonly wall: number;
}

/**
 * Runs a program from start to end and throws its output away.
 *
 * @throws Error - when it fails
 */
export function measureProcess(run: Run): Cost {
  const { command, input, folder, accepts = [0] } = run;
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
  try {
    const start = performance.now();
    // A shell tells what its children cost, in every POSIX system.
    const { status, stderr } = spawnSync(
      'sh',
      [
        '-c',
        '"$@" >/dev/null; status=$?; times >&2; exit $status',
        '-',
        ...command,
      ],
      { cwd: folder, stdio: [stdin, 'ignore', 'pipe'], encoding: 'utf8' },
    );
    const wall = performance.now() - start;
    if (status === null || !accepts.includes(status)) {
      throw new Error(`${command.join(' ')} failed:\n${stderr}`);
    }
    return { processor: childTime(stderr), wall };
  } finally {
    if (typeof stdin === 'number') closeSync(stdin);
  }
}

/**
 * The last line that `times` wrote, `0m1.23s 0m0.04s`: user and system time of
 * the children, in milliseconds.
 *
 * @throws Error - when there is none
 */
export function childTime(text: string): number {
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`No times in "${line}"`);
  return parts.reduce(
    (sum, [, minutes, seconds]) =>
      sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}

/**
 * The costs of each program, several runs long. They take turns, so that a busy
 * moment of the machine hits all alike.
 */
export function measureInTurns(
  programs: readonly Run[],
  times: number,
): Cost[][] {
  const costs: Cost[][] = programs.map(() => []);
  for (let time = 0; time < times; time++) {
    for (const [index, program] of programs.entries()) {
      costs[index]?.push(measureProcess(program));
    }
  }
  return costs;
}

/** The middle of some numbers; the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? NaN;
  const high = sorted[Math.ceil(middle)] ?? NaN;
  return (low + high) / 2;
}
