// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseDockerfile, resolveBuild } from '@plimsoll/engine/parsers';
import { makeRepository } from './makeRepository.ts';

const SIZE = { files: 130, dockerfiles: 12, seed: 7 };

/** The texts of a generated repository, by path. */
function repository(size: typeof SIZE): Map<string, string> {
  const root = mkdtempSync(path.join(tmpdir(), 'plimsoll-'));
  try {
    makeRepository(root, size);
    return new Map(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath, entry.name))
        .sort()
        .map(file => [path.relative(root, file), readFileSync(file, 'utf8')]),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('makeRepository', () => {
  it('makes as many files as were asked for', () => {
    const paths = [...repository(SIZE).keys()];
    const named = (name: string) =>
      paths.filter(file => path.basename(file) === name);
    expect(paths).toHaveLength(130);
    expect(named('Dockerfile')).toHaveLength(12);
    expect(named('.dockerignore')).toHaveLength(12);
  });

  it('makes Dockerfiles that Docker would build', () => {
    for (const [file, text] of repository(SIZE)) {
      if (!file.endsWith('Dockerfile')) continue;
      const dockerfile = parseDockerfile(text);
      expect(dockerfile.error).toBeUndefined();
      expect(resolveBuild(dockerfile).refusals).toEqual([]);
    }
  });

  it('makes the same bytes from the same seed', () => {
    expect(repository(SIZE)).toEqual(repository(SIZE));
    expect(repository({ ...SIZE, seed: 8 })).not.toEqual(repository(SIZE));
  });
});
