// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Heredoc } from '../../dockerfile.ts';
import type { Step } from '../../stages/stage.ts';
import { filesOfOutput } from '../downloads/downloads.ts';

/** A line that a step writes into a file; the range is that of the line. */
export interface WrittenLine extends TextRange {
  /** As the step names the file. */
  readonly path: string;
  readonly text: string;
}

/**
 * The lines that a step writes: with `echo`, `printf`, here-documents,
 * `sed -i`, and COPY of a here-document.
 */
export function writtenLines(step: Step): readonly WrittenLine[] {
  if (!writes(step)) return NOTHING;
  const lines: WrittenLine[] = [];
  for (const written of writtenTexts(step)) addLines(written, lines);
  return lines;
}

const NOTHING: readonly WrittenLine[] = [];

/** Whether a step may write a text that it holds. */
function writes({ instruction, calls }: Step): boolean {
  return COPYING.has(instruction.keyword)
    ? instruction.heredocs.length > 0
    : calls.some(({ program }) => WRITING.has(program));
}

const COPYING = new Set(['copy', 'add']);
const WRITING = new Set(
  'echo printf cat tee add-apt-repository apt-add-repository sed'.split(' '),
);

interface WrittenText extends WrittenLine {
  /** Whether the text stands in the file as it is. */
  readonly isExact: boolean;
}

function writtenTexts({ instruction, args, calls }: Step): WrittenText[] {
  const { keyword, heredocs } = instruction;
  if (COPYING.has(keyword)) {
    const path = args.at(-1)?.value ?? '';
    return heredocs.map(heredoc => contentOf(heredoc, path));
  }
  const written: WrittenText[] = [];
  for (const call of calls) {
    if (!WRITING.has(call.program)) continue;
    for (const text of writtenBy(call, heredocs)) written.push(text);
  }
  return written;
}

/** `echo` and `printf` may make new lines of `\n`, too. */
function addLines(written: WrittenText, lines: WrittenLine[]): void {
  const { path, text, start, end, isExact } = written;
  for (let from = 0; from <= text.length; ) {
    NEWLINE.lastIndex = from;
    const newline = NEWLINE.exec(text);
    const to = newline?.index ?? text.length;
    if (to > from && to - from <= MAX_LINE_LENGTH) {
      lines.push({
        path,
        text: text.slice(from, to),
        start: isExact ? start + from : start,
        end: isExact ? start + to : end,
      });
    }
    from = newline ? NEWLINE.lastIndex : text.length + 1;
  }
}

/** A longer line is none of a configuration file. */
const MAX_LINE_LENGTH = 4096;
const NEWLINE = /\r?\n|\\n/g;

function writtenBy(
  call: ProgramCall,
  heredocs: readonly Heredoc[],
): WrittenText[] {
  const { program, args, command } = call;
  switch (program) {
    case 'echo':
    case 'printf': {
      const [path] = filesOfOutput(call);
      return path === undefined ? [] : args.map(word => textOf(word, path));
    }
    case 'cat':
    case 'tee': {
      if (heredocs.length === 0) return [];
      const operands = args.filter(({ value }) => !value.startsWith('-'));
      const named = program === 'tee' ? operands[0]?.value : undefined;
      const path = named ?? filesOfOutput(call)[0];
      if (path === undefined) return [];
      const names = command.redirects.flatMap(({ operator, target }) =>
        operator.startsWith('<<') && target ? [target.value] : [],
      );
      return heredocs
        .filter(({ name }) => names.includes(name))
        .map(heredoc => contentOf(heredoc, path));
    }
    case 'add-apt-repository':
    case 'apt-add-repository':
      return args.map(word => textOf(word, '/etc/apt/sources.list'));
    case 'sed':
      return isInPlace(args) ? editedBy(args) : [];
    default:
      return [];
  }
}

function textOf({ value, start, end }: ShellWord, path: string): WrittenText {
  const quotes = end - start - value.length;
  const isExact = quotes === 0 || quotes === 2;
  const first = isExact ? start + quotes / 2 : start;
  const last = isExact ? end - quotes / 2 : end;
  return { path, text: value, start: first, end: last, isExact };
}

function contentOf(
  { content, start, end }: Heredoc,
  path: string,
): WrittenText {
  const isExact = end - start === content.length;
  return { path, text: content, start, end, isExact };
}

function isInPlace(args: readonly ShellWord[]): boolean {
  return args.some(({ value }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(value));
}

/** What `s/…/new/` and `a new` of an editing script put in. */
function editedBy(args: readonly ShellWord[]): WrittenText[] {
  const path = args.at(-1)?.value ?? '';
  return args.slice(0, -1).flatMap(({ value, start, end }) =>
    replacements(value).map(text => ({
      path,
      text,
      start,
      end,
      isExact: false,
    })),
  );
}

function replacements(script: string): string[] {
  const found: string[] = [];
  for (const { index, 0: head } of script.matchAll(SUBSTITUTE)) {
    if (found.length >= MAX_REPLACEMENTS) break;
    const from = index + head.length;
    const parts = script.slice(from).split(head.at(-1)!, 2);
    if (parts.length === 2) found.push(parts[1]!);
  }
  const added = APPEND.exec(script)?.[1];
  return added === undefined ? found : [...found, added];
}

const MAX_REPLACEMENTS = 20;
/** `s` and its delimiter, at the start or behind an address or a separator. */
const SUBSTITUTE = /(?<![A-Za-z])s[/|#,@:!%~]/g;
const APPEND = /(?:^|[\s;{$/\d])[aic](?:\\\s*|\s+)(.*)/;
