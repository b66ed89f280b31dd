// SPDX-License-Identifier: Apache-2.0
import type { Evidence, FileRole, UnknownReason } from '@plimsoll/model';
import { isDockerfilePath } from './artifactKind.ts';
import type { BuildContext } from './buildContext.ts';
import { linkContexts, type Buildable } from './linkContexts.ts';
import {
  readDockerfile,
  type DockerfileArtifact,
  type DockerfileSource,
} from './dockerfileArtifact.ts';
import { FileTree } from './fileTree.ts';
import { roleOfDockerfile } from './fileRole.ts';
import type { ImageScan } from './imageScan/imageScan.ts';
import { readImageScans } from './imageScan/readImageScans.ts';
import type { Listing, SourceFile } from './sourceFile.ts';
import { compareText } from '../text/order.ts';

/** What rules judge, by kind. */
export interface Artifacts {
  /** As it stands, even where Docker would not build it. */
  readonly dockerfileSource: DockerfileSource;
  readonly dockerfile: DockerfileArtifact;
  readonly buildContext: BuildContext;
  /** What scanners say of an image; of the scope `full` alone. */
  readonly imageScan: ImageScan;
}

/** The kind of artifact that a rule judges. */
export type ArtifactKind = keyof Artifacts;

/** One thing that rules of a kind judge, or why they cannot. */
export interface Subject<Kind extends ArtifactKind = ArtifactKind> {
  readonly path: string;
  readonly role: FileRole;
  readonly artifact: Artifacts[Kind] | UnknownReason | 'awaiting-first-build';
}

/** The files of an entity, read. */
export interface Repository {
  readonly tree: FileTree;
  readonly subjects: {
    readonly [Kind in ArtifactKind]: readonly Subject<Kind>[];
  };
}

/** A larger file is listed and not read; in UTF-16 units. */
export const MAX_TEXT_LENGTH = 1 << 20;
/** A Dockerfile with more stages is not judged. */
export const MAX_STAGES = 200;

/**
 * Reads all files that rules look at, in the order of their paths.
 *
 * @param evidence - nothing but the files when absent
 */
export function readRepository(
  files: readonly SourceFile[],
  listing: Listing,
  evidence: Evidence = { scope: 'files' },
): Repository {
  const tree = new FileTree(files, listing);
  const sources = tree.files
    .filter(({ path }) => isDockerfilePath(path))
    .map(readSource);
  const contexts = linkContexts(sources.flatMap(buildable), tree);
  const artifacts = new Map(
    contexts
      .flatMap(({ dockerfiles }) => dockerfiles)
      .map(artifact => [artifact.path, artifact]),
  );
  const dockerfiles = sources.map(({ path, role, artifact }) => ({
    path,
    role,
    artifact:
      typeof artifact === 'string'
        ? artifact
        : artifacts.get(path) ?? ('unparsed' as const),
  }));
  return {
    tree,
    subjects: {
      dockerfileSource: sources,
      dockerfile: dockerfiles,
      buildContext: contextSubjects(contexts, dockerfiles),
      imageScan:
        evidence.scope === 'full' ? scanSubjects(sources, evidence) : [],
    },
  };
}

/** What a Dockerfile copies that cannot be judged is not known either. */
function contextSubjects(
  contexts: readonly BuildContext[],
  dockerfiles: readonly Subject<'dockerfile'>[],
): Subject<'buildContext'>[] {
  const known = contexts.map(artifact => {
    const { path, role } = artifact;
    return { path, role, artifact };
  });
  const unknown = dockerfiles.flatMap(({ path, role, artifact }) =>
    typeof artifact === 'string' ? [{ path, role, artifact }] : [],
  );
  return [...known, ...unknown].sort((a, b) => compareText(a.path, b.path));
}

/** What is found in an image stands at the start of its last stage. */
function scanSubjects(
  sources: readonly Subject<'dockerfileSource'>[],
  evidence: Evidence,
): Subject<'imageScan'>[] {
  const images = sources.map(({ path, role, artifact }) => {
    const from =
      typeof artifact === 'string' ? undefined : artifact.build.target?.from;
    const { start, end } = from?.args[0] ?? from ?? { start: 0, end: 0 };
    return { path, role, at: { start, end } };
  });
  return readImageScans(images, evidence);
}

function readSource({ path, text }: SourceFile): Subject<'dockerfileSource'> {
  const role = roleOfDockerfile(path);
  if (text === undefined) return { path, role, artifact: 'not-read' };
  if (text.length > MAX_TEXT_LENGTH) {
    return { path, role, artifact: 'too-large' };
  }
  const artifact = readDockerfile(path, role, text);
  const isTooLarge = artifact.build.stages.length > MAX_STAGES;
  return { path, role, artifact: isTooLarge ? 'too-large' : artifact };
}

/** Of a file that does not parse, nothing else is judged. */
function buildable({ artifact }: Subject<'dockerfileSource'>): Buildable[] {
  if (typeof artifact === 'string' || artifact.dockerfile.error) return [];
  const { target } = artifact.build;
  return target ? [{ ...artifact, target }] : [];
}
