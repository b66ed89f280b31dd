// SPDX-License-Identifier: Apache-2.0
import { findSecrets, type Secret } from '../secrets/findSecrets.ts';
import { maskSecrets } from '../secrets/maskSecrets.ts';
import { dockerfileSecrets } from './dockerfile/facts/secrets/dockerfileSecrets.ts';
import type { Repository } from './repository.ts';

/** The text of a file with its secrets masked; empty where it was not read. */
export function maskedFile(repository: Repository, path: string): string {
  const text = repository.tree.get(path)?.text ?? '';
  return maskSecrets(text, fileSecrets(repository, path));
}

/** The secrets of a file in the order of its text. */
export function fileSecrets(
  { subjects, tree }: Repository,
  path: string,
): readonly Secret[] {
  const source = subjects.dockerfileSource.find(one => one.path === path);
  return source && typeof source.artifact !== 'string'
    ? // The rules have asked for them already.
      dockerfileSecrets(source.artifact.dockerfile)
    : findSecrets(tree.get(path)?.text ?? '');
}
