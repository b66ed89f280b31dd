// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';

/** The command, as it runs from the checkout. */
export const PLIMSOLL: readonly string[] = [
  process.execPath,
  path.join(__dirname, '../../../cli/bin/plimsoll'),
];
