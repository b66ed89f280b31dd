// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { MappedText } from '../../text/mappedText.ts';

/**
 * The name of a command in a script for a shell of Windows, without quotes.
 *
 * Only names: what the arguments mean differs from everything POSIX, and no
 * rule shall judge them as such.
 */
export interface CommandName extends TextRange {
  readonly value: string;
}

/** The name that stands in `[start, end)` of a script. */
export function commandName(
  script: MappedText,
  start: number,
  end: number,
): CommandName {
  return {
    value: script.text.slice(start, end).replace(/["']/g, ''),
    start: script.offsetAt(start),
    end: script.endOffsetAt(start, end),
  };
}
