// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';

/** Writes each text as the only Dockerfile of a repository, a line of JSON. */
export function writeRows(file: string, texts: readonly string[]): void {
  const rows = texts.map((text, index) =>
    JSON.stringify({ id: index, files: { Dockerfile: text } }),
  );
  writeFileSync(file, rows.map(row => `${row}\n`).join(''));
}
