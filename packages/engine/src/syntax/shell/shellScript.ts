// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';

/** A word of a command; the range is that of the word with its quotes. */
export interface ShellWord extends TextRange {
  /** Without quotes; expansions stand as they are written. */
  readonly value: string;
  /** Whether an expansion or braces stand in it; patterns and `~` aside. */
  readonly isDynamic: boolean;
}

/** `NAME=value` before a command or by itself. */
export interface ShellAssignment extends TextRange {
  readonly name: string;
  readonly value: ShellWord;
  /** `NAME+=value`. */
  readonly append: boolean;
}

/** A redirection such as `> file` or `<<EOF`. */
export interface ShellRedirect extends TextRange {
  readonly operator: string;
  /** The number before the operator. */
  readonly descriptor: number | undefined;
  /** A file, a descriptor, or the delimiter of a here-document. */
  readonly target: ShellWord | undefined;
}

/** How a command follows the one before it. */
export type ShellOperator = '' | ';' | '&' | '&&' | '||' | '|' | '|&';

/** One simple command, at any depth of a script. */
export interface ShellCommand extends TextRange {
  /** Undefined for an assignment by itself. */
  readonly name: ShellWord | undefined;
  readonly args: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Empty for the first command of a list. */
  readonly operator: ShellOperator;
  /** 0 at the top; one more in each group, loop, condition or substitution. */
  readonly depth: number;
}

/** Something in a script that the shell would not understand. */
export interface ShellError extends TextRange {
  readonly message: string;
}

/** The commands of a script in the order of the text. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  /** Redirections of groups, loops and conditions as a whole. */
  readonly redirects: readonly ShellRedirect[];
  /** Not empty: commands may be missing. */
  readonly errors: readonly ShellError[];
}
