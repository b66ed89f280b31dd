// SPDX-License-Identifier: Apache-2.0
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');
/** What each repository is a copy of, in turn. */
const MODELS = ['orders-node', 'gateway-go', 'ledger-python', 'photos-node'];
/** Beside those of the example: what is listed and not judged. */
const MORE_FILES = 40;

/** Repositories of this machine, made anew. */
export interface Repositories {
  readonly root: string;
  readonly folders: readonly string[];
  /** Of all of them together. */
  readonly files: number;
  /** Has every Dockerfile read and judged again. */
  change(): void;
}

/** Makes so many below a folder, which is emptied before. */
export function makeRepositories(root: string, count: number): Repositories {
  rmSync(root, { recursive: true, force: true });
  const folders = Array.from({ length: count }, (_, index) =>
    path.join(root, `r${index}`),
  );
  folders.forEach((folder, index) => {
    const model = MODELS[index % MODELS.length]!;
    cpSync(path.join(EXAMPLES, model), folder, { recursive: true });
    const more = path.join(folder, 'internal');
    mkdirSync(more);
    for (let number = 0; number < MORE_FILES; number++) {
      writeFileSync(path.join(more, `${number}.txt`), `${number}\n`);
    }
  });
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  return {
    root,
    folders,
    files: files.filter(entry => entry.isFile()).length,
    change() {
      for (const folder of folders) {
        appendFileSync(path.join(folder, 'Dockerfile'), 'EXPOSE 1\n');
      }
    },
  };
}
