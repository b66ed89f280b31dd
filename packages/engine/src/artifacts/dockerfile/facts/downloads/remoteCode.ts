// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { downloaderOf } from '../../../../data/tools/downloaders.ts';
import type { DockerfileBuild, Stage, Step } from '../../stages/stage.ts';
import { buildScripts } from '../scripts/buildScripts.ts';
import { DownloadedFiles } from './downloadedFiles.ts';
import { addedDownloads, type Download } from './downloads.ts';
import { makesExecutable } from '../files/executableMode.ts';
import { RemoteCodeReader } from './remoteCodeReader.ts';
import { flagValue } from '../../stages/flags.ts';

/** Code from the network that a build runs, or installs, without a check. */
export interface RemoteCode {
  /**
   * `streamed`: an interpreter gets it as it arrives. `run`: a file is run
   * after it was downloaded. `installed`: a file is made executable.
   */
  readonly kind: 'streamed' | 'run' | 'installed';
  readonly download: Download;
  /** What runs it, or makes it executable. */
  readonly at: TextRange;
  /** The interpreter, or the file. */
  readonly name: string;
}

/**
 * The code from the network that a build does not verify, and that its image
 * streams into an interpreter at its start.
 *
 * A checksum or signature that is compared before a file is first run counts
 * for the files that the words around it name, or for all where they name none.
 */
export function remoteCode(build: DockerfileBuild): RemoteCode[] {
  let scripts: ReadonlySet<Step> | undefined;
  const filesOf = new Map<Stage, DownloadedFiles>();
  const found: RemoteCode[] = [];
  for (const stage of build.stages) {
    if (!stage.isReachable) continue;
    const { base, steps } = stage;
    const below = base.kind === 'stage' ? filesOf.get(base.stage) : undefined;
    const files = new DownloadedFiles(below);
    filesOf.set(stage, files);
    for (const step of steps) {
      const { keyword } = step.instruction;
      if (keyword === 'add') readAdd(step, files);
      if (keyword !== 'run' || (files.isEmpty && !downloads(step))) continue;
      scripts ??= new Set(buildScripts(build).read);
      if (!scripts.has(step)) continue;
      for (const code of new RemoteCodeReader(step, files).read()) {
        found.push(code);
      }
    }
    if (files.isEmpty) continue;
    for (const code of loadedAgents(stage, files)) found.push(code);
    for (const file of files.takeExecutable()) {
      const { download, executableAt: at = download, names } = file;
      found.push({ kind: 'installed', download, at, name: names[0]! });
    }
  }
  for (const code of streamedAtStart(build)) found.push(code);
  return found;
}

/** Whether a program of a step downloads anything, as far as its name tells. */
function downloads({ calls }: Step): boolean {
  return calls.some(({ program }) => downloaderOf(program) !== undefined);
}

function readAdd(step: Step, files: DownloadedFiles): void {
  const mode = flagValue(step.instruction, 'chmod');
  for (const download of addedDownloads(step)) {
    files.add(download);
    if (!mode || !makesExecutable(mode.value)) continue;
    for (const file of download.files) files.makeExecutable(file, mode);
  }
}

/** What Java loads before the program: `-javaagent:/otel.jar`. */
function loadedAgents({ steps }: Stage, files: DownloadedFiles): RemoteCode[] {
  const words = steps
    .filter(({ instruction }) => LAUNCHING.has(instruction.keyword))
    .flatMap(({ instruction }) => instruction.args);
  return words.flatMap(at => {
    const path = JAVA_AGENT.exec(at.value)?.[1];
    const file = path === undefined ? undefined : files.find(path);
    if (!file) return [];
    files.forget(file);
    const { download, names } = file;
    return [{ kind: 'run', download, at, name: names[0]! } as const];
  });
}

const LAUNCHING = new Set(['env', 'cmd', 'entrypoint']);
const JAVA_AGENT = /-javaagent:([^\s"',=]+)/;

function streamedAtStart({ target }: DockerfileBuild): RemoteCode[] {
  if (!target) return [];
  const { cmd, entrypoint } = target.state;
  return [cmd, entrypoint].flatMap(setting => {
    if (!setting || !downloads(setting.value.step)) return [];
    const { step } = setting.value;
    const reader = new RemoteCodeReader(step, new DownloadedFiles());
    return reader.read().filter(({ kind }) => kind === 'streamed');
  });
}
