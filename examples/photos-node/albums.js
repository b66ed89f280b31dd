// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

/** Where pictures and their albums are. */
export const folder = process.env.PHOTOS_FOLDER ?? '/photos';

const index = path.join(folder, 'albums.yaml');

/** The pictures that the worker has seen, by name. */
export async function readAlbums() {
  try {
    return parse(await readFile(index, 'utf8')) ?? {};
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Keeps what is known about the pictures. */
export async function writeAlbums(albums) {
  await writeFile(index, stringify(albums));
}

/** The names of all pictures. */
export async function listPictures() {
  const names = await readdir(folder);
  return names.filter(name => /\.(jpe?g|png)$/i.test(name)).sort();
}
