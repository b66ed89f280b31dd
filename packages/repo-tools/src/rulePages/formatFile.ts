// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const ROOT = path.join(__dirname, '../../../..');

/** A generated text as `prettier --check` wants it; prose in short lines. */
export function formatFile(file: string, text: string): string {
  return format(text, {
    ...resolveConfig.sync(path.join(ROOT, 'package.json')),
    parser: file.endsWith('.md') ? 'markdown' : 'typescript',
    proseWrap: 'always',
  });
}
