// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText, isDockerfilePath } from '@plimsoll/engine/parsers';

/** The texts of all Dockerfiles below a folder, in a stable order. */
export function readDockerfiles(folder: string): string[] {
  return readTexts(folder, isDockerfilePath);
}

/** The texts of all YAML files below a folder, in a stable order. */
export function readYamlFiles(folder: string): string[] {
  return readTexts(folder, name => /\.ya?ml$/i.test(name));
}

function readTexts(
  folder: string,
  isWanted: (name: string) => boolean,
): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && isWanted(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !file.split(path.sep).includes('node_modules'))
    .sort()
    .map(file => decodeText(readFileSync(file)));
}
