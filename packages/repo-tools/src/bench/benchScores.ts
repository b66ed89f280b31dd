// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Assessment } from '@plimsoll/model';
import { PLIMSOLL } from './plimsoll.ts';
import { scoreTable } from './scoreTable.ts';

/**
 * The scores of the repositories in a folder, and of each Dockerfile alone.
 *
 * @param now - as of when they are judged; ISO 8601
 */
export function benchScores(folder: string, now: string): string {
  const repositories = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(folder, entry.name))
    .sort()
    .map(repository => assess(repository, now));
  const images = repositories.flatMap(assessment => assessment.images);
  return [
    `Judged as of ${now}`,
    '',
    scoreTable(
      'Repositories',
      repositories.map(({ score, level }) => ({
        score,
        level: level ?? 'none',
      })),
    ),
    '',
    scoreTable('Images of all repositories', images),
  ].join('\n');
}

function assess(repository: string, now: string): Assessment {
  const [command = '', ...args] = PLIMSOLL;
  const { stdout, stderr } = spawnSync(
    command,
    [...args, 'check', '--format', 'json', '--now', now, repository],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  try {
    return JSON.parse(stdout) as Assessment;
  } catch {
    throw new Error(`${repository} was not judged:\n${stderr}`);
  }
}
