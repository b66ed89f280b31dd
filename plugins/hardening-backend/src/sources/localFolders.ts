// SPDX-License-Identifier: Apache-2.0
import { isRelevantPath } from '@plimsoll/engine';
import {
  SourceError,
  type ReadFile,
  type ReadResult,
  type SourceAddress,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEFAULT_SOURCE_LIMITS, type SourceLimits } from './sourceLimits';
import { TreeDraft } from './treeDraft';

/**
 * Reads folders of this machine, for the demo and for development. Only below
 * the roots that the configuration names, after links are resolved.
 */
export class LocalFolderReader implements SourceReader {
  readonly #roots: readonly string[];
  readonly #limits: SourceLimits;

  /** @param roots - absolute */
  constructor(
    roots: readonly string[],
    limits: SourceLimits = DEFAULT_SOURCE_LIMITS,
  ) {
    this.#roots = roots;
    this.#limits = limits;
  }

  locate(url: string): SourceAddress | undefined {
    if (!url.startsWith('file:')) return undefined;
    try {
      const tree = pathToFileURL(path.resolve(fileURLToPath(url))).href;
      return { tree, repository: tree, path: '' };
    } catch {
      return undefined;
    }
  }

  async read(
    tree: string,
    { etag, signal }: { etag: string | undefined; signal: AbortSignal },
  ): Promise<ReadResult> {
    let files: readonly ReadFile[];
    try {
      files = await readFolder(await this.#resolve(tree), this.#limits, signal);
    } catch (error) {
      throw toSourceError(tree, error);
    }
    if (files.length === 0) {
      throw new SourceError(
        'malformed',
        `"${tree}" holds no files; an empty folder is taken for one that could not be read`,
      );
    }
    const revision = digestOf(files);
    if (revision === etag) return { kind: 'notModified' };
    return { kind: 'read', revision, etag: revision, files };
  }

  async #resolve(tree: string): Promise<string> {
    const folder = await realpath(fileURLToPath(tree));
    for (const root of this.#roots) {
      if (isInside(await realpath(root), folder)) return folder;
    }
    throw new SourceError(
      'forbidden',
      `"${tree}" lies outside of hardening.sources.local.roots`,
    );
  }
}

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

async function readFolder(
  root: string,
  limits: SourceLimits,
  signal: AbortSignal,
): Promise<readonly ReadFile[]> {
  const draft = new TreeDraft(limits);
  const folders = [''];
  for (;;) {
    const folder = folders.pop();
    if (folder === undefined) return draft.files();
    signal.throwIfAborted();
    const entries = await readdir(path.join(root, folder), {
      withFileTypes: true,
    });
    // In one order everywhere: it decides what the limits leave out.
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(file);
      } else if (entry.isFile()) await readOne(draft, root, file);
      else if (entry.isSymbolicLink()) await readLink(draft, root, file);
    }
  }
}

async function readOne(
  draft: TreeDraft,
  root: string,
  file: string,
): Promise<void> {
  const absolute = path.join(root, file);
  const size = await orMissing(stat(absolute).then(({ size: bytes }) => bytes));
  if (size === undefined || !draft.see(file, size)) return;
  const content = await orMissing(readFile(absolute));
  if (content) draft.fill(file, content);
}

/** A link to a file of the folder stands for it; no other is followed. */
async function readLink(
  draft: TreeDraft,
  root: string,
  file: string,
): Promise<void> {
  const target = await orMissing(realpath(path.join(root, file)));
  const facts = target && (await orMissing(stat(target)));
  if (!target || !facts || !isInside(root, target)) {
    draft.see(file, 0);
  } else if (facts.isFile()) {
    const isTaken = draft.see(file, facts.size);
    const linkTo = path.relative(root, target).replaceAll(path.sep, '/');
    // What is judged by itself need not be read twice.
    const isNeeded = isTaken && !isRelevantPath(linkTo);
    const content = isNeeded ? await orMissing(readFile(target)) : undefined;
    draft.link(file, { path: linkTo, ...(content && { content }) });
  }
}

/** Undefined where a file is gone by now, as happens while people work. */
async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
}

function isInside(root: string, inner: string): boolean {
  const fromRoot = path.relative(root, inner);
  return (
    fromRoot !== '..' &&
    !fromRoot.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(fromRoot)
  );
}

function digestOf(files: readonly ReadFile[]): string {
  const hash = createHash('sha256');
  for (const { path: file, size, content, linkTo } of files) {
    hash.update(JSON.stringify([file, size, linkTo, content !== undefined]));
    if (content) hash.update(content);
  }
  return hash.digest('hex');
}

function toSourceError(tree: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof SourceError) return error;
  const options = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new SourceError(
      'not-found',
      `There is no folder "${tree}"`,
      options,
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const message = `The backend may not read all of "${tree}"`;
    return new SourceError('forbidden', message, options);
  }
  const message = `"${tree}" cannot be read (${code})`;
  return new SourceError('unreachable', message, options);
}
