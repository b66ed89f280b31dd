// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { Dockerfile, Instruction, Word } from '../../dockerfile.ts';
import type { DockerfileBuild, Step } from '../../stages/stage.ts';

/** A place that Docker still builds, and that is written as it should not be. */
export interface ObsoleteSyntax extends TextRange {
  /**
   * `emptyLine`: inside a continued instruction. `oldForm`: `ENV name value`.
   * `selfReference`: a variable of the same ENV, which has its old value there;
   * PATH has one in every image.
   * `casing`: a keyword unlike the others.
   */
  readonly kind: 'emptyLine' | 'oldForm' | 'selfReference' | 'casing';
  /** The keyword, or the variable; empty for a line. */
  readonly name: string;
}

/** The places of a file at which its syntax is obsolete. */
export function obsoleteSyntax({
  dockerfile,
  build,
}: {
  readonly dockerfile: Dockerfile;
  readonly build: DockerfileBuild;
}): ObsoleteSyntax[] {
  const found = dockerfile.warnings.map(range =>
    emptyLine(dockerfile.text, range),
  );
  for (const instruction of dockerfile.instructions) {
    const form = oldForm(instruction);
    if (form) found.push(form);
  }
  for (const { steps } of build.stages) {
    for (const step of steps) {
      for (const reference of selfReferences(step)) found.push(reference);
    }
  }
  for (const keyword of unlikeKeywords(dockerfile.instructions)) {
    found.push(keyword);
  }
  return found;
}

/** The first line without a character, or only with blanks. */
function emptyLine(text: string, { start, end }: TextRange): ObsoleteSyntax {
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const next = newline < 0 ? end : newline + 1;
    const line = { start: next, end: next };
    const following = text.indexOf('\n', next);
    const to = following < 0 ? text.length : following;
    if (text.slice(next, to).trim() === '') {
      return { kind: 'emptyLine', name: '', ...line };
    }
    from = next;
  }
  return { kind: 'emptyLine', name: '', start, end };
}

function oldForm({
  keyword,
  args,
  name,
}: Instruction): ObsoleteSyntax | undefined {
  if (keyword !== 'env' && keyword !== 'label') return undefined;
  const first = args[0];
  const second = args[1];
  if (!first || !second || args[2]?.value !== '') return undefined;
  return {
    kind: 'oldForm',
    name: name.value,
    start: first.start,
    end: second.end,
  };
}

/** `ENV A=1 B=$A`, where nothing in the file has set `A` before. */
function selfReferences({
  instruction,
  trigger,
  args,
}: Step): readonly ObsoleteSyntax[] {
  const { keyword, args: words } = instruction;
  if (keyword !== 'env' || trigger || args.length <= 3) return NONE;
  if (args.every(({ missing }) => missing.length === 0)) return NONE;
  const names = new Set(args.filter((_, index) => index % 3 === 0).map(pick));
  return args.flatMap(({ missing }, index) => {
    const own = args[index - 1]?.value;
    const name = missing.find(
      one => one !== own && names.has(one) && one !== 'PATH',
    );
    if (index % 3 !== 1 || name === undefined) return [];
    const { start, end } = words[index]!;
    return [{ kind: 'selfReference' as const, name, start, end }];
  });
}

const NONE: readonly ObsoleteSyntax[] = [];

function pick({ value }: { readonly value: string }): string {
  return value;
}

/** Keywords in neither case, or in the one that fewer others have. */
function unlikeKeywords(
  instructions: readonly Instruction[],
): ObsoleteSyntax[] {
  let lower = 0;
  let upper = 0;
  for (const instruction of instructions) {
    if (isLower(instruction)) lower++;
    if (isUpper(instruction.name)) upper++;
  }
  const unlike: ObsoleteSyntax[] = [];
  if (Math.max(lower, upper) < instructions.length) {
    for (const instruction of instructions) {
      const { name } = instruction;
      const isLike = lower > upper ? isLower(instruction) : isUpper(name);
      if (!isLike) unlike.push(casing(name));
    }
  }
  for (const { keyword, name, args } of instructions) {
    const as = keyword === 'from' ? args[1] : undefined;
    if (!as || as.value.toLowerCase() !== 'as') continue;
    if (isUpper(name) !== isUpper(as)) unlike.push(casing(as));
  }
  return unlike;
}

function casing({ value: name, start, end }: Word): ObsoleteSyntax {
  return { kind: 'casing', name, start, end };
}

function isLower({ keyword, name }: Instruction): boolean {
  return name.value === keyword;
}

function isUpper({ value }: Word): boolean {
  return /^[A-Z]+$/.test(value) || value === value.toUpperCase();
}
