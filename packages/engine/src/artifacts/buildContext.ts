// SPDX-License-Identifier: Apache-2.0
import type { FileRole, UnknownReason } from '@plimsoll/model';
import type { ContextCopy } from './dockerfile/facts/files/contextCopies.ts';
import type { DockerfileArtifact } from './dockerfileArtifact.ts';
import type { Dockerignore } from './dockerignore/parseDockerignore.ts';
import type { FileTree } from './fileTree.ts';

/** The folder that a build may copy from, and what is kept out of it. */
export interface BuildContext {
  /** That of the ignore file, else of the first Dockerfile of its role. */
  readonly path: string;
  /** The weightiest of the Dockerfiles that copy something from it. */
  readonly role: FileRole;
  /** The folder, `.` for the root of the repository. */
  readonly root: string;
  readonly tree: FileTree;
  /** The files of the repository that hold secrets. */
  readonly secretFiles: FileTree;
  /** Absent when there is none. */
  readonly ignoreFile: IgnoreFile | undefined;
  /** The Dockerfiles that are built with it, in the order of their paths. */
  readonly dockerfiles: readonly DockerfileArtifact[];
  /**
   * What the Dockerfiles of its role copy from it, in stages that their targets
   * need. A lighter Dockerfile does not count against a weightier one.
   */
  readonly copies: readonly PlacedCopy[];
}

/** A source of a COPY or ADD, and the Dockerfile that it stands in. */
export interface PlacedCopy extends ContextCopy {
  /** Of the Dockerfile. */
  readonly path: string;
}

/** An ignore file of the repository. */
export interface IgnoreFile {
  readonly path: string;
  /** Absent when the file was listed and not read. */
  readonly text: string | undefined;
  /** Absent when there is no text, or too much of it. */
  readonly dockerignore: Dockerignore | undefined;
}

/** What is known about the ignore file of a context. */
export type IgnoreState =
  /** Nothing is copied: there is nothing to keep out. */
  | { readonly kind: 'unused' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  | { readonly kind: 'missing' }
  /** No pattern excludes anything. */
  | { readonly kind: 'empty'; readonly path: string }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly dockerignore: Dockerignore;
    }
  | {
      readonly kind: 'effective';
      readonly path: string;
      readonly dockerignore: Dockerignore;
    };

/** Tells whether a context has an ignore file that does something. */
export function ignoreState({
  copies,
  ignoreFile,
  tree,
}: BuildContext): IgnoreState {
  if (copies.length === 0) return { kind: 'unused' };
  if (!ignoreFile) {
    return tree.listing === 'partial'
      ? { kind: 'unknown', reason: 'listing-partial' }
      : { kind: 'missing' };
  }
  const { path, text, dockerignore } = ignoreFile;
  if (text === undefined) return { kind: 'unknown', reason: 'not-read' };
  if (!dockerignore) return { kind: 'unknown', reason: 'too-large' };
  if (dockerignore.error !== null) {
    // This limit is ours, and not Docker's.
    return dockerignore.error.endsWith(' steps')
      ? { kind: 'unknown', reason: 'too-large' }
      : { kind: 'refused', path, dockerignore };
  }
  const excludes = dockerignore.patterns.some(one => !one.startsWith('!'));
  return excludes
    ? { kind: 'effective', path, dockerignore }
    : { kind: 'empty', path };
}
