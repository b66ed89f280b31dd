// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folder, listPictures, readAlbums, writeAlbums } from './albums.js';

let isRunning = true;
process.on('SIGTERM', () => {
  isRunning = false;
});

while (isRunning) {
  const albums = await readAlbums();
  for (const name of await listPictures()) {
    if (name in albums) continue;
    const bytes = await readFile(path.join(folder, name));
    const sum = createHash('sha256').update(bytes).digest('hex');
    albums[name] = { bytes: bytes.length, sha256: sum };
  }
  await writeAlbums(albums);
  await setTimeout(1000);
}
