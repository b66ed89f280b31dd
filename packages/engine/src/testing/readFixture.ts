// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads a fixture with one JSON object a line. */
export function readFixture<Row>(folder: string, name: string): Row[] {
  return readFileSync(path.join(folder, '__fixtures__', name), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row);
}
