// SPDX-License-Identifier: Apache-2.0
import type { Repository } from '../artifacts/repository.ts';
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
  const builtWith = new Map<string, readonly string[]>();
  for (const { path, artifact } of subjects.buildContext) {
    if (typeof artifact === 'string') continue;
    const paths = artifact.dockerfiles.map(dockerfile => dockerfile.path);
    builtWith.set(path, paths);
  }
  const aboutContexts = new Set(
    rules
      .filter(({ artifact }) => artifact === 'buildContext')
      .map(({ info }) => info.id),
  );
  return ({ rule, path }) =>
    (aboutContexts.has(rule) && builtWith.get(path)) || [path];
}
