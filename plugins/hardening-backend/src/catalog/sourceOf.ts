// SPDX-License-Identifier: Apache-2.0
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type {
  SourceAddress,
  SourceReader,
} from '@plimsoll/plugin-hardening-node';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KnownSource } from '../database/entityStore';
import type { SourcePattern } from './allowedSources';
import type { NotAssessedReason } from './notScoredReasons';

/** What decides which sources are read. */
export interface SourceRules {
  readonly readers: readonly SourceReader[];
  readonly allow: readonly SourcePattern[];
}

/**
 * Where the files of an entity are: at its source location, else beside its
 * description.
 *
 * Authors choose the source location, and our credentials do the reading. So it
 * has to lie in the repository that the catalog itself read the description
 * from, unless the configuration allows another one.
 */
export function sourceOf(entity: Entity, rules: SourceRules): KnownSource {
  const { annotations = {} } = entity.metadata;
  const described = describedAt(annotations[ANNOTATION_LOCATION], rules);
  const named = parseLocation(annotations[ANNOTATION_SOURCE_LOCATION]);
  if (!named) return described ? known(described) : because('no-source');
  if (named.type === 'dir') return folderIn(described, named.target);
  if (named.type !== 'url') return because('no-source');
  const address = locate(named.target, rules);
  if (!address) return because('host-not-known');
  const isOwn =
    described?.repository.toLowerCase() === address.repository.toLowerCase();
  return isOwn || rules.allow.some(allows => allows(address.repository))
    ? known(address)
    : because('source-not-allowed');
}

/** The folder of the description; undefined where no reader knows it. */
function describedAt(
  annotation: string | undefined,
  rules: SourceRules,
): SourceAddress | undefined {
  const described = parseLocation(annotation);
  if (described?.type === 'file') {
    const folder = path.dirname(described.target);
    return locate(pathToFileURL(folder).href, rules);
  }
  const file =
    described?.type === 'url' ? locate(described.target, rules) : undefined;
  if (!file) return undefined;
  const folder = path.posix.dirname(file.path);
  return { ...file, path: folder === '.' ? '' : folder };
}

/** A folder that is named as seen from the description. */
function folderIn(
  described: SourceAddress | undefined,
  folder: string,
): KnownSource {
  if (!described || folder.includes('\0')) return because('no-source');
  const joined = path.posix.join(described.path, folder).replace(/\/$/, '');
  const isOutside = joined === '..' || /^(?:\.\.)?\//.test(joined);
  if (isOutside || folder.startsWith('/')) return because('no-source');
  return known({ ...described, path: joined === '.' ? '' : joined });
}

function locate(
  url: string,
  { readers }: SourceRules,
): SourceAddress | undefined {
  for (const reader of readers) {
    const address = reader.locate(url);
    if (address) return address;
  }
  return undefined;
}

function known({ tree, path: folder }: SourceAddress): KnownSource {
  return { tree, host: new URL(tree).host, path: folder };
}

function because(reason: NotAssessedReason): KnownSource {
  return { reason };
}

/** `type:target`. */
function parseLocation(
  text: unknown,
): { readonly type: string; readonly target: string } | undefined {
  const [, type, target] = /^(\w+):(.+)$/.exec(String(text ?? '')) ?? [];
  return type && target ? { type, target } : undefined;
}
