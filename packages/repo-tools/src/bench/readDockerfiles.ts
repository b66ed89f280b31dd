// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from '@plimsoll/engine/parsers';

const DOCKERFILE =
  /^(?:dockerfile|containerfile)(?:[.-].+)?$|\.(?:dockerfile|containerfile)$/i;
const OTHER = /\.(?:dockerignore|md|j2|erb|tmpl|template|in)$/i;

/** The texts of all Dockerfiles below a folder, in a stable order. */
export function readDockerfiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && isDockerfile(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !file.split(path.sep).includes('node_modules'))
    .sort()
    .map(file => decodeText(readFileSync(file)));
}

/** Whether a file is a Dockerfile, told by its name. */
export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name) && !OTHER.test(name);
}
