// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { MappedText } from '../../text/mappedText.ts';

/** A piece of the file and what it stands for. */
export interface Word extends TextRange {
  /** After quotes, escapes and continuations, where the builder undoes them. */
  readonly value: string;
}

/**
 * One instruction, as BuildKit's parser splits it.
 *
 * @public
 */
export interface Instruction extends TextRange {
  /** Lower case. */
  readonly keyword: string;
  /** The keyword as written. */
  readonly name: Word;
  /** `--name=value`, without quotes. */
  readonly flags: readonly Word[];
  /**
   * For ENV and LABEL name, value and `=` (empty in the old form) in turn; for
   * a shell-form command one word; for HEALTHCHECK the type comes first.
   */
  readonly args: readonly Word[];
  /** Whether the arguments are a JSON array (the exec form). */
  readonly json: boolean;
  readonly heredocs: readonly Heredoc[];
  /** The instruction that an ONBUILD keeps for later. */
  readonly onbuild?: Instruction | undefined;
  /** First line, from 1; of an inner instruction that of its ONBUILD. */
  readonly startLine: number;
  /** Last line, heredocs included. */
  readonly endLine: number;
  /** The instruction without continuations and comments. */
  readonly line: MappedText;
}

/** A here-document; the range is that of its content. */
export interface Heredoc extends TextRange {
  readonly name: string;
  readonly content: string;
  /** Whether variables in the content are expanded. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
}

/** `# name=value` at the top of the file. */
export interface Directive extends TextRange {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly line: number;
}

/** A whole comment line from its `#`; directives are none. */
export interface Comment extends TextRange {
  readonly line: number;
}

/** Why the file cannot be read or built, and where. */
export interface DockerfileError extends TextRange {
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

/**
 * A Dockerfile as BuildKit's parser reads it.
 *
 * With an `error` BuildKit rejects the file; `instructions` then holds what
 * stands before the place.
 *
 * @public
 */
export interface Dockerfile {
  readonly text: string;
  readonly instructions: readonly Instruction[];
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  /** The character that continues lines and escapes others. */
  readonly escape: '\\' | '`';
  /** Empty lines inside an instruction, which will become errors. */
  readonly warnings: readonly DockerfileError[];
  readonly error?: DockerfileError | undefined;
}
