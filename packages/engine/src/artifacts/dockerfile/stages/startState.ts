// SPDX-License-Identifier: Apache-2.0
import type { ExposedPort } from './exposedPort.ts';
import type { StageDraft } from './stageDraft.ts';
import { EMPTY_STATE, type Setting, type StageState } from './stage.ts';
import { Scope, type Expanded } from './variables.ts';

/** Everything that may change while a stage runs. */
export type MutableState = {
  -readonly [Key in keyof StageState]: StageState[Key];
} & {
  readonly variables: Scope;
  readonly labels: Map<string, Setting<Expanded>>;
  readonly ports: Setting<ExposedPort>[];
  readonly volumes: Setting<Expanded>[];
};

const DEFAULT_PATH =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Stands for the configuration of a base image that the files do not tell. */
const BASE_IMAGE = '(base image)';

/**
 * What a stage starts with: the state of the stage it builds on, or of a base
 * image, of which the files tell little.
 *
 * @param isWindows - whether `--platform` says so
 */
export function startState(
  draft: StageDraft,
  isWindows: boolean,
): MutableState {
  const { base, rootBase } = draft;
  const own = { labels: new Map(), ports: [], volumes: [] };
  if (base.kind === 'stage') {
    const { state } = base.stage;
    // Every state is one of ours.
    const variables = new Scope(state.variables as Scope);
    return { ...state, ...own, variables };
  }
  const isScratch = rootBase.kind === 'scratch';
  const variables = new Scope();
  if (!isWindows) {
    const missing = isScratch ? [] : ['PATH'];
    const name = 'PATH';
    variables.set({ name, value: DEFAULT_PATH, missing, origin: 'env' });
  }
  const missing = isScratch ? [] : [BASE_IMAGE];
  return {
    ...EMPTY_STATE,
    ...own,
    variables,
    workdir: { value: '/', missing },
  };
}
