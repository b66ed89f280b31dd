// SPDX-License-Identifier: Apache-2.0
import type { SourceReader } from '@plimsoll/plugin-hardening-node';

/** Of one tree, which comes when it is let. */
export class GatedReader implements SourceReader {
  /** Once someone reads. */
  readonly begun: Promise<void>;
  open: () => void = () => {};
  readonly #opened = new Promise<void>(resolve => {
    this.open = resolve;
  });
  #begin: () => void = () => {};
  readonly #revision: string;
  readonly #dockerfile: string;

  constructor(revision: string, dockerfile: string) {
    this.#revision = revision;
    this.#dockerfile = dockerfile;
    this.begun = new Promise(resolve => {
      this.#begin = resolve;
    });
  }

  locate(url: string) {
    const tree = 'vault:///shop';
    return url.startsWith('vault:')
      ? { tree, repository: tree, path: '' }
      : undefined;
  }

  async read() {
    this.#begin();
    await this.#opened;
    const content = Buffer.from(this.#dockerfile);
    const file = { path: 'Dockerfile', size: content.length, content };
    return { kind: 'read', revision: this.#revision, files: [file] } as const;
  }
}

/** Where readers wait for each other. */
export class Meeting {
  readonly #members: number;
  readonly #arrived = new Set<string>();
  #all = Promise.resolve();
  #open: () => void = () => {};

  constructor(members: number) {
    this.#members = members;
  }

  /** Has whoever reads from now on wait until each member has begun to. */
  call(): void {
    this.#arrived.clear();
    this.#all = new Promise(resolve => {
      this.#open = resolve;
    });
  }

  /** A reader that waits. */
  reader(member: string, reader: SourceReader): SourceReader {
    return {
      locate: url => reader.locate(url),
      read: async (tree, options) => {
        this.#arrived.add(member);
        if (this.#arrived.size === this.#members) this.#open();
        await this.#all;
        return reader.read(tree, options);
      },
    };
  }
}
