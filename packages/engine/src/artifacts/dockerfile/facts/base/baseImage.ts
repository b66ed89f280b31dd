// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import {
  baseImageFacts,
  type BaseImageFacts,
} from '../../../../data/baseImages/baseImages.ts';
import type { ImageReference } from '../../../../syntax/imageReference/parseImageReference.ts';
import { shortImageName } from '../../../../syntax/imageReference/shortImageName.ts';
import type { Word } from '../../dockerfile.ts';
import { parsePlatformSystem } from '../../stages/goValues.ts';
import type { Stage } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { stageChain } from '../stages/stageChain.ts';

/** What a stage starts with, seen through the stages that it builds on. */
export type BaseImage =
  | { readonly kind: 'scratch' }
  | {
      readonly kind: 'known';
      /** As a reader knows it, without a digest behind its tag. */
      readonly name: string;
      readonly reference: ImageReference;
      readonly facts: BaseImageFacts;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      /** The variables, or the image. */
      readonly detail: string;
      /** Undefined where variables or mistakes keep it open. */
      readonly reference: ImageReference | undefined;
    };

/** The image at the start of a stage's chain, with what the tables say of it. */
export function baseImage(stage: Stage): BaseImage {
  return remember(stage, readBaseImage);
}

/** The word of a FROM that names the image at the start of a stage's chain. */
export function baseImageWord(stage: Stage): Word {
  const { from } = stageChain(stage)[0] ?? stage;
  return from.args[0] ?? { value: '', start: from.start, end: from.end };
}

function readBaseImage(stage: Stage): BaseImage {
  const { rootBase, rootPlatform } = stage;
  if (rootBase.kind === 'scratch') return { kind: 'scratch' };
  const { value, missing } = rootBase.name;
  if (missing.length > 0) {
    const detail = missing.join(', ');
    const reason = 'variable-without-value';
    return { kind: 'unknown', reason, detail, reference: undefined };
  }
  const reference =
    rootBase.kind === 'image' && rootBase.reference.error === null
      ? rootBase.reference
      : undefined;
  const name = reference ? shortImageName(reference) : '';
  const unknown = {
    kind: 'unknown',
    reason: 'image-not-known',
    detail: name || value || baseImageWord(stage).value,
    reference,
  } as const;
  if (!reference) return unknown;
  const facts = baseImageFacts(reference);
  if (!facts) return unknown;
  // A digest alone may be any of the images that the repository holds.
  if (reference.tag === '' && reference.digest !== '') {
    return { ...unknown, reason: 'needs-registry' };
  }
  const system = parsePlatformSystem(rootPlatform?.value ?? '') ?? facts.os;
  // `--platform=windows` of an image that is read as one for Linux.
  return system === facts.os
    ? { kind: 'known', name, reference, facts }
    : unknown;
}
