// SPDX-License-Identifier: Apache-2.0
import pc from 'picocolors';

/** What the text is written for: a terminal, a log, a file. */
export interface Page {
  /** In columns. */
  readonly width: number;
  readonly colours: Colours;
}

/** Functions that paint a text, or leave it as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Longer lines are hard to read. */
const MOST_COLUMNS = 100;
const FEWEST_COLUMNS = 40;
/** Where nobody says how wide the page is. */
const USUAL_COLUMNS = 80;

/** The page behind a stream, as the stream and the environment describe it. */
export function openPage(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Page {
  const columns = stream.columns || Number(env.COLUMNS) || USUAL_COLUMNS;
  return {
    width: Math.max(
      FEWEST_COLUMNS,
      Math.min(Math.floor(columns), MOST_COLUMNS),
    ),
    colours: pc.createColors(wantsColours(stream.isTTY === true, env)),
  };
}

/** See no-color.org and force-color.org. */
function wantsColours(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}
