// SPDX-License-Identifier: Apache-2.0
import { isOfficialImage } from '../../../../data/baseImages/officialImages.ts';
import {
  parseImageReference,
  type ImageReference,
} from '../../../../syntax/imageReference/parseImageReference.ts';
import type { Instruction, Word } from '../../dockerfile.ts';
import type {
  DockerfileBuild,
  Stage,
  StageSource,
} from '../../stages/stage.ts';
import { remember } from '../remember.ts';

/** A place that names an image which no stage of the file makes. */
export interface NamedImage {
  readonly stage: Stage;
  readonly use: 'base' | 'copy' | 'mount';
  /** The word or the flag that names it. */
  readonly at: Word;
  /**
   * The name with its variables, as far as they are known, and without a digest
   * behind a tag.
   */
  readonly name: string;
  /** Variables without a value that stand in it. */
  readonly missing: readonly string[];
  /** Undefined where variables or mistakes keep the name open. */
  readonly reference: ImageReference | undefined;
  /**
   * The name without tag and digest; known also where only they have a variable
   * without a value.
   */
  readonly repository: ImageReference | undefined;
  /** Whether no registry has it: a name without a namespace, not official. */
  readonly isBuiltLocally: boolean;
  /** What is written behind the last variable. */
  readonly literalEnd: string;
}

/** The images that a stage itself names, `scratch` aside, in no order. */
export function namedImages(stage: Stage): readonly NamedImage[] {
  return remember(stage, readNamedImages);
}

/** Those of all stages that the target needs. */
export function neededImages(build: DockerfileBuild): readonly NamedImage[] {
  return remember(build, readNeededImages);
}

function readNeededImages({ stages }: DockerfileBuild): NamedImage[] {
  const images: NamedImage[] = [];
  for (const stage of stages) {
    if (stage.isReachable) images.push(...namedImages(stage));
  }
  return images;
}

/** Variables that keep some of the images open; undefined when none does. */
export function openVariables(
  images: readonly NamedImage[],
): string | undefined {
  if (images.every(({ missing }) => missing.length === 0)) return undefined;
  const names = new Set(images.flatMap(({ missing }) => missing));
  return names.size > 0 ? [...names].join(', ') : undefined;
}

/** Those that the same machine has built; undefined when there are none. */
export function localNames(images: readonly NamedImage[]): string | undefined {
  const names = images.filter(image => image.isBuiltLocally);
  return names.length > 0
    ? [...new Set(names.map(({ name }) => name))].join(', ')
    : undefined;
}

function readNamedImages(stage: Stage): NamedImage[] {
  const { from, base, dependencies } = stage;
  const images: NamedImage[] = [];
  const add = (use: NamedImage['use'], at: Word, source: StageSource) => {
    const image = readImage(stage, use, at, source);
    if (image) images.push(image);
  };
  add('base', wordOf(from), base);
  for (const { kind, at, source } of dependencies) add(kind, at, source);
  return images;
}

function wordOf(from: Instruction): Word {
  return from.args[0] ?? { value: '', start: from.start, end: from.end };
}

function readImage(
  stage: Stage,
  use: NamedImage['use'],
  at: Word,
  source: StageSource,
): NamedImage | undefined {
  if (source.kind !== 'image' && source.kind !== 'unknown') return undefined;
  const { value: name, missing } = source.name;
  const reference =
    source.kind === 'image' && source.reference.error === null
      ? source.reference
      : undefined;
  const repository = reference ?? literalRepository(at.value);
  return {
    stage,
    use,
    at,
    name: withoutDigest(name),
    missing,
    reference,
    repository,
    isBuiltLocally: repository !== undefined && isLocalName(repository),
    literalEnd: at.value.slice(lastVariableEnd(at.value)),
  };
}

/** `node:22` of `node:22@sha256:…`; without a tag the digest stays. */
function withoutDigest(name: string): string {
  const at = name.indexOf('@');
  const hasTag = name.lastIndexOf(':', at) > name.lastIndexOf('/', at);
  return at > 0 && hasTag ? name.slice(0, at) : name;
}

const LIBRARY = 'library/';

function isLocalName({ domain, path }: ImageReference): boolean {
  return (
    domain === 'docker.io' &&
    path.startsWith(LIBRARY) &&
    !isOfficialImage(path.slice(LIBRARY.length))
  );
}

/** `node` of `node:${VERSION}-slim`. */
function literalRepository(word: string): ImageReference | undefined {
  const literal = /^([^$:@]*(?::[0-9]+\/[^$:@]*)?)[:@]/.exec(word)?.[1];
  if (literal === undefined || word.slice(literal.length).includes('/')) {
    return undefined;
  }
  const reference = parseImageReference(literal);
  return reference.error === null ? reference : undefined;
}

/** Where the last variable ends: behind `}`, or behind the name after `$`. */
function lastVariableEnd(word: string): number {
  const dollar = word.lastIndexOf('$');
  if (dollar < 0) return 0;
  if (word[dollar + 1] === '{') {
    const brace = word.lastIndexOf('}');
    return brace < 0 ? word.length : brace + 1;
  }
  const [name] = /^\w*/.exec(word.slice(dollar + 1)) ?? [''];
  return dollar + 1 + name.length;
}
