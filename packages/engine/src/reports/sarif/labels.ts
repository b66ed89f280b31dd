// SPDX-License-Identifier: Apache-2.0

/** What scanners put into messages because SARIF has no field for it. */
export interface Labels {
  readonly package?: string;
  readonly installed?: string;
  readonly fixed?: string;
  readonly severity?: string;
}

/** Reads the first lines `Name: value` of a message. */
export function readLabels(text: string): Labels {
  const labels: { -readonly [Name in keyof Labels]: string } = {};
  let start = 0;
  for (let line = 0; line < MOST_LINES && start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const colon = text.indexOf(':', start);
    if (colon < 0) break;
    if (colon < end) {
      const label = NAMES.get(text.slice(start, colon).trim().toLowerCase());
      // The first counts: what follows may be prose.
      if (label) labels[label] ??= detached(text.slice(colon + 1, end).trim());
    }
    start = end + 1;
  }
  return labels;
}

/** What comes later is prose. */
const MOST_LINES = 12;

const NAMES = new Map<string, keyof Labels>([
  ['package', 'package'],
  ['installed version', 'installed'],
  ['fixed version', 'fixed'],
  ['severity', 'severity'],
]);

/**
 * A text with memory of its own. A long piece of a text is otherwise kept by
 * keeping the whole.
 */
function detached(piece: string): string {
  return ` ${piece}`.slice(1);
}
