// SPDX-License-Identifier: Apache-2.0
import type { ArtifactKind, Repository } from '../artifacts/repository.ts';
import type { Rule } from '../rules/rule.ts';
import type { ImagesOf } from './settle.ts';

/**
 * Tells which Dockerfiles a result is about: its own, or all that are built
 * with its build context.
 */
export function imagesOfResults(
  rules: readonly Rule[],
  { subjects }: Repository,
): ImagesOf {
  const kinds = new Map<string, ArtifactKind>(
    rules.map(({ info, artifact }) => [info.id, artifact]),
  );
  const builtWith = new Map<string, readonly string[]>();
  for (const { path, artifact } of subjects.buildContext) {
    if (typeof artifact === 'string') continue;
    const paths = artifact.dockerfiles.map(dockerfile => dockerfile.path);
    builtWith.set(path, paths);
  }
  return ({ rule, path }) =>
    (kinds.get(rule) === 'buildContext' && builtWith.get(path)) || [path];
}
