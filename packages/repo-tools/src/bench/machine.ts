// SPDX-License-Identifier: Apache-2.0
import { cpus } from 'node:os';
import { version as peerVersion } from 'dockerfile-ast/package.json';

/** What a figure was measured on, in one line. */
export function machine(): string {
  const [first] = cpus();
  return [
    `Node ${process.version}`,
    `dockerfile-ast ${peerVersion}`,
    `${cpus().length} × ${first?.model ?? 'unknown processor'}`,
  ].join(', ');
}
