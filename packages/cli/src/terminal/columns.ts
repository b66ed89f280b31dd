// SPDX-License-Identifier: Apache-2.0
import { displayWidth } from './displayWidth.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

/** Labels end here; the texts beside them begin two columns further. */
export const LABEL_WIDTH = 10;
export const TEXT_COLUMN = LABEL_WIDTH + 2;

type Paint = (text: string) => string;

/**
 * A label and, beside it, a text in as many lines as it needs. Colours come
 * last, so that they take no room.
 */
export function labelled(
  page: Page,
  label: string,
  text: string,
  paint: { readonly label?: Paint; readonly text?: Paint } = {},
): string[] {
  const { label: paintLabel = asIs, text: paintText = asIs } = paint;
  const margin = ' '.repeat(Math.max(0, LABEL_WIDTH - displayWidth(label)));
  return wrap(text, page.width - TEXT_COLUMN).map((line, index) =>
    index === 0
      ? `${margin}${paintLabel(label)}  ${paintText(line)}`
      : `${' '.repeat(TEXT_COLUMN)}${paintText(line)}`,
  );
}

function asIs(text: string): string {
  return text;
}
