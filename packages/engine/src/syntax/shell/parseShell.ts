// SPDX-License-Identifier: Apache-2.0
import {
  forEachChild,
  parse,
  type Assignment,
  type Command,
  type Redirection,
  type SyntaxNode,
  type Word,
} from 'unbash';
import type { MappedText } from '../../text/mappedText.ts';
import type {
  ShellAssignment,
  ShellCommand,
  ShellError,
  ShellOperator,
  ShellRedirect,
  ShellScript,
  ShellWord,
} from './shellScript.ts';

/**
 * Longest script that is read, in UTF-16 units. The longest found in 350 real
 * Dockerfiles has 2,800; the worst shape of nesting takes 18 ms for each 1,000.
 */
const MAX_SCRIPT_LENGTH = 64 * 1024;

/**
 * Finds the commands of a POSIX or bash script.
 *
 * This is the only file that knows the library behind it. Never throws; a
 * script that is too long or cannot be read has an error and no commands.
 *
 * @param script - ranges in the answer are offsets in the text it maps to
 */
export function parseShell(script: MappedText): ShellScript {
  const { text } = script;
  if (text.length > MAX_SCRIPT_LENGTH) {
    return unread(script, `longer than ${MAX_SCRIPT_LENGTH} characters`);
  }
  try {
    return new CommandCollector(script).collect();
  } catch (error) {
    // Not expected: a defect of the library must not end an assessment.
    return unread(script, `the shell parser failed (${String(error)})`);
  }
}

function unread(script: MappedText, message: string): ShellScript {
  const start = script.offsetAt(0);
  const end = script.endOffsetAt(0, script.text.length);
  return { commands: [], redirects: [], errors: [{ message, start, end }] };
}

/** What runs a script of its own in the middle of a word. */
type Substitution = Extract<
  SyntaxNode,
  {
    readonly type:
      | 'CommandExpansion'
      | 'ProcessSubstitution'
      | 'ArithmeticCommandExpansion';
  }
>;

class CommandCollector {
  readonly #script: MappedText;
  /** Without it there is no need to look into words. */
  readonly #hasSubstitutions: boolean;
  readonly #commands: ShellCommand[] = [];
  readonly #redirects: ShellRedirect[] = [];
  /** Set inside a script whose positions count in a text of its own. */
  #foreign: { readonly start: number; readonly end: number } | undefined;

  constructor(script: MappedText) {
    this.#script = script;
    this.#hasSubstitutions = MAY_RUN_COMMANDS.test(script.text);
  }

  collect(): ShellScript {
    const root = parse(this.#script.text);
    this.#visit(root, 0, '');
    const errors: ShellError[] = (root.errors ?? []).map(error => ({
      message: error.message,
      ...this.#range({ pos: error.pos, end: error.pos }),
    }));
    return { commands: this.#commands, redirects: this.#redirects, errors };
  }

  #visit(node: SyntaxNode, depth: number, operator: ShellOperator): void {
    switch (node.type) {
      case 'Command':
        this.#addCommand(node, depth, operator);
        if (!this.#hasSubstitutions || isPlain(node)) return;
        break;
      case 'Redirected':
        for (const redirect of node.redirects) {
          this.#redirects.push(this.#redirect(redirect));
        }
        break;
      case 'Script':
      case 'CompoundList': {
        let next: ShellOperator = operator;
        for (const statement of node.commands) {
          this.#visit(statement.command, depth, next);
          next = statement.background ? '&' : ';';
        }
        return;
      }
      case 'AndOr':
      case 'Pipeline':
        node.commands.forEach((command, index) => {
          const joined = index === 0 ? operator : node.operators[index - 1]!;
          this.#visit(command, depth, joined);
        });
        return;
      default:
    }
    forEachChild(node, child => this.#visitChild(child, depth));
  }

  #visitChild(child: SyntaxNode, depth: number): void {
    // Looking into a word parses it; most have nothing to find.
    if (child.type === 'Word' && !MAY_RUN_COMMANDS.test(child.text)) return;
    const nested = child.type === 'CompoundList' ? depth + 1 : depth;
    if (!isSubstitution(child)) {
      this.#visit(child, nested, '');
      return;
    }
    if (!child.script) return;
    const outer = this.#foreign;
    if (child.script.source !== undefined) {
      this.#foreign ??= this.#range(child);
    }
    this.#visit(child.script, depth + 1, '');
    this.#foreign = outer;
  }

  #addCommand(node: Command, depth: number, operator: ShellOperator): void {
    const args: ShellWord[] = [];
    const assignments: ShellAssignment[] = [];
    const redirects: ShellRedirect[] = [];
    for (const part of node.prefix) {
      if (part.type === 'Assignment') assignments.push(this.#assignment(part));
      else redirects.push(this.#redirect(part));
    }
    for (const part of node.suffix) {
      if (part.type === 'Word') args.push(this.#word(part));
      // `export A=b`: an argument that looks like an assignment.
      else if (part.type === 'Assignment') args.push(this.#argument(part));
      else redirects.push(this.#redirect(part));
    }
    const { start, end } = this.#range(node);
    const name = node.name && this.#word(node.name);
    this.#commands.push({
      name,
      args,
      assignments,
      redirects,
      operator,
      depth,
      start,
      end,
    });
  }

  #word(word: Word): ShellWord {
    const { start, end } = this.#range(word);
    const { text, value } = word;
    return {
      value,
      isDynamic: DYNAMIC.test(text) && isDynamic(word),
      start,
      end,
    };
  }

  #argument(assignment: Assignment): ShellWord {
    const { value } = this.#assignment(assignment);
    return {
      value: `${assignment.name}${assignment.append ? '+=' : '='}${
        value.value
      }`,
      isDynamic: value.isDynamic,
      ...this.#range(assignment),
    };
  }

  #assignment(node: Assignment): ShellAssignment {
    const { name, value, append = false } = node;
    const range = this.#range(node);
    if (value.type === 'Word') {
      return { name, value: this.#word(value), append, ...range };
    }
    const text = value.elements.map(element => element.text).join(' ');
    const array = { value: text, isDynamic: true, ...this.#range(value) };
    return { name, value: array, append, ...range };
  }

  #redirect(node: Redirection): ShellRedirect {
    const { operator } = node;
    const number =
      node.descriptor?.type === 'FileDescriptor'
        ? node.descriptor.value
        : undefined;
    const common = { operator, descriptor: number, ...this.#range(node) };
    if (node.type !== 'HereDoc') {
      return { ...common, target: node.target && this.#word(node.target) };
    }
    const { delimiter } = node;
    const target = delimiter && {
      value: delimiter.value,
      isDynamic: false,
      ...this.#range(delimiter),
    };
    return { ...common, target };
  }

  #range({ pos, end }: { readonly pos: number; readonly end: number }): {
    readonly start: number;
    readonly end: number;
  } {
    return (
      this.#foreign ?? {
        start: this.#script.offsetAt(pos),
        end: this.#script.endOffsetAt(pos, end),
      }
    );
  }
}

function isSubstitution(node: SyntaxNode): node is Substitution {
  return (
    node.type === 'CommandExpansion' ||
    node.type === 'ProcessSubstitution' ||
    node.type === 'ArithmeticCommandExpansion'
  );
}

/** Whether a command is words alone, none of which runs another one. */
function isPlain({ name, prefix, suffix }: Command): boolean {
  if (prefix.length > 0) return false;
  if (name && MAY_RUN_COMMANDS.test(name.text)) return false;
  for (const part of suffix) {
    if (part.type !== 'Word' || MAY_RUN_COMMANDS.test(part.text)) return false;
  }
  return true;
}

const MAY_RUN_COMMANDS = /[`(]/;
const DYNAMIC = /[$`({]/;

function isDynamic(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
    case 'BraceExpansion':
      return true;
    default: {
      let found = false;
      forEachChild(node, child => {
        found ||= isDynamic(child);
      });
      return found;
    }
  }
}
