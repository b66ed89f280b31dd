// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import { PROGRAMS } from '../../../../data/baseImages/programs.ts';
import { isSystemProgram } from '../../../../data/tools/programPackages.ts';
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import type { Stage } from '../../stages/stage.ts';
import { baseImage } from '../base/baseImage.ts';
import { mayNameFile } from '../files/fileNames.ts';
import { imageCopies, type ImageCopy } from './imageCopies.ts';
import { ImageRuns } from './imageRuns.ts';

/** Whether an image holds something, as far as the files tell. */
export type Presence =
  | { readonly kind: 'present' | 'absent' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
    };

const PRESENT: Presence = { kind: 'present' };
const ABSENT: Presence = { kind: 'absent' };

/** Files that are looked for in stages that are copied from; more is unknown. */
const MAX_LOOKUPS = 500;

/** What the look-ups of one image share. */
interface Lookups {
  readonly contents: Map<Stage, ImageContents>;
  left: number;
}

/** The programs and files of the image of a stage. */
export class ImageContents {
  readonly #stage: Stage;
  readonly #context: Pick<BuildContext, 'root' | 'tree'>;
  readonly #lookups: Lookups;
  readonly #copies: readonly ImageCopy[];
  #runs: ImageRuns | undefined;

  constructor(
    stage: Stage,
    context: Pick<BuildContext, 'root' | 'tree'>,
    lookups: Lookups = { contents: new Map(), left: MAX_LOOKUPS },
  ) {
    this.#stage = stage;
    this.#context = context;
    this.#lookups = lookups;
    this.#copies = imageCopies(stage);
  }

  /** Whether a program can be called, by its name or its path. */
  program(word: string): Presence {
    if (word.includes('/')) return this.file(word);
    const copied = this.#programFolders().map(folder =>
      this.#copied(`${folder}/${word}`),
    );
    const isNamed = this.#copies.some(
      ({ target, source, isIntoFolder }) =>
        lastPart((isIntoFolder ? source : target) ?? '') === word,
    );
    if (isNamed) return PRESENT;
    return this.#decide(word, copied, this.#inBase(word), runs =>
      runs.runsScripts ? unknown('script-not-read', word) : undefined,
    );
  }

  /** Whether a file is there. A path that is relative counts from WORKDIR. */
  file(word: string): Presence {
    const { workdir } = this.#stage.state;
    const name = lastPart(word);
    if (!word.startsWith('/') && workdir.missing.length > 0) {
      const isNamed = this.#copies.some(
        ({ source, target }) =>
          lastPart(source) === name || lastPart(target ?? '') === name,
      );
      return isNamed ? PRESENT : unknown('image-not-known', word);
    }
    const path = joinPaths(workdir.value, word);
    if (LOCAL_FOLDER.test(path) && isSystemProgram(name)) {
      // No distribution puts it there, and no installer of a language.
      const copied = this.#copied(path);
      this.#runs ??= new ImageRuns(this.#stage);
      return copied ?? (this.#runs.names(name) ? PRESENT : ABSENT);
    }
    const inBase = SYSTEM_FOLDER.test(path)
      ? this.#inBase(name)
      : this.#ownFileInBase(path);
    return this.#decide(name, [this.#copied(path)], inBase, runs =>
      runs.runsScripts || runs.unpacks
        ? unknown('needs-registry', path)
        : undefined,
    );
  }

  /** The best that anything says; what may fill in is asked last. */
  #decide(
    name: string,
    copied: readonly (Presence | undefined)[],
    inBase: Presence,
    mayFill: (runs: ImageRuns) => Presence | undefined,
  ): Presence {
    if (inBase.kind === 'present') return PRESENT;
    if (copied.some(one => one?.kind === 'present')) return PRESENT;
    this.#runs ??= new ImageRuns(this.#stage);
    const runs = this.#runs;
    if (runs.names(name) || runs.installs(name)) return PRESENT;
    const open = copied.find(one => one?.kind === 'unknown');
    const unread = runs.hasUnread
      ? unknown('script-not-read', name)
      : undefined;
    return open ?? unread ?? mayFill(runs) ?? inBase;
  }

  #inBase(program: string): Presence {
    const base = baseImage(this.#stage);
    if (base.kind === 'scratch') return ABSENT;
    if (base.kind === 'unknown') return unknown(base.reason, base.detail);
    const { facts, name } = base;
    if (facts.programs.has(program)) return PRESENT;
    return PROGRAMS.has(program) && facts.knowsAllPrograms
      ? ABSENT
      : unknown('image-not-known', `${program} in ${name}`);
  }

  /** Of a file outside the folders of the system: no base image knows it. */
  #ownFileInBase(path: string): Presence {
    const base = baseImage(this.#stage);
    if (base.kind === 'scratch') return ABSENT;
    if (base.kind === 'unknown') return unknown(base.reason, base.detail);
    const { facts, name } = base;
    return facts.knowsAllPrograms
      ? ABSENT
      : unknown('image-not-known', `${path} in ${name}`);
  }

  /** The folders that copies of folders may fill with programs. */
  #programFolders(): string[] {
    return PROGRAM_FOLDERS.filter(folder =>
      this.#copies.some(
        ({ target }) =>
          target !== undefined &&
          (target === '/' ||
            target === folder ||
            folder.startsWith(`${target}/`)),
      ),
    );
  }

  /** What the copies say of a path; undefined when none fills it. */
  #copied(path: string): Presence | undefined {
    let open: Presence | undefined;
    for (const copy of this.#copies) {
      const presence = this.#copiedBy(copy, path);
      if (presence?.kind === 'present') return presence;
      open ??= presence;
    }
    return open;
  }

  #copiedBy(copy: ImageCopy, path: string): Presence | undefined {
    const { target, source, isIntoFolder, isPattern, isArchive } = copy;
    if (target === undefined) {
      if (lastPart(source) === lastPart(path)) return PRESENT;
      return FILE_NAME.test(source) && !isPattern
        ? undefined
        : unknown('variable-without-value', path);
    }
    if (!isPattern) {
      const name = lastPart(source);
      const file = isIntoFolder ? joinPaths(target, name) : target;
      if (file === path && source !== '.') return PRESENT;
    }
    const prefix = target === '/' ? '/' : `${target}/`;
    if (!path.startsWith(prefix)) return undefined;
    const rest = path.slice(prefix.length);
    if (isArchive) return unknown('needs-registry', path);
    return this.#inSource(copy, rest);
  }

  /** Whether the folder that is copied holds the rest of a path. */
  #inSource(
    { from, source, isPattern }: ImageCopy,
    rest: string,
  ): Presence | undefined {
    if (from === 'instruction') return undefined;
    const slash = source.lastIndexOf('/');
    const folder = isPattern ? source.slice(0, Math.max(slash, 0)) : source;
    if (isPattern && !mayNameFile(lastPart(source), lastPart(rest))) {
      return undefined;
    }
    const inner = joinPaths('/', `${folder}/${rest}`);
    if (from === 'context') return this.#inContext(source, inner.slice(1));
    if (FILE_NAME.test(source)) return undefined;
    if (from.kind !== 'stage' || this.#lookups.left-- <= 0) {
      return unknown('needs-registry', inner);
    }
    const held = this.#contentsOf(from.stage).file(inner);
    return held.kind === 'absent' ? undefined : held;
  }

  #contentsOf(stage: Stage): ImageContents {
    const { contents } = this.#lookups;
    let known = contents.get(stage);
    if (!known) {
      known = new ImageContents(stage, this.#context, this.#lookups);
      contents.set(stage, known);
    }
    return known;
  }

  #inContext(source: string, path: string): Presence | undefined {
    const { root, tree } = this.#context;
    const inRoot = (one: string) => (root === '.' ? one : `${root}/${one}`);
    if (tree.get(inRoot(path))) return PRESENT;
    if (tree.get(inRoot(source)) || FILE_NAME.test(source)) return undefined;
    return tree.listing === 'partial'
      ? unknown('listing-partial', path)
      : undefined;
  }
}

const PROGRAM_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

const LOCAL_FOLDER = /^\/usr\/local\/s?bin\//;
const SYSTEM_FOLDER =
  /^\/(?:usr\/)?(?:local\/)?s?bin\/|^\/(?:usr\/lib|opt|nodejs)\//;

/** `app.jar`: no folder. */
const FILE_NAME = /[^/]\.[A-Za-z]\w*$/;

function unknown(reason: UnknownReason, detail: string): Presence {
  return { kind: 'unknown', reason, detail };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
