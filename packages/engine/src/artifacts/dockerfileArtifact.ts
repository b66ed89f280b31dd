// SPDX-License-Identifier: Apache-2.0
import type { FileRole } from '@plimsoll/model';
import type { BuildContext } from './buildContext.ts';
import type { Dockerfile } from './dockerfile/dockerfile.ts';
import { parseDockerfile } from './dockerfile/parseDockerfile.ts';
import { resolveBuild } from './dockerfile/stages/resolveBuild.ts';
import type { DockerfileBuild, Stage } from './dockerfile/stages/stage.ts';

/** A Dockerfile of the repository, whether or not Docker would build it. */
export interface DockerfileSource {
  readonly path: string;
  readonly role: FileRole;
  readonly text: string;
  readonly dockerfile: Dockerfile;
  readonly build: DockerfileBuild;
}

/** A Dockerfile that parses and has a stage to build: what rules judge. */
export interface DockerfileArtifact extends DockerfileSource {
  readonly target: Stage;
  /** The files that its COPY and ADD can reach. */
  readonly context: BuildContext;
}

/** Reads a Dockerfile and works out what a build of it would do. */
export function readDockerfile(
  path: string,
  role: FileRole,
  text: string,
): DockerfileSource {
  const dockerfile = parseDockerfile(text);
  return { path, role, text, dockerfile, build: resolveBuild(dockerfile) };
}
