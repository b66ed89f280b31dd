// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answers, Kind, Questions } from './questions.ts';

/** A recorded input with the answer that Docker gave. */
export interface Recorded<K extends Kind> {
  question: Questions[K];
  answer: Answers[K];
}

export type AllRecorded = { readonly [K in Kind]: readonly Recorded<K>[] };

const files: Readonly<Record<Kind, string>> = {
  dockerfile: 'dockerfile.jsonl',
  word: 'words.jsonl',
  dockerignore: 'dockerignore.jsonl',
  imageReference: 'imageReference.jsonl',
};

const questionKeys: Readonly<Record<Kind, readonly string[]>> = {
  dockerfile: ['text', 'dockerignore'],
  word: ['word', 'env', 'escape'],
  dockerignore: ['text', 'paths'],
  imageReference: ['ref'],
};

/** What the recorded files hold and the oracle does not answer. */
const otherKeys: readonly string[] = ['name', 'id', 'checks'];

function readRows<K extends Kind>(
  kind: K,
  folders: readonly string[],
): Recorded<K>[] {
  const found = folders
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
        path.join(folder, name),
      ),
    )
    .find(
      file =>
        path.basename(file) === files[kind] && !file.includes('node_modules'),
    );
  if (found === undefined) {
    return [];
  }
  const keys = questionKeys[kind];
  return readFileSync(found, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const members = Object.entries<unknown>(JSON.parse(line));
      const part = (belongs: (key: string) => boolean) =>
        Object.fromEntries(members.filter(([key]) => belongs(key)));
      return {
        question: part(key => keys.includes(key)) as Questions[K],
        answer: part(
          key => !keys.includes(key) && !otherKeys.includes(key),
        ) as unknown as Answers[K],
      };
    });
}

/**
 * The recorded inputs and answers of each kind, from the first file of the
 * right name below the folders; none where there is no such file.
 */
export function readRecorded(folders: readonly string[]): AllRecorded {
  return {
    dockerfile: readRows('dockerfile', folders),
    word: readRows('word', folders),
    dockerignore: readRows('dockerignore', folders),
    imageReference: readRows('imageReference', folders),
  };
}
