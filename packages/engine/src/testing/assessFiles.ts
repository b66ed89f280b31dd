// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plimsoll/model';
import type { SourceFile } from '../artifacts/sourceFile.ts';
import { assess } from '../assess/assess.ts';
import type { AssessInput } from '../assess/judge.ts';
import type { Example } from '../rules/rule.ts';
import { NOW } from './describeRule.ts';

/** Assesses a Dockerfile, or several files by path; all there are. */
export function assessFiles(
  files: Example,
  input: Partial<AssessInput> = {},
): Assessment {
  return assess({
    files: toSources(files),
    listing: 'complete',
    now: new Date(NOW),
    ...input,
  });
}

/** Files as the engine takes them. */
export function toSources(files: Example): SourceFile[] {
  const texts = typeof files === 'string' ? { Dockerfile: files } : files;
  return Object.entries(texts).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text,
  }));
}
