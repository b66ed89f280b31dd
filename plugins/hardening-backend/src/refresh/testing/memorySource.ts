// SPDX-License-Identifier: Apache-2.0
import type {
  ReadFile,
  ReadResult,
  SourceAddress,
  SourceReader,
} from '@plimsoll/plugin-hardening-node';
import { isRelevantPath } from '@plimsoll/engine';
import { createHash } from 'node:crypto';

/** Repositories in memory, at addresses that begin with `memory:`. */
export class MemorySource implements SourceReader {
  readonly #trees = new Map<string, readonly ReadFile[]>();
  readonly #failures = new Map<string, unknown>();
  /** The trees that were asked for, with what came of it. */
  readonly reads: string[] = [];
  /** Called in the middle of each read. */
  onRead: (tree: string) => Promise<void> = async () => {};

  /** Texts by path; other files have a size only. */
  put(tree: string, files: Readonly<Record<string, string | Uint8Array>>) {
    const read = Object.entries(files).map(([path, text]): ReadFile => {
      const content = Buffer.from(text);
      const { length: size } = content;
      return isRelevantPath(path) ? { path, size, content } : { path, size };
    });
    this.putFiles(tree, read);
  }

  putFiles(tree: string, files: readonly ReadFile[]) {
    this.#trees.set(tree, files);
    this.#failures.delete(tree);
  }

  fail(tree: string, error: unknown) {
    this.#failures.set(tree, error);
  }

  locate(url: string): SourceAddress | undefined {
    if (!url.startsWith('memory:')) return undefined;
    return { tree: url, repository: url, path: '' };
  }

  async read(
    tree: string,
    { etag }: { etag: string | undefined },
  ): Promise<ReadResult> {
    await this.onRead(tree);
    if (this.#failures.has(tree)) {
      this.reads.push(`${tree} failed`);
      throw this.#failures.get(tree);
    }
    const files = this.#trees.get(tree) ?? [];
    const revision = revisionOf(files);
    if (revision === etag) {
      this.reads.push(`${tree} notModified`);
      return { kind: 'notModified' };
    }
    this.reads.push(`${tree} read`);
    return { kind: 'read', revision, etag: revision, files };
  }
}

/** What names a state of files here. */
export function revisionOf(files: readonly ReadFile[]): string {
  const hash = createHash('sha256');
  for (const { path, size, content } of files) {
    hash.update(`${path}\0${size}\0`).update(content ?? '');
  }
  return hash.digest('hex').slice(0, 12);
}
