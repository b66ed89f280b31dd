// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { isLocalAddress, type Download } from './downloads.ts';
import { mayBeSameFile, mayNameFile } from '../files/fileNames.ts';

/** A file from the network that nothing has verified so far. */
export interface DownloadedFile {
  readonly download: Download;
  /** Its names, as the words have them; the first is that of the download. */
  readonly names: readonly string[];
  /** What makes it executable. */
  readonly executableAt: TextRange | undefined;
}

/** More than these at once nobody downloads; the oldest are forgotten. */
const MAX_FILES = 200;

/** The unverified downloads that lie about while a stage is built. */
export class DownloadedFiles {
  #files: readonly DownloadedFile[];

  /** @param below - those of the stage that it builds on */
  constructor(below?: DownloadedFiles) {
    this.#files = below ? below.#files : [];
  }

  get isEmpty(): boolean {
    return this.#files.length === 0;
  }

  add(download: Download): void {
    const { addresses, isVerified } = download;
    if (isVerified || addresses.every(isLocalAddress)) return;
    const added = download.files
      .filter(file => file !== '' && !DATA.test(file))
      .map(file => ({ download, names: [file], executableAt: undefined }));
    if (added.length === 0) return;
    const kept = this.#files.filter(
      ({ names }) => !added.some(file => names[0] === file.names[0]),
    );
    this.#files = [...kept, ...added].slice(-MAX_FILES);
  }

  /** The file that a word of a script names. */
  find(word: string): DownloadedFile | undefined {
    return this.#files.findLast(({ names }) =>
      names.some(name => mayBeSameFile(word, name)),
    );
  }

  forget(file: DownloadedFile): void {
    this.#files = this.#files.filter(one => one !== file);
  }

  /** Notes that the files of a word become executable. */
  makeExecutable(word: string, at: TextRange): void {
    this.#files = this.#files.map(file =>
      file.executableAt === undefined &&
      file.names.some(name => mayNameFile(word, name))
        ? { ...file, executableAt: at }
        : file,
    );
  }

  /** Gives files another name: `mv a b folder`. */
  rename(words: readonly string[]): void {
    const target = words.at(-1);
    if (target === undefined) return;
    for (const word of words.slice(0, -1)) {
      const file = this.find(word);
      if (!file || file.names.length >= MAX_NAMES) continue;
      const inFolder = `${target}/${word.slice(word.lastIndexOf('/') + 1)}`;
      const names = [...file.names, target, inFolder];
      this.#files = this.#files.map(one =>
        one === file ? { ...file, names } : one,
      );
    }
  }

  /**
   * Forgets what a command verifies: the files that its words name, or all
   * where they name none.
   */
  verify(words: readonly string[]): void {
    const text = words.join(' ');
    const others = this.#files.filter(
      ({ names }) => !names.some(name => text.includes(lastPart(name))),
    );
    this.#files = others.length < this.#files.length ? others : [];
  }

  /** Forgets and returns what has become executable without being verified. */
  takeExecutable(): DownloadedFile[] {
    const taken = this.#files.filter(file => file.executableAt);
    this.#files = this.#files.filter(file => !file.executableAt);
    return taken;
  }
}

const MAX_NAMES = 9;

/** Names of what is unpacked, installed or read, and not run. */
const DATA =
  /\.(?:tar|gz|tgz|bz2|tbz2?|xz|txz|zst|lz4|7z|zip|whl|gem|deb|rpm|apk|asc|sig|sign|minisig|sbom|sha\d*|sha\d+sums?|md5|md5sum|sums?|txt|md|json|ya?ml|toml|xml|conf|cfg|ini|list|repo|sources|pem|crt|cer|key|gpg|pub|patch|diff|html?|css|svg|png|jpe?g|ico|ttf|woff2?|csv|sql|properties|onnx|bin\.gz|pt|pth|safetensors|gguf|ckpt|h5|tflite|mo|po)$|SUMS?$/i;

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
