// SPDX-License-Identifier: Apache-2.0
import { maskSecrets } from '../secrets/maskSecrets.ts';
import { dockerfileSecrets } from './dockerfile/facts/secrets/dockerfileSecrets.ts';
import type { Repository } from './repository.ts';

/** The text of a file with its secrets masked; empty where it was not read. */
export function maskedFile(
  { subjects, tree }: Repository,
  path: string,
): string {
  const text = tree.get(path)?.text ?? '';
  const source = subjects.dockerfileSource.find(one => one.path === path);
  if (!source || typeof source.artifact === 'string') return maskSecrets(text);
  // The rules have asked for them already.
  return maskSecrets(text, dockerfileSecrets(source.artifact.dockerfile));
}
