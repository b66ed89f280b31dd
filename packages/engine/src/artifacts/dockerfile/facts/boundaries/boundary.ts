// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import type { Word } from '../../dockerfile.ts';
import type { Stage } from '../../stages/stage.ts';
import { copiesFrom, type CopyFrom } from '../files/copiesFrom.ts';
import { remember } from '../remember.ts';
import { stageChain } from '../stages/stageChain.ts';

/** What happens to something compiled when it is copied between stages. */
export type Boundary =
  /** It works on both sides. */
  | { readonly kind: 'compatible' }
  | {
      readonly kind: 'open';
      readonly reason: UnknownReason;
      readonly detail: string;
    }
  | {
      readonly kind: 'broken';
      readonly what: 'program' | 'glibc' | 'modules' | 'python' | 'java';
      /** The path in the COPY. */
      readonly at: Word;
      /** What it needs, and what the final image has. */
      readonly needs: string;
      readonly has: string;
      /** The command that has made it; empty where none is known. */
      readonly command: string;
    };

/** A COPY from an earlier stage of the same file. */
export interface StageCopy extends CopyFrom {
  readonly source: Stage;
  readonly path: string;
}

/** More copies of one image are not judged. */
const MAX_COPIES = 500;

/** What the chain of a stage copies from stages with another base image. */
export function foreignCopies(target: Stage): readonly StageCopy[] {
  return remember(target, readForeignCopies);
}

function readForeignCopies(target: Stage): readonly StageCopy[] {
  const copies: StageCopy[] = [];
  for (const stage of stageChain(target)) {
    for (const copy of copiesFrom(stage)) {
      const { from, path } = copy;
      if (from.kind !== 'stage' || path === undefined) continue;
      if (from.stage.index >= stage.index) continue;
      if (hasSameBase(from.stage, target)) continue;
      copies.push({ ...copy, source: from.stage, path });
      if (copies.length === MAX_COPIES) return copies;
    }
  }
  return copies;
}

/** Whether the chain of a stage copies anything from other stages or images. */
export function copiesFromOthers(target: Stage): boolean {
  return stageChain(target).some(({ dependencies }) =>
    dependencies.some(({ kind }) => kind === 'copy'),
  );
}

/** Whether both begin with the same image, as far as the file tells. */
export function hasSameBase(a: Stage, b: Stage): boolean {
  const [first, second] = [a.rootBase, b.rootBase];
  if (first.kind === 'scratch' || second.kind === 'scratch') {
    return first.kind === second.kind;
  }
  return (
    first.name.value === second.name.value &&
    first.name.missing.join() === second.name.missing.join()
  );
}
