// SPDX-License-Identifier: Apache-2.0
import type { BuildContext } from '../../../buildContext.ts';
import type { Stage } from '../../stages/stage.ts';
import { hasSameBase, type Boundary } from './boundary.ts';
import {
  dependencyFolders,
  type DependencyFolder,
} from '../dependencies/dependencyFolders.ts';
import { hasNativeModules } from '../dependencies/nativeModules.ts';
import { libcOf } from '../base/stageRuntime.ts';

/** The folders of dependencies that a stage takes from others. */
export function moduleBoundaries(
  target: Stage,
  context: BuildContext,
): Boundary[] {
  return dependencyFolders(target).flatMap(folder => {
    const { copy, ecosystem } = folder;
    if (!copy || (ecosystem !== 'node' && ecosystem !== 'python')) return [];
    return [judge(folder, target, context)];
  });
}

function judge(
  folder: DependencyFolder,
  target: Stage,
  context: BuildContext,
): Boundary {
  const { stage, copy, install } = folder;
  const isPortable =
    hasSameBase(stage, target) || !hasNativeModules(folder, context);
  if (isPortable || !copy) return { kind: 'compatible' };
  const needs = libcOf(stage);
  const has = libcOf(target);
  for (const fact of [needs, has]) {
    if (fact.kind === 'unknown') return { ...fact, kind: 'open' };
  }
  if (needs.kind === 'unknown' || has.kind === 'unknown') {
    return { kind: 'compatible' };
  }
  return needs.value === has.value
    ? { kind: 'compatible' }
    : {
        kind: 'broken',
        what: 'modules',
        at: copy.at,
        needs: needs.value,
        has: has.value === 'none' ? 'no C library' : has.value,
        command: install.label,
      };
}
