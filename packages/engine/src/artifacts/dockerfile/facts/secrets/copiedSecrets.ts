// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import {
  CREDENTIAL_FILES,
  CREDENTIAL_FOLDERS,
  PUBLIC_KEY_WORDS,
  SAMPLE_SECRETS,
} from '../../../../data/secretFiles.ts';
import type { BuildContext } from '../../../buildContext.ts';
import { copiedPaths, inRoot, type CopiedPath } from '../../../contextPaths.ts';
import {
  parseDockerignore,
  type Dockerignore,
} from '../../../dockerignore/parseDockerignore.ts';
import { isExcludedPath } from '../../../fileRole.ts';
import { isSecretFile } from '../../../secretFiles.ts';
import type { Word } from '../../dockerfile.ts';
import { flagValue } from '../../stages/flags.ts';
import type { Step } from '../../stages/stage.ts';
import { contextPath, type ContextCopy } from '../files/contextCopies.ts';
import { remember } from '../remember.ts';

/** What is known about the secrets that one source of a COPY or ADD takes. */
export type CopiedSecrets =
  | {
      readonly kind: 'secrets';
      /** Relative to the context, in order. */
      readonly paths: readonly string[];
      /** Nothing but a `.npmrc` that was not read: it may hold settings. */
      readonly isUnsure: boolean;
    }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
    };

/**
 * Tells whether a source of COPY or ADD takes a file that holds a secret, and
 * the ignore file lets it through.
 *
 * A source that has the name of a secret need not exist in the repository: what
 * only a developer or a CI job has is copied all the same. Of a folder or a
 * pattern the files of the repository decide.
 */
export function copiedSecrets(
  copy: ContextCopy,
  context: BuildContext,
): CopiedSecrets {
  const { ignoreFile, tree } = context;
  const dockerignore = ignoreFile ? ignoreFile.dockerignore : NOTHING_IGNORED;
  const named = absentSecret(copy, context);
  if (named !== undefined) {
    const sieve = dockerignore ?? NOTHING_IGNORED;
    const isTaken = pathsTaken(copy, sieve, [named]).length > 0;
    return isTaken ? found([named], context) : NONE;
  }
  const paths = remember(context, secretsBelow);
  const candidates = pathsTaken(copy, NOTHING_IGNORED, paths);
  if (candidates.length > 0 && !dockerignore) {
    const detail = ignoreFile?.path ?? '';
    return { kind: 'unknown', reason: 'not-read', detail };
  }
  const taken = dockerignore ? pathsTaken(copy, dockerignore, paths) : [];
  const sure = taken.filter(({ missing }) => missing.length === 0);
  if (sure.length > 0) {
    return found(
      sure.map(({ path }) => path),
      context,
    );
  }
  if (tree.listing === 'partial' && mayTakeSecret(copy, context)) {
    const detail = copy.at.value;
    return { kind: 'unknown', reason: 'listing-partial', detail };
  }
  const [open] = taken;
  return open
    ? {
        kind: 'unknown',
        reason: 'variable-without-value',
        detail: open.missing.join(', '),
      }
    : NONE;
}

/**
 * The sources of an ONBUILD COPY or ADD that are named like secrets: what lies
 * in the context of a build to come is not known.
 */
export function keptSecrets({ instruction: { onbuild } }: Step): Word[] {
  if (onbuild?.keyword !== 'copy' && onbuild?.keyword !== 'add') return [];
  if (flagValue(onbuild, 'from') !== undefined) return [];
  return onbuild.args
    .slice(0, -1)
    .filter(({ value }) => hasSecretName(contextPath(value)));
}

function pathsTaken(
  copy: ContextCopy,
  dockerignore: Dockerignore,
  paths: readonly string[],
): CopiedPath[] {
  if (paths.length === 0) return [];
  return copiedPaths({ copies: [{ ...copy, path: '' }] }, dockerignore, paths);
}

const NOTHING_IGNORED = parseDockerignore('');
const NONE: CopiedSecrets = { kind: 'none' };

function found(
  paths: readonly string[],
  { root, tree }: BuildContext,
): CopiedSecrets {
  const isUnsure = paths.every(path => {
    if (!/(?:^|\/)\.npmrc$/.test(path)) return false;
    const file = tree.get(inRoot(root, path));
    return file ? file.text === undefined : tree.listing === 'partial';
  });
  return { kind: 'secrets', paths, isUnsure };
}

/** The source when it is named like a secret and not in the repository. */
function absentSecret(
  { source, isPattern, at }: ContextCopy,
  { root, tree }: BuildContext,
): string | undefined {
  if (isPattern) return undefined;
  // Of `$FOLDER/.env` the name is known.
  const path = source ?? /\/([^/${}]+)$/.exec(at.value)?.[1];
  if (path === undefined || tree.has(inRoot(root, path))) return undefined;
  return hasSecretName(path) ? path : undefined;
}

/** The files of the context that hold secrets, from its root. */
function secretsBelow({ root, secretFiles, tree }: BuildContext): string[] {
  const paths = [...secretFiles.pathsBelow(root)].filter(path => {
    const isRead = tree.get(inRoot(root, path))?.text !== undefined;
    return isRead || !isPublicKey(path);
  });
  for (const path of tree.pathsBelow(root)) {
    if (paths.length >= MAX_PATHS) break;
    if (isCredentialFile(path) && !isExcludedPath(path)) paths.push(path);
  }
  return paths.slice(0, MAX_PATHS);
}

/** More files with secrets are not looked at. */
const MAX_PATHS = 200;

/** A file or a folder, told by its name alone. */
function hasSecretName(path: string): boolean {
  if (isSecretFile({ path, size: 0 }) && !isPublicKey(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isCredentialFile(path) || CREDENTIAL_FOLDERS.has(name);
}

function isCredentialFile(path: string): boolean {
  return CREDENTIAL_FILES.some(pattern => pattern.test(path));
}

/** `ca-bundle.pem`, `nginx_signing.key`. */
function isPublicKey(path: string): boolean {
  const name = /([^/]*)\.(?:pem|key)$/.exec(path)?.[1];
  const words = name?.toLowerCase().split(/[^a-z]+/) ?? [];
  return words.some(word => PUBLIC_KEY_WORDS.has(word));
}

/** Whether a source could take a file with the name of a secret. */
function mayTakeSecret(copy: ContextCopy, { tree }: BuildContext): boolean {
  const { source, isPattern } = copy;
  if (source === undefined || source === '.') return true;
  if (isPattern) {
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    const samples = SAMPLE_SECRETS.map(name => folder + name);
    return pathsTaken(copy, NOTHING_IGNORED, samples).length > 0;
  }
  // `package.json` is a file, `src` and `.config` may be folders.
  return !tree.get(source) && !/[^/]\.[A-Za-z0-9]+$/.test(source);
}
