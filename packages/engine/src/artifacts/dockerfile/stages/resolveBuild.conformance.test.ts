// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { readFixture } from '../../../testing/readFixture.ts';
import { parseDockerignore } from '../../dockerignore/parseDockerignore.ts';
import { parseDockerfile } from '../parseDockerfile.ts';
import { resolveBuild } from './resolveBuild.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly dockerignore?: string;
  readonly error: string | null;
  readonly checkError: string | null;
}

/** What Docker says before and behind the reason. */
function reasonOf(checkError: string | null): string | undefined {
  return checkError
    ?.replace(/^dockerfile parse error on line \d+: /, '')
    .replace(/ \(did you mean .*\?\)$/, '');
}

function lineOf(checkError: string | null): number | undefined {
  const match = /^dockerfile parse error on line (\d+): /.exec(
    checkError ?? '',
  );
  return match ? Number(match[1]) : undefined;
}

/** Go's upper case replaces a byte that is not UTF-8, ours keeps it. */
function withoutHalves(message: string | undefined): string | undefined {
  return message?.replace(/\\x[89a-f][0-9a-f]|[\ud800-\udfff]/gu, '\ufffd');
}

/** Another file's affair, and Docker then looks no further. */
function isIgnoreFileBad({ dockerignore = '', checkError }: Row): boolean {
  const { error } = parseDockerignore(dockerignore);
  return error !== null && error === checkError;
}

describe('resolveBuild refuses what a build refuses', () => {
  const rows = readFixture<Row>(
    path.join(__dirname, '..'),
    'dockerfile.jsonl',
  ).filter(row => row.error === null && !isIgnoreFileBad(row));

  it('has all recorded files that parse, with a sound .dockerignore', () => {
    expect(rows).toHaveLength(677);
  });

  it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
    const [first] = resolveBuild(parseDockerfile(row.text)).refusals;
    expect(withoutHalves(first?.message)).toBe(
      withoutHalves(reasonOf(row.checkError)),
    );
    expect(first?.line).toBe(lineOf(row.checkError) ?? first?.line);
  });
});
