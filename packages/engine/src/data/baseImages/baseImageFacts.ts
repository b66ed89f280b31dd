// SPDX-License-Identifier: Apache-2.0

/** What is known about an image from its reference alone. */
export interface BaseImageFacts {
  /** `node`, `debian`, `distroless`. */
  readonly family: string;
  readonly os: 'linux' | 'windows';
  /**
   * What is in it: `full` (a whole distribution or an SDK), `slim` (a small
   * distribution with a shell), `distroless` (only what a program needs to run:
   * no package manager and, ubi-micro aside, no shell).
   */
  readonly size: 'full' | 'slim' | 'distroless';
  /** Distribution and release: `debian` and `12`. */
  readonly distribution: Release | undefined;
  /** Language runtime or server: `node` and `22.11`. */
  readonly runtime: Release | undefined;
  /** As USER would name it; undefined when it is not known. */
  readonly user: string | undefined;
  /**
   * The user to which its own ENTRYPOINT gives its rights away when it starts
   * as root; undefined when it does not.
   */
  readonly dropsTo: string | undefined;
  /** Variables of its environment by which instructions name a user. */
  readonly environment: ReadonlyMap<string, string>;
  /** Whether it is known to define a HEALTHCHECK, which others inherit. */
  readonly hasHealthcheck: boolean;
  readonly hasShell: boolean;
  readonly packageManager: PackageManagerName | undefined;
  readonly libc: 'glibc' | 'musl' | 'none' | undefined;
  /**
   * Programs that it holds among those that `PROGRAMS` lists; a program of that
   * list that is not among them is missing, unless `knowsAllPrograms` is false.
   */
  readonly programs: ReadonlySet<string>;
  /** False where the image may hold programs that the table does not name. */
  readonly knowsAllPrograms: boolean;
}

/** A product and its version, as far as the tag tells. */
export interface Release {
  readonly name: string;
  /** Undefined when the tag does not tell. */
  readonly version: string | undefined;
  /** Who made it, where that decides how long it is supported. */
  readonly product?: string | undefined;
}

export type PackageManagerName =
  | 'apt'
  | 'apk'
  | 'dnf'
  | 'microdnf'
  | 'yum'
  | 'tdnf'
  | 'zypper'
  | 'pacman';

/** The parts of an image reference that tell what an image is. */
export interface ImageName {
  /** `docker.io`. */
  readonly domain: string;
  /** `library/node`. */
  readonly path: string;
  /** Empty when there is none. */
  readonly tag: string;
}
