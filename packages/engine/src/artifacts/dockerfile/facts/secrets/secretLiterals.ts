// SPDX-License-Identifier: Apache-2.0
import type { Secret } from '../../../../secrets/findSecrets.ts';
import type { DockerfileBuild } from '../../stages/stage.ts';
import { dockerfileSecrets, rangeAround } from './dockerfileSecrets.ts';
import { stageAt } from '../stages/stageAt.ts';

/** A secret that stands somewhere else than in the value of an ENV or ARG. */
export interface SecretLiteral {
  readonly secret: Secret;
  /** `RUN`, or `comment`. */
  readonly place: string;
  /** Whether the target needs the stage; so it is before the first one. */
  readonly isReachable: boolean;
}

/**
 * The secrets of a Dockerfile that no variable has for its value, in the order
 * of the text. Of one kind and one instruction a private key counts once: it
 * may stand in many lines.
 */
export function secretLiterals(build: DockerfileBuild): SecretLiteral[] {
  const { dockerfile } = build;
  const literals: SecretLiteral[] = [];
  let lastKey = -1;
  for (const secret of dockerfileSecrets(dockerfile)) {
    if (secret.kind.id === UNJUDGED) continue;
    const comment = rangeAround(dockerfile.comments, secret.start);
    const instruction = rangeAround(dockerfile.instructions, secret.start);
    const keyword = instruction && keywordOf(instruction);
    if (!comment && (keyword === 'env' || keyword === 'arg')) continue;
    const key = comment?.start ?? instruction?.start ?? secret.start;
    if (secret.kind.id === 'private-key') {
      if (lastKey === key) continue;
      lastKey = key;
    }
    literals.push({
      secret,
      place: comment ? 'comment' : keyword?.toUpperCase() ?? 'file',
      isReachable: stageAt(build, secret.start)?.isReachable ?? true,
    });
  }
  return literals;
}

/** Values that look like words: masked, and too often no secret. */
const UNJUDGED = 'named-value';

function keywordOf(
  instruction: DockerfileBuild['dockerfile']['instructions'][0],
): string {
  let inner = instruction;
  while (inner.onbuild) inner = inner.onbuild;
  return inner.keyword;
}
