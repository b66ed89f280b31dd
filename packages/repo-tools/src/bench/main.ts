// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import path from 'node:path';
import { benchParsers } from './benchParsers.ts';
import { readDockerfiles } from './readDockerfiles.ts';

const EXAMPLES = path.join(__dirname, '../../../../examples');

/** `npm run bench -- [FOLDER]`: over the Dockerfiles below a folder. */
function main(folder: string = EXAMPLES): number {
  if (!existsSync(folder)) {
    process.stderr.write(`There is no folder "${folder}"\n`);
    return 2;
  }
  const files = readDockerfiles(folder);
  if (files.length === 0) {
    process.stderr.write(`There is no Dockerfile below "${folder}"\n`);
    return 2;
  }
  process.stdout.write(`${benchParsers(files)}\n`);
  return 0;
}

process.exitCode = main(process.argv[2]);
