// SPDX-License-Identifier: Apache-2.0
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  SourceError,
  type ReadFile,
  type ReadResult,
  type SourceAddress,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { locateTree, type HostKind } from './locateTree';
import { Semaphore } from './semaphore';
import { settledOrAborted } from './settledOrAborted';
import { DEFAULT_SOURCE_LIMITS, type SourceLimits } from './sourceLimits';
import { toSourceError } from './toSourceError';
import { TreeDraft } from './treeDraft';

/** What reading from hosts needs. */
export interface UrlTreeOptions {
  readonly urlReader: UrlReaderService;
  readonly integrations: ScmIntegrationRegistry;
  readonly limits?: SourceLimits;
  /** Archives that are unpacked at the same time. */
  readonly parallel?: number;
}

/**
 * Reads repositories from the hosts that Backstage has integrations for, by its
 * own readers: one archive of the whole tree, or nothing when the revision is
 * still the same.
 *
 * The readers answer "no files" to an empty body, to a login page and to an
 * archive that was cut, show links as empty files, and some never answer. None
 * of that may look like a repository without Dockerfiles.
 */
export class UrlTreeReader implements SourceReader {
  readonly #options: UrlTreeOptions;
  readonly #archives: Semaphore;

  constructor(options: UrlTreeOptions) {
    this.#options = options;
    this.#archives = new Semaphore(options.parallel ?? 2);
  }

  locate(url: string): SourceAddress | undefined {
    const kind = this.#kindOf(url);
    return kind && locateTree(kind, url);
  }

  async read(
    tree: string,
    { etag, signal }: { etag: string | undefined; signal: AbortSignal },
  ): Promise<ReadResult> {
    // Also what the reader does behind our back ends, as far as it listens.
    const own = new AbortController();
    const either = AbortSignal.any([signal, own.signal]);
    try {
      return await this.#archives.use(either, () =>
        settledOrAborted(either, this.#read(tree, etag, own, either)),
      );
    } catch (error) {
      signal.throwIfAborted();
      throw toSourceError(tree, error);
    }
  }

  async #read(
    tree: string,
    etag: string | undefined,
    own: AbortController,
    signal: AbortSignal,
  ): Promise<ReadResult> {
    const draft = new TreeDraft(this.#options.limits ?? DEFAULT_SOURCE_LIMITS);
    const response = await this.#options.urlReader
      .readTree(tree, {
        ...(etag !== undefined && { etag }),
        signal,
        filter: (file, info) => {
          try {
            return !signal.aborted && draft.see(clean(file), info?.size ?? 0);
          } catch (error) {
            // Thrown from here it would end the process, or nothing at all.
            own.abort(error);
            return false;
          }
        },
      })
      .catch(error => {
        if (error.name === 'NotModifiedError') return undefined;
        throw error;
      });
    if (!response) return { kind: 'notModified' };
    for (const file of await response.files()) {
      fill(draft, clean(file.path), await file.content());
    }
    const files = draft.files();
    if (files.length === 0) {
      throw new SourceError(
        'malformed',
        `The archive of "${tree}" holds no files; often it is a login page that came instead`,
      );
    }
    const revision = response.etag || digestOf(files);
    return { kind: 'read', revision, etag: response.etag || undefined, files };
  }

  #kindOf(url: string): HostKind | undefined {
    const { integrations } = this.#options;
    let type: string | undefined;
    try {
      type = integrations.byUrl(url)?.type;
    } catch {
      return undefined;
    }
    return KINDS.find(kind => kind === type);
  }
}

const KINDS: readonly HostKind[] = [
  'azure',
  'bitbucketCloud',
  'bitbucketServer',
  'gitea',
  'github',
  'gitlab',
];

/** As the archives of some hosts do not write it. */
function clean(file: string): string {
  return file.replace(/^(?:\.?\/)+/, '');
}

function fill(draft: TreeDraft, file: string, content: Buffer): void {
  const target = linkTarget(file, content);
  if (target !== undefined && draft.has(target)) {
    draft.link(file, { path: target });
    return;
  }
  if (!draft.fits(file, content.length)) {
    throw new SourceError('malformed', `The archive was cut within "${file}"`);
  }
  draft.fill(file, content);
}

/**
 * Where a file leads if it is a link: archives of some hosts hold the target as
 * its text, on one line without an end.
 */
function linkTarget(file: string, content: Buffer): string | undefined {
  if (content.length > LONGEST_LINK || content.includes(0x0a)) return undefined;
  const target = path.posix.join(path.posix.dirname(file), content.toString());
  return target === file ? undefined : target;
}

const LONGEST_LINK = 1024;

function digestOf(files: readonly ReadFile[]): string {
  const hash = createHash('sha256');
  for (const { path: file, size, content } of files) {
    hash.update(JSON.stringify([file, size]));
    if (content) hash.update(content);
  }
  return hash.digest('hex');
}
