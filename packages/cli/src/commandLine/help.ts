// SPDX-License-Identifier: Apache-2.0
import type { Command, Option } from './command.ts';

/** The help of the program. */
export function programHelp(
  version: string,
  commands: readonly Command[],
): string {
  return `plimsoll ${version}: how hardened are your containers?

Usage: plimsoll <command> [options]

${columns(
  commands.map(({ name, operands, summary }) => [
    `${name} ${operands}`,
    summary,
  ]),
)}

plimsoll <command> --help tells more about a command.

Exit codes: 0 good, 1 not good enough, 2 could not run
`;
}

/** The help of one command. */
export function commandHelp({
  name,
  operands,
  summary,
  details,
  options,
  examples,
}: Command): string {
  const rows = Object.entries({ ...options, help: HELP }).map(
    ([option, { value = '', summary: meaning }]) =>
      [`--${option} ${value}`.trimEnd(), meaning] as const,
  );
  const paragraphs = [
    `${summary}.`,
    `Usage: plimsoll ${name} ${operands}`.trimEnd(),
    ...(details === undefined ? [] : [details]),
    `Options:\n${columns(rows)}`,
    `Examples:\n${examples.map(example => `  ${example}`).join('\n')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const HELP: Option = { summary: 'show this' };

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows
    .map(([left, right]) => {
      const lines = right.split('\n');
      return lines
        .map((line, index) =>
          `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`.trimEnd(),
        )
        .join('\n');
    })
    .join('\n');
}
