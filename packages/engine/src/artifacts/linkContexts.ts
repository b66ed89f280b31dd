// SPDX-License-Identifier: Apache-2.0
import type { FileRole } from '@plimsoll/model';
import type { BuildContext, IgnoreFile, PlacedCopy } from './buildContext.ts';
import { ContextRootFinder } from './contextRoot.ts';
import type {
  DockerfileArtifact,
  DockerfileSource,
} from './dockerfileArtifact.ts';
import { contextCopies } from './dockerfile/facts/files/contextCopies.ts';
import type { Stage } from './dockerfile/stages/stage.ts';
import {
  parseDockerignore,
  type Dockerignore,
  type IgnoreDecision,
} from './dockerignore/parseDockerignore.ts';
import { FileTree } from './fileTree.ts';
import { isSecretFile } from './secretFiles.ts';
import { compareText } from '../text/order.ts';

/** A Dockerfile with a stage to build. */
export interface Buildable extends DockerfileSource {
  readonly target: Stage;
}

/** A longer ignore file is not judged; in UTF-16 units. */
export const MAX_IGNORE_LENGTH = 1 << 16;

/**
 * Finds the build context of each Dockerfile. Those with the same folder and
 * the same ignore file share one.
 *
 * @returns in the order of their paths
 */
export function linkContexts(
  sources: readonly Buildable[],
  tree: FileTree,
): BuildContext[] {
  const secretFiles = new FileTree(
    tree.files.filter(isSecretFile),
    tree.listing,
  );
  const roots = new ContextRootFinder(tree);
  const groups = new Map<string, Group>();
  for (const source of sources) {
    const root = roots.find(source.path, source.build);
    const ignorePath = ignorePathOf(source.path, root, tree);
    const key = JSON.stringify([root, ignorePath]);
    const group = groups.get(key);
    if (group) group.sources.push(source);
    else groups.set(key, { root, ignorePath, sources: [source] });
  }
  return [...groups.values()]
    .map(group => linkGroup(group, tree, secretFiles))
    .sort((a, b) => compareText(a.path, b.path));
}

/** The Dockerfiles of one context. */
interface Group {
  readonly root: string;
  readonly ignorePath: string | undefined;
  readonly sources: Buildable[];
}

function linkGroup(
  { root, ignorePath, sources }: Group,
  tree: FileTree,
  secretFiles: FileTree,
): BuildContext {
  const ordered = sources.sort((a, b) => compareText(a.path, b.path));
  const all = ordered.map(source => ({ source, copies: copiesOf(source) }));
  const copying = all.filter(({ copies }) => copies.length > 0);
  const role = weightiest(copying.length > 0 ? copying : all);
  const counting = all.filter(({ source }) => source.role === role);
  const dockerfiles: DockerfileArtifact[] = [];
  const context: BuildContext = {
    path: ignorePath ?? counting[0]!.source.path,
    role,
    root,
    tree,
    secretFiles,
    ignoreFile: readIgnoreFile(ignorePath, tree),
    dockerfiles,
    copies: counting.flatMap(({ copies }) => copies),
  };
  for (const source of ordered) dockerfiles.push({ ...source, context });
  return context;
}

function copiesOf({ path, build }: Buildable): PlacedCopy[] {
  const copies: PlacedCopy[] = [];
  for (const stage of build.stages) {
    if (!stage.isReachable) continue;
    for (const copy of contextCopies(stage)) copies.push({ ...copy, path });
  }
  return copies;
}

const ROLES: readonly FileRole[] = ['production', 'development', 'excluded'];

function weightiest(all: readonly { readonly source: Buildable }[]): FileRole {
  return ROLES.find(role => all.some(({ source }) => source.role === role))!;
}

/**
 * The ignore file that counts: the one named after the Dockerfile, then that at
 * the root of the context; Podman's names for them as the last.
 */
function ignorePathOf(
  dockerfile: string,
  root: string,
  tree: FileTree,
): string | undefined {
  const prefix = root === '.' ? '' : `${root}/`;
  for (const name of ['.dockerignore', '.containerignore']) {
    if (tree.get(dockerfile + name)) return dockerfile + name;
    if (tree.get(prefix + name)) return prefix + name;
  }
  return undefined;
}

function readIgnoreFile(
  path: string | undefined,
  tree: FileTree,
): IgnoreFile | undefined {
  if (path === undefined) return undefined;
  const text = tree.get(path)?.text;
  const isRead = text !== undefined && text.length <= MAX_IGNORE_LENGTH;
  const dockerignore = isRead ? remember(parseDockerignore(text)) : undefined;
  return { path, text, dockerignore };
}

/** Several rules ask about the same paths. */
function remember(dockerignore: Dockerignore): Dockerignore {
  const decisions = new Map<string, IgnoreDecision>();
  const decide = (path: string) => {
    const known = decisions.get(path) ?? dockerignore.decide(path);
    decisions.set(path, known);
    return known;
  };
  return { ...dockerignore, decide, excludes: path => decide(path).excluded };
}
