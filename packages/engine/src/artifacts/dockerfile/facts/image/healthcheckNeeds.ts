// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { DockerfileArtifact } from '../../../dockerfileArtifact.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { ImageContents, type Presence } from './imageContents.ts';
import { interpretation } from '../scripts/interpretation.ts';

/** Something that the health check of an image calls or reads. */
export interface HealthcheckNeed extends TextRange {
  readonly kind: 'shell' | 'program' | 'file';
  readonly name: string;
  readonly presence: Presence;
}

/** What the HEALTHCHECK of the target needs; undefined without one. */
export function healthcheckNeeds({
  target,
  context,
}: Pick<DockerfileArtifact, 'target' | 'context'>):
  | HealthcheckNeed[]
  | undefined {
  const { healthcheck } = target.state;
  if (healthcheck?.value.type !== 'CMD') return undefined;
  const { step } = healthcheck.value;
  return new NeedReader(target, context, step).read();
}

/** A check that calls more says no more. */
const MAX_CALLS = 50;

class NeedReader {
  readonly #stage: Stage;
  readonly #contents: ImageContents;
  readonly #step: Step;

  constructor(
    stage: Stage,
    context: DockerfileArtifact['context'],
    step: Step,
  ) {
    this.#stage = stage;
    this.#contents = new ImageContents(stage, context);
    this.#step = step;
  }

  read(): HealthcheckNeed[] {
    const { instruction, shell, script } = this.#step;
    const calls = this.#step.calls.slice(0, MAX_CALLS);
    const needs: HealthcheckNeed[] = [];
    if (!instruction.json) {
      const name = shell?.value[0] ?? '/bin/sh';
      const command = instruction.args[1] ?? instruction;
      const { start, end } = command;
      const presence = this.#contents.program(name);
      needs.push({ kind: 'shell', name, presence, start, end });
    }
    const isShell = script?.dialect === 'posix';
    const calledNeeds = calls.map(call => this.#needsOf(call, isShell));
    for (const [index, found] of calledNeeds.entries()) {
      const isMissing = found.some(
        ({ presence }) => presence.kind === 'absent',
      );
      if (isMissing && hasAlternative(calls, calledNeeds, index)) continue;
      for (const need of found) needs.push(need);
    }
    return needs;
  }

  #needsOf(call: ProgramCall, isShell: boolean): HealthcheckNeed[] {
    const { program, name } = call;
    if (isShell && BUILTINS.has(program) && !name.value.includes('/'))
      return [];
    const { file } = interpretation(call) ?? {};
    const needs = [this.#need('program', name, isShell)];
    if (file && !file.value.startsWith('<(')) {
      needs.push(this.#need('file', file, isShell));
    }
    return needs;
  }

  #need(
    kind: 'program' | 'file',
    word: ShellWord,
    isShell: boolean,
  ): HealthcheckNeed {
    const { start, end } = word;
    const name = isShell ? this.#expand(word.value) : word.value;
    if (isShell && /[$`]/.test(name)) {
      const reason = 'variable-without-value';
      const presence: Presence = { kind: 'unknown', reason, detail: name };
      return { kind, name, presence, start, end };
    }
    const presence =
      kind === 'program'
        ? this.#contents.program(name)
        : this.#contents.file(name);
    return { kind, name, presence, start, end };
  }

  /** With the variables that ENV gives to the containers. */
  #expand(text: string): string {
    const { variables } = this.#stage.state;
    return text.replace(VARIABLE, (whole, plain?: string, braced?: string) => {
      const variable = variables.get(plain ?? braced ?? '');
      const isKnown =
        variable?.origin === 'env' && variable.missing.length === 0;
      return isKnown ? variable.value : whole;
    });
  }
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** What a shell does by itself. */
const BUILTINS = new Set(
  `: . [ [[ alias bg break cd command continue echo eval exec exit export false
  fg getopts hash jobs kill let local printf pwd read readonly return set shift
  source test time times trap true type ulimit umask unalias unset wait`.split(
    /\s+/,
  ),
);

/** `curl … || wget …`: one that is there is enough. */
function hasAlternative(
  calls: readonly ProgramCall[],
  needs: readonly (readonly HealthcheckNeed[])[],
  index: number,
): boolean {
  const { script, command } = calls[index]!;
  for (let next = index + 1; next < calls.length; next++) {
    const call = calls[next]!;
    if (call.script !== script || call.command.depth !== command.depth)
      continue;
    if (call.command.operator === '|') continue;
    if (call.command.operator !== '||') return false;
    const found = needs[next]!;
    if (found.length > 0) {
      return found.every(({ presence }) => presence.kind !== 'absent');
    }
  }
  return false;
}
