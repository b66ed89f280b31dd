// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** SHA-256 of the parts, each ended by a zero byte; 64 hexadecimal digits. */
export function digest(parts: readonly string[]): string {
  const text = parts.map(part => `${part}\0`).join('');
  return createHash('sha256').update(text).digest('hex');
}
