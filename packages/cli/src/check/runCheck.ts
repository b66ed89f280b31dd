// SPDX-License-Identifier: Apache-2.0
import { printable } from '@plimsoll/engine/parsers';
import type { Arguments } from '../commandLine/arguments.ts';
import { GOOD } from '../exitCodes.ts';
import { openPage } from '../terminal/page.ts';
import { readCheckOptions, readStreamOptions } from './checkOptions.ts';
import { jsonOutput, textOutput } from './checkOutput.ts';
import { checkTarget } from './checkTarget.ts';
import { conclude } from './conclude.ts';

/** `plimsoll check`: judges each path; the exit code is that of the worst. */
export async function runCheck(given: Arguments): Promise<number> {
  const { argv, env, stderr, stdin, stdout } = process;
  if (given.has('jsonl')) {
    const { streamCheck } = await import('./streamCheck.ts');
    // The program itself is what its threads run.
    const [, script] = argv;
    const options = readStreamOptions(given);
    return streamCheck(stdin, stdout, { ...options, script });
  }
  const options = readCheckOptions(given);
  const { targets, format, thresholds, showAll } = options;
  const output =
    format === 'json'
      ? jsonOutput(stdout, targets.length > 1)
      : textOutput(stdout, openPage(stdout, env), showAll);
  let worst = GOOD;
  for (const target of targets) {
    const answer = checkTarget(target, options);
    output.add(answer);
    const { exitCode, complaints } = conclude(answer, thresholds);
    for (const sentence of complaints) {
      stderr.write(`plimsoll: ${printable(sentence)}\n`);
    }
    worst = Math.max(worst, exitCode);
  }
  output.end();
  return worst;
}
