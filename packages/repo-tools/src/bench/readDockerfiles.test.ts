// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDockerfiles } from './readDockerfiles.ts';

it('reads the Dockerfiles below a folder, in the order of their paths', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dockerfiles-'));
  try {
    for (const [name, text] of Object.entries({
      'b/api.Dockerfile': 'FROM b\n',
      'a/Dockerfile': 'FROM a\n',
      'a/Dockerfile.md': '# notes\n',
      'a/node_modules/x/Dockerfile': 'FROM x\n',
    })) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(readDockerfiles(folder)).toEqual(['FROM a\n', 'FROM b\n']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
