// SPDX-License-Identifier: Apache-2.0
import { HASH, skipSpace, SPACE, TAB, toLower } from '../../text/characters.ts';
import { MAX_LINE_BYTES } from '../../text/lines.ts';
import { MappedText } from '../../text/mappedText.ts';
import { DirectiveReader } from './directives.ts';
import type {
  Comment,
  Dockerfile,
  DockerfileError,
  Heredoc,
  Instruction,
  Word,
} from './dockerfile.ts';
import { findHeredocs, readHeredoc } from './heredocs.ts';
import { LineReader } from './lineReader.ts';
import { readArguments } from './readArguments.ts';
import { splitInstruction, type SplitInstruction } from './splitInstruction.ts';

/**
 * Reads a Dockerfile as BuildKit's parser does.
 *
 * Never throws; time is linear in the length of the text. What BuildKit
 * accepts here and refuses later (an unknown instruction, a bad flag) is no
 * error of this function: see `resolveBuild`.
 *
 * @param text - the file; bytes that are not UTF-8 as lone surrogates U+DC80
 *   to U+DCFF
 * @public
 */
export function parseDockerfile(text: string): Dockerfile {
  return new DockerfileParser(text).parse();
}

const NO_HEREDOCS: readonly Heredoc[] = [];
/** Docker refuses more than one; its parser reads any number. */
const MAX_ONBUILD_DEPTH = 100;

const HEREDOC_KEYWORDS = new Set(['add', 'copy', 'run']);

class DockerfileParser {
  readonly #text: string;
  readonly #reader: LineReader;
  readonly #directives = new DirectiveReader();
  readonly #instructions: Instruction[] = [];
  readonly #comments: Comment[] = [];
  readonly #warnings: DockerfileError[] = [];
  #error: DockerfileError | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#reader = new LineReader(text);
  }

  parse(): Dockerfile {
    const reader = this.#reader;
    while (this.#error === undefined && reader.advance()) {
      const start = skipSpace(this.#text, reader.start, reader.end);
      if (this.#text.charCodeAt(start) === HASH && start < reader.end) {
        this.#readComment(start);
        continue;
      }
      this.#directives.finish();
      if (start < reader.end) this.#readInstruction(start);
    }
    this.#error ??= this.#errorAtEnd();
    return {
      text: this.#text,
      instructions: this.#instructions,
      directives: this.#directives.directives,
      comments: this.#comments,
      escape: this.#directives.escape,
      warnings: this.#warnings,
      error: this.#error,
    };
  }

  #errorAtEnd(): DockerfileError | undefined {
    const { number, next, isStopped } = this.#reader;
    const end = { start: next, end: next };
    if (isStopped) {
      return {
        ...end,
        message: `dockerfile line greater than max allowed size of ${MAX_LINE_BYTES}`,
        line: number + 1,
      };
    }
    if (this.#instructions.length > 0) return undefined;
    return {
      ...end,
      message: 'file with no instructions',
      line: Math.max(number, 1),
    };
  }

  #readComment(start: number): void {
    const { end, number: line } = this.#reader;
    const comment = this.#text.slice(start, end);
    const outcome = this.#directives.read(comment, start, line);
    if (typeof outcome === 'string') {
      this.#error = { message: outcome, line, start, end };
    } else if (!outcome) this.#comments.push({ line, start, end });
  }

  #readInstruction(start: number): void {
    const reader = this.#reader;
    const startLine = reader.number;
    const line = this.#readLogicalLine(start);
    const place = { start, end: reader.end };
    const parsed = this.#parseLine(line);
    if (typeof parsed === 'string') {
      this.#error = { message: parsed, line: startLine, ...place };
      return;
    }
    const heredocs = this.#readHeredocs(parsed, line.text);
    if (typeof heredocs === 'string') {
      this.#error = { message: heredocs, line: startLine, ...place };
      return;
    }
    this.#instructions.push(this.#finish(parsed, heredocs, startLine));
  }

  /** Joins a line with those that continue it; comments between drop out. */
  #readLogicalLine(start: number): MappedText {
    const reader = this.#reader;
    let end = this.#continuedEnd(start, reader.end);
    if (end < 0) {
      return MappedText.at(start, this.#text.slice(start, reader.end));
    }
    let joined = this.#text.slice(start, end);
    const indexes = [0];
    const offsets = [start];
    let hasEmptyLine = false;
    while (end >= 0 && reader.advance()) {
      const first = skipSpace(this.#text, reader.start, reader.end);
      if (first === reader.end) hasEmptyLine = true;
      else if (this.#text.charCodeAt(first) === HASH) this.#readComment(first);
      else {
        end = this.#continuedEnd(reader.start, reader.end);
        indexes.push(joined.length);
        offsets.push(reader.start);
        joined += this.#text.slice(reader.start, end < 0 ? reader.end : end);
      }
    }
    if (hasEmptyLine) this.#warnEmptyLine(start);
    return new MappedText(joined, indexes, offsets);
  }

  /** Where the text of a line ends that continues on the next; -1 otherwise. */
  #continuedEnd(start: number, lineEnd: number): number {
    const text = this.#text;
    let end = lineEnd - 1;
    while (end >= start && isTrailing(text.charCodeAt(end))) end--;
    const { escape } = this.#directives;
    if (end < start || text[end] !== escape) return -1;
    // An escaped escape character continues nothing.
    return end > start && text[end - 1] === escape ? -1 : end;
  }

  #warnEmptyLine(start: number): void {
    const { end, number } = this.#reader;
    this.#warnings.push({
      message:
        'Empty continuation lines will become errors in a future release',
      line: number,
      start,
      end,
    });
  }

  /**
   * Splits a logical line: the instruction, behind the ONBUILDs around it.
   *
   * @returns outermost first, or why BuildKit rejects the file
   */
  #parseLine(line: MappedText): ParsedLine[] | string {
    const { escape } = this.#directives;
    const parsed: ParsedLine[] = [];
    let rest = { line, start: 0 };
    for (;;) {
      const split = splitInstruction(rest.line, rest.start, escape);
      const keyword = toLower(split.name.value);
      const isOnbuild = keyword === 'onbuild';
      const read = isOnbuild
        ? NO_ARGUMENTS
        : readArguments(keyword, split, escape);
      if (read.error !== undefined) return read.error;
      parsed.push({ keyword, split, args: read.args, json: read.json });
      const isLast = !isOnbuild || split.start === split.end;
      if (isLast || parsed.length === MAX_ONBUILD_DEPTH) return parsed;
      rest = split;
    }
  }

  #finish(
    parsed: readonly ParsedLine[],
    heredocs: readonly Heredoc[],
    startLine: number,
  ): Instruction {
    const { end, number: endLine } = this.#reader;
    let onbuild: Instruction | undefined;
    for (let depth = parsed.length - 1; depth >= 0; depth--) {
      const { keyword, split, args, json } = parsed[depth]!;
      onbuild = {
        keyword,
        name: split.name,
        flags: split.flags,
        args,
        json,
        heredocs: depth === 0 ? heredocs : NO_HEREDOCS,
        onbuild,
        startLine,
        endLine,
        line: split.line,
        start: split.name.start,
        end,
      };
    }
    return onbuild!;
  }

  /** @returns the here-documents, or why BuildKit rejects the file */
  #readHeredocs(
    parsed: readonly ParsedLine[],
    line: string,
  ): readonly Heredoc[] | string {
    // BuildKit looks behind one ONBUILD, not behind two.
    const { keyword, json } = parsed[1] ?? parsed[0]!;
    if (json || !HEREDOC_KEYWORDS.has(keyword)) return NO_HEREDOCS;
    if (!line.includes('<<')) return NO_HEREDOCS;
    const openings = findHeredocs(line);
    if (typeof openings === 'string') return openings;
    const heredocs: Heredoc[] = [];
    for (const opening of openings) {
      const heredoc = readHeredoc(opening, this.#reader);
      if (heredoc === undefined) return 'unterminated heredoc';
      heredocs.push(heredoc);
    }
    return heredocs;
  }
}

/** An instruction before its here-documents have been read. */
interface ParsedLine {
  readonly keyword: string;
  readonly split: SplitInstruction;
  readonly args: readonly Word[];
  readonly json: boolean;
}

const NO_ARGUMENTS = { args: [], json: false, error: undefined } as const;

function isTrailing(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
