// SPDX-License-Identifier: Apache-2.0

/** Whether a mode of `chmod` lets someone execute: `755`, `+x`, `u=rwx`. */
export function makesExecutable(mode: string): boolean {
  if (/^[0-7]+$/.test(mode)) {
    return [...mode.slice(-3)].some(digit => Number(digit) % 2 === 1);
  }
  return mode.split(',').some(part => /^[ugoa]*[+=][rwst]*[xX]/.test(part));
}
