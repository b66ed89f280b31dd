// SPDX-License-Identifier: Apache-2.0
import type { BaseImageFacts, ImageName, Release } from './baseImageFacts.ts';
import { IMAGE_FAMILIES } from './families/imageFamilies.ts';
import type { ImageFamily, ImageVariant, Runtime } from './imageFamily.ts';
import { readImageTag, type ImageTag } from './imageTag.ts';
import { officialName } from './officialName.ts';
import { split } from './programs.ts';

export type {
  BaseImageFacts,
  ImageName,
  PackageManagerName,
  Release,
} from './baseImageFacts.ts';

/** The facts about an image; undefined when no table knows it. */
export function baseImageFacts(name: ImageName): BaseImageFacts | undefined {
  const repository = officialName(`${name.domain}/${name.path}`);
  const family = findFamily(repository);
  if (!family) return undefined;
  const tag = readImageTag(tagText(family, repository, name.tag));
  const variant = family.variants.find(({ when }) => meets(tag, when));
  return variant && describe(family, variant, tag);
}

const FAMILIES: ReadonlyMap<string, ImageFamily> = new Map(
  IMAGE_FAMILIES.flatMap(family =>
    family.repositories.map(repository => [repository, family]),
  ),
);

/** The family of the repository, or of a folder above it. */
function findFamily(repository: string): ImageFamily | undefined {
  const exact = FAMILIES.get(repository);
  if (exact) return exact;
  let slash = repository.lastIndexOf('/');
  while (slash > 0) {
    const family = FAMILIES.get(`${repository.slice(0, slash)}/*`);
    if (family) return family;
    slash = repository.lastIndexOf('/', slash - 1);
  }
  return undefined;
}

function tagText(
  { tagWithRepository }: ImageFamily,
  repository: string,
  tag: string,
): string {
  if (!tagWithRepository) return tag;
  return `${repository.slice(repository.lastIndexOf('/') + 1)}-${tag}`;
}

function meets(tag: ImageTag, when: ImageVariant['when']): boolean {
  if (when === undefined) return true;
  if (typeof when === 'function') return when(tag);
  return when.split(' ').every(word => tag.words.has(word));
}

function describe(
  family: ImageFamily,
  variant: ImageVariant,
  tag: ImageTag,
): BaseImageFacts {
  const { os, hasShell, packageManager, libc, size } = variant.userland;
  const runtime = variant.runtime ?? family.runtime;
  return {
    family: family.name,
    os,
    size: variant.size ?? size,
    distribution: distributionOf(family, variant, tag),
    runtime: runtime && runtimeOf(runtime, tag),
    user: variant.user,
    dropsTo: variant.dropsTo,
    environment: variant.environment ?? NO_VARIABLES,
    hasHealthcheck: variant.hasHealthcheck ?? false,
    hasShell,
    packageManager,
    libc,
    programs: programsOf(variant),
    knowsAllPrograms:
      !variant.hasMorePrograms && !variant.userland.hasMorePrograms,
  };
}

function distributionOf(
  { isDistribution }: ImageFamily,
  { userland, release }: ImageVariant,
  tag: ImageTag,
): Release | undefined {
  const { distribution: name } = userland;
  if (name === undefined) return undefined;
  if (tag.release?.name === name && tag.release.version) return tag.release;
  const version = isDistribution ? tag.version : undefined;
  return { name, version: version ?? release };
}

function runtimeOf(
  { name, product, version }: Runtime,
  tag: ImageTag,
): Release {
  const found =
    version instanceof RegExp
      ? version.exec(tag.text)?.[1]
      : version ?? tag.version;
  return { name, version: found, product };
}

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

const programSets = new WeakMap<ImageVariant, ReadonlySet<string>>();

/** Made when first asked for: most rows never are. */
function programsOf(variant: ImageVariant): ReadonlySet<string> {
  let programs = programSets.get(variant);
  if (!programs) {
    const words = `${variant.userland.programs} ${variant.programs ?? ''}`;
    programs = new Set(split(words));
    programSets.set(variant, programs);
  }
  return programs;
}
