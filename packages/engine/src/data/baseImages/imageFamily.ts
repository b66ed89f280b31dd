// SPDX-License-Identifier: Apache-2.0
import type { Basis } from '../evidence.ts';
import type { BaseImageFacts } from './baseImageFacts.ts';
import type { ImageTag } from './imageTag.ts';
import type { Userland } from './userlands.ts';

/** Images of one kind, and where the facts about them come from. */
export interface ImageFamily {
  /** `node`. */
  readonly name: string;
  /**
   * Registry and repository. `*` as the last part stands for whatever is not
   * named by a family of its own; one of `docker.io/library/` also stands for
   * its copies in other registries.
   */
  readonly repositories: readonly string[];
  /** A public address that tells it; where to look, if nothing was opened. */
  readonly source: string;
  /** What was opened for it. */
  readonly basis: Basis;
  /** The day on which the row was compared with it, or written down. */
  readonly checked: string;
  /** Whether the number that leads the tag is the release of a distribution. */
  readonly isDistribution?: boolean;
  /** The language or the server in it. */
  readonly runtime?: Runtime;
  /**
   * Reads `<last part of the repository>-<tag>` as the tag, where the repository
   * tells the version: `ubi9`, `java21-debian13`.
   */
  readonly tagWithRepository?: true;
  /** The first one counts whose condition the tag meets. */
  readonly variants: readonly ImageVariant[];
}

/** A product, and where the tag has its version. */
export interface Runtime {
  readonly name: string;
  /** Who made it, where that decides how long it is supported. */
  readonly product?: string;
  /**
   * The version, or what finds it in the tag as its first group; the number
   * that leads the tag if absent.
   */
  readonly version?: RegExp | string;
}

/** What images of a family are, for some of its tags. */
export interface ImageVariant {
  /** Words that the tag must have, separated by blanks, or a condition. */
  readonly when?: string | ((tag: ImageTag) => boolean);
  readonly userland: Userland;
  /** Undefined where it is not known. */
  readonly user: string | undefined;
  /** The user to which its ENTRYPOINT gives its rights away. */
  readonly dropsTo?: string;
  /** Variables that it sets and that name a user. */
  readonly environment?: ReadonlyMap<string, string>;
  /** Set where it defines a HEALTHCHECK. */
  readonly hasHealthcheck?: true;
  /** What it holds beside the userland; separated by blanks. */
  readonly programs?: string;
  /** That of the userland when absent. */
  readonly size?: BaseImageFacts['size'];
  /** The version of the distribution, where it is one by definition. */
  readonly release?: string;
  /** Set where the image may hold programs that are not named here. */
  readonly hasMorePrograms?: true;
  /** That of the family when absent. */
  readonly runtime?: Runtime;
}
