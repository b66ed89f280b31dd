// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { Dockerfile, Instruction } from '../../dockerfile.ts';
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
  const steps = build.stages.flatMap(stage => stage.steps);
  return [
    ...dockerfile.warnings.map(range => emptyLine(dockerfile.text, range)),
    ...dockerfile.instructions.flatMap(oldForms),
    ...steps.flatMap(selfReferences),
    ...unlikeKeywords(dockerfile.instructions),
  ];
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

function oldForms({ keyword, args, name }: Instruction): ObsoleteSyntax[] {
  const [first, second, separator] = args;
  const hasPairs = keyword === 'env' || keyword === 'label';
  if (!hasPairs || !first || !second || separator?.value !== '') return [];
  const { start } = first;
  const { end } = second;
  return [{ kind: 'oldForm', name: name.value, start, end }];
}

/** `ENV A=1 B=$A`, where nothing in the file has set `A` before. */
function selfReferences({
  instruction,
  trigger,
  args,
}: Step): ObsoleteSyntax[] {
  const { keyword, args: words } = instruction;
  if (keyword !== 'env' || trigger || args.length <= 3) return [];
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

function pick({ value }: { readonly value: string }): string {
  return value;
}

/** Keywords in neither case, or in the one that fewer others have. */
function unlikeKeywords(
  instructions: readonly Instruction[],
): ObsoleteSyntax[] {
  const keywords = instructions.map(({ name }) => name);
  const lower = keywords.filter(({ value }) => isLower(value)).length;
  const upper = keywords.filter(({ value }) => isUpper(value)).length;
  const isLike = lower > upper ? isLower : isUpper;
  const unlike = keywords.filter(({ value }) => !isLike(value));
  const froms = instructions.flatMap(({ keyword, name, args }) => {
    const as = keyword === 'from' ? args[1] : undefined;
    if (!as || as.value.toLowerCase() !== 'as') return [];
    return isUpper(name.value) === isUpper(as.value) ? [] : [as];
  });
  return [...unlike, ...froms].map(({ value, start, end }) => ({
    kind: 'casing',
    name: value,
    start,
    end,
  }));
}

function isLower(text: string): boolean {
  return text === text.toLowerCase();
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}
