// SPDX-License-Identifier: Apache-2.0
import { osPackageManager } from '../../../../data/packageManagers/osPackageManagers.ts';
import { bringsProgram } from '../../../../data/tools/programPackages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { interpretation } from '../scripts/interpretation.ts';
import {
  isRemovedAgain,
  packageInstalls,
  packageName,
} from '../packages/packageInstalls.ts';
import { chainSteps } from '../stages/stageChain.ts';

/** What the RUN steps of a chain tell about the files and programs of its image. */
export class ImageRuns {
  /** Packages of the distribution that stay, by name. */
  readonly #packages = new Set<string>();
  /** Last parts of the words of commands. */
  readonly #words = new Set<string>();
  /** Whether a script of the project runs, which may do anything. */
  readonly runsScripts: boolean;
  /** Whether files come out of archives, repositories and builds. */
  readonly unpacks: boolean;
  /** Whether a RUN cannot be read. */
  readonly hasUnread: boolean;

  constructor(stage: Stage) {
    const steps = chainSteps(stage).filter(
      ({ instruction }) => instruction.keyword === 'run',
    );
    const calls = steps.flatMap(step => step.calls);
    for (const step of steps) this.#read(step);
    this.runsScripts = calls.some(runsScript);
    this.unpacks = calls.some(unpacks);
    this.hasUnread = steps.some(
      ({ script }) =>
        script &&
        (script.dialect === 'unknown' ||
          ('errors' in script && script.errors.length > 0)),
    );
  }

  /**
   * Whether a RUN calls the program, or names it where it writes, links or
   * installs something: then it is there, or the build fails.
   */
  names(name: string): boolean {
    return this.#words.has(name);
  }

  /** Whether a package that stays brings the program. */
  installs(program: string): boolean {
    for (const name of this.#packages) {
      if (bringsProgram(name, program)) return true;
    }
    return false;
  }

  #read(step: Step): void {
    const { instruction, script, shell } = step;
    // Without its shell the step would fail.
    if (script?.dialect === 'posix' && !instruction.json) {
      this.#words.add(lastPart(shell?.value[0] ?? 'sh'));
    }
    const removed: string[] = [];
    for (const install of packageInstalls(step)) {
      for (const word of install.packages) {
        const name = packageName(word);
        if (isRemovedAgain(install, name)) removed.push(name);
        else this.#packages.add(name);
      }
    }
    for (const call of step.calls) {
      const { program, args, command } = call;
      const isGone = removed.some(name => bringsProgram(name, program));
      if (!isGone) this.#words.add(program);
      if (osPackageManager(program) || SILENT.has(program)) continue;
      for (const { value } of args) this.#words.add(lastPart(value));
      for (const { target } of command.redirects) {
        if (target) this.#words.add(lastPart(target.value));
      }
    }
  }
}

/** Programs whose arguments are no files that come to be. */
const SILENT = new Set(['rm', 'which', 'type', 'hash', 'command', 'test', '[']);

/** Packages of a language go into folders of their own; builds may do more. */
function unpacks({ program, args }: ProgramCall): boolean {
  if (!NODE_TOOLS.has(program)) return UNPACKING.has(program);
  return args.some(({ value }) => !NODE_INSTALL.test(value));
}

const UNPACKING = new Set(
  'tar bsdtar unzip 7z jar git hg svn rsync make ninja cmake cp mv rpm dpkg install cargo go mvn gradle dotnet npx'.split(
    ' ',
  ),
);
const NODE_TOOLS = new Set(['npm', 'yarn', 'pnpm']);

/** Verbs and options that only install, or clean up. */
const NODE_INSTALL =
  /^(?:-.*|ci|clean-install|i|install|add|cache|clean|prune|store|config|set|omit|dev)$/;

function runsScript(call: ProgramCall): boolean {
  const { name } = call;
  if (/^\.{0,2}\/.*\.(?:sh|bash|py|pl|rb)$|^\.\.?\//.test(name.value)) {
    return true;
  }
  return interpretation(call)?.file !== undefined;
}

/** `tool` of `https://example.com/x/tool@1.2`, `tool==1.2`, `--out=/bin/tool`. */
function lastPart(word: string): string {
  const part = word.slice(word.lastIndexOf('/') + 1);
  return part.startsWith('-')
    ? part.slice(part.indexOf('=') + 1)
    : part.replace(/(?<=.)[@=<>~].*$/s, '');
}
