// SPDX-License-Identifier: Apache-2.0
import {
  LineIndex,
  printable,
  type Dockerfile,
  type DockerfileBuild,
  type Instruction,
  type Stage,
  type Step,
} from '@plimsoll/engine/parsers';
import pc from 'picocolors';

/** A line of the tree: what stands there, and where. */
interface Row {
  readonly label: string;
  readonly note?: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Widest label; what is longer ends with an ellipsis. */
const LABEL_WIDTH = 60;

/**
 * The tree of a Dockerfile for a person: stages, instructions, their parts with
 * line and column, the commands of scripts, and what a build would refuse.
 */
export function formatTree(file: string, build: DockerfileBuild): string {
  return new TreePrinter(file, build).print();
}

class TreePrinter {
  readonly #file: string;
  readonly #build: DockerfileBuild;
  readonly #dockerfile: Dockerfile;
  readonly #lines: LineIndex;
  readonly #output: string[] = [];

  constructor(file: string, build: DockerfileBuild) {
    this.#file = file;
    this.#build = build;
    this.#dockerfile = build.dockerfile;
    this.#lines = new LineIndex(build.dockerfile.text);
  }

  print(): string {
    const { instructions, directives } = this.#dockerfile;
    const { stages } = this.#build;
    const summary = [
      count(instructions.length, 'instruction'),
      count(stages.length, 'stage'),
    ].join(', ');
    this.#output.push(`${pc.bold(printable(this.#file))}  ${pc.dim(summary)}`);
    for (const directive of directives) {
      this.#branch(pc.magenta(`# ${directive.name}=`), [
        { ...directive, label: directive.value, note: 'directive' },
      ]);
    }
    const steps = new Map<Instruction, Step>();
    const stageOf = new Map<Instruction, Stage>();
    for (const stage of stages) {
      stageOf.set(stage.from, stage);
      for (const step of stage.steps) {
        if (!step.trigger) steps.set(step.instruction, step);
      }
    }
    for (const instruction of instructions) {
      const stage = stageOf.get(instruction);
      if (stage) this.#output.push('', pc.bold(this.#stageTitle(stage)));
      this.#printInstruction(instruction, steps.get(instruction));
    }
    this.#printProblems();
    return `${this.#output.join('\n')}\n`;
  }

  #stageTitle(stage: Stage): string {
    const name = stage.name === undefined ? '' : ` "${stage.name}"`;
    const marks = [
      stage === this.#build.target && 'target',
      !stage.isReachable && 'not needed by the target',
    ].filter(mark => mark !== false);
    const suffix = marks.length > 0 ? ` (${marks.join(', ')})` : '';
    return `Stage ${stage.index}${printable(name)} on ${baseName(
      stage,
    )}${suffix}`;
  }

  #printInstruction(instruction: Instruction, step: Step | undefined): void {
    const { name, startLine, endLine } = instruction;
    const lines =
      startLine === endLine ? `${startLine}` : `${startLine}–${endLine}`;
    const form = instruction.json ? ' exec form' : '';
    this.#branch(
      `${pc.cyan(printable(name.value))} ${pc.dim(`line ${lines}${form}`)}`,
      this.#rowsOf(instruction, step),
    );
  }

  #rowsOf(instruction: Instruction, step: Step | undefined): Row[] {
    const rows = partRows(instruction);
    for (let inner = instruction.onbuild; inner; inner = inner.onbuild) {
      const { name } = inner;
      rows.push({ ...name, label: name.value, note: 'kept for later' });
      for (const row of partRows(inner)) rows.push(row);
    }
    for (const row of commandRows(step)) rows.push(row);
    return rows;
  }

  #branch(title: string, rows: readonly Row[]): void {
    this.#output.push(title);
    const labels = rows.map(row => ellipsis(printable(row.label), LABEL_WIDTH));
    const width = labels.reduce(
      (widest, label) => Math.max(widest, label.length),
      0,
    );
    rows.forEach((row, index) => {
      const twig = index === rows.length - 1 ? '└─' : '├─';
      const place = this.#place(row.start, row.end);
      const label = labels[index]!.padEnd(width);
      const note = row.note === undefined ? '' : `  ${printable(row.note)}`;
      this.#output.push(
        pc.dim(`${twig} `) + label + pc.dim(`  ${place}${note}`),
      );
    });
  }

  /** `3:5–12` within a line, `3:5–4:2` across lines. */
  #place(start: number, end: number): string {
    const from = this.#lines.positionAt(start);
    const to = this.#lines.positionAt(end);
    const first = `${from.line}:${from.column}`;
    if (start === end) return first;
    if (from.line === to.line) return `${first}–${to.column}`;
    return `${first}–${to.line}:${to.column}`;
  }

  #printProblems(): void {
    const { error, warnings } = this.#dockerfile;
    const problems = error ? [{ ...error, assumes: [] }] : this.#build.refusals;
    for (const { message, line, start, assumes } of problems) {
      const { column } = this.#lines.positionAt(start);
      const unknown =
        assumes.length > 0
          ? ` (as long as ${assumes.join(', ')} is unset)`
          : '';
      this.#output.push(
        '',
        pc.red(
          `${printable(
            this.#file,
          )}:${line}:${column}: Docker refuses this file: ${printable(
            message,
          )}${printable(unknown)}`,
        ),
        ...this.#excerpt(start),
      );
    }
    for (const { message, line } of warnings) {
      const place = `${printable(this.#file)}:${line}`;
      this.#output.push('', pc.yellow(`${place}: ${printable(message)}`));
    }
  }

  /** The line of an offset with a caret below it. */
  #excerpt(offset: number): string[] {
    const { line, column } = this.#lines.positionAt(offset);
    const { text } = this.#dockerfile;
    const start = offset - (column - 1);
    const newline = text.indexOf('\n', start);
    const whole = text.slice(start, newline < 0 ? undefined : newline);
    const before = printable(whole.slice(0, column - 1));
    const excerpt = ellipsis(printable(whole), 2 * LABEL_WIDTH);
    const gutter = `${line} │ `;
    const caret = `${' '.repeat(gutter.length - 2)}│ ${' '.repeat(
      before.length,
    )}^`;
    return before.length < excerpt.length
      ? [pc.dim(gutter) + excerpt, pc.red(caret)]
      : [pc.dim(gutter) + excerpt];
  }
}

function baseName({ base }: Stage): string {
  switch (base.kind) {
    case 'stage':
      return `stage ${printable(base.stage.name ?? `${base.stage.index}`)}`;
    case 'image':
      return `image ${printable(base.reference.full || base.name.value)}`;
    case 'scratch':
      return 'nothing (scratch)';
    case 'unknown':
      return base.name.missing.length > 0
        ? `an image that ${base.name.missing.join(', ')} names`
        : 'an image without a name';
    default:
      return base satisfies never;
  }
}

/** Flags, arguments and here-documents. */
function partRows(instruction: Instruction): Row[] {
  const rows: Row[] = [];
  for (const flag of instruction.flags) {
    rows.push({ ...flag, label: flag.value, note: 'flag' });
  }
  for (const arg of instruction.args) {
    if (arg.value !== '' || arg.start < arg.end) {
      rows.push({ ...arg, label: arg.value });
    }
  }
  for (const heredoc of instruction.heredocs) {
    const length = count(heredoc.content.split('\n').length - 1, 'line');
    const note = `heredoc, ${length}${heredoc.expand ? ', expanded' : ''}`;
    rows.push({ ...heredoc, label: `<<${heredoc.name}`, note });
  }
  return rows;
}

function commandRows(step: Step | undefined): Row[] {
  const script = step?.script;
  if (script === undefined) return [];
  switch (script.dialect) {
    case 'posix':
    case 'exec':
      return script.commands.flatMap(({ name, args, depth }) =>
        name === undefined
          ? []
          : {
              ...name,
              label: [name, ...args].map(word => word.value).join(' '),
              note: depth > 0 ? `command, depth ${depth}` : 'command',
            },
      );
    case 'powershell':
    case 'cmd':
      return script.names.map(name => ({
        ...name,
        label: name.value,
        note: `${script.dialect} command`,
      }));
    case 'unknown':
      return [];
    default:
      return script satisfies never;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function ellipsis(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
