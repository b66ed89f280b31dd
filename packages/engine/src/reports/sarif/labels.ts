// SPDX-License-Identifier: Apache-2.0

/**
 * The lines `Name: value` of a message, by name in lower case. Scanners put
 * there what SARIF has no field for.
 */
export function readLabels(text: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    // The first counts: what follows may be prose.
    if (!labels.has(name)) labels.set(name, line.slice(colon + 1).trim());
  }
  return labels;
}
