// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isRelevantPath, type SourceFile } from '@plimsoll/engine';
import { decodeText } from '@plimsoll/engine/parsers';

/** Where the examples are. */
export const EXAMPLES = path.join(__dirname, '../../../../examples');

/** The files of one example, as the command line would read them. */
export function readExample(name: string): SourceFile[] {
  const folder = path.join(EXAMPLES, name);
  return listFiles(folder).map(file => {
    const bytes = fs.readFileSync(path.join(folder, file));
    return {
      path: file,
      size: bytes.length,
      ...(isRelevantPath(file) && { text: decodeText(bytes) }),
    };
  });
}

/** Those that Git tracks or does not ignore, relative to the folder. */
export function listFiles(folder: string): string[] {
  const listing = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: folder, encoding: 'utf8' },
  );
  return listing
    .split('\0')
    .filter(file => file !== '' && fs.existsSync(path.join(folder, file)));
}
