// SPDX-License-Identifier: Apache-2.0
import { parseShell } from '../../../syntax/shell/parseShell.ts';
import type {
  ShellScript,
  ShellWord,
} from '../../../syntax/shell/shellScript.ts';
import { readCmdCommands } from '../../../syntax/shell/cmdCommands.ts';
import type { CommandName } from '../../../syntax/shell/commandName.ts';
import { readPowershellCommands } from '../../../syntax/shell/powershellCommands.ts';
import { TAB, trimSpaceEnd } from '../../../text/characters.ts';
import { MappedText } from '../../../text/mappedText.ts';
import type { Heredoc, Instruction, Word } from '../dockerfile.ts';
import { parseHeredocStart } from '../heredocs.ts';

/**
 * What a RUN, CMD, ENTRYPOINT or HEALTHCHECK runs.
 *
 * A shell of Windows gives names and never commands, so that no rule about
 * POSIX commands can see them; another interpreter gives nothing.
 */
export type StepScript =
  | ({ readonly dialect: 'posix' | 'exec' } & ShellScript)
  | {
      readonly dialect: 'powershell' | 'cmd';
      readonly names: readonly CommandName[];
    }
  | { readonly dialect: 'unknown'; readonly interpreter: string };

const SCRIPT_KEYWORDS = new Set(['run', 'cmd', 'entrypoint', 'healthcheck']);

/**
 * Reads the script of an instruction; of an ONBUILD that of what it keeps.
 *
 * @param shell - what SHELL set; undefined for the default of the image
 */
export function readScript(
  instruction: Instruction,
  shell: readonly string[] | undefined,
  isWindows: boolean,
): StepScript | undefined {
  const { keyword, json, onbuild } = instruction;
  if (onbuild) {
    // Docker refuses a second ONBUILD inside; nothing of it ever runs.
    const { heredocs } = instruction;
    const inner = { ...onbuild, heredocs, onbuild: undefined };
    return readScript(inner, shell, isWindows);
  }
  if (!SCRIPT_KEYWORDS.has(keyword)) return undefined;
  const args =
    keyword === 'healthcheck' ? instruction.args.slice(1) : instruction.args;
  const [command] = args;
  if (command === undefined) return undefined;
  if (json) return readExec(args);
  const usual = isWindows ? 'cmd' : 'posix';
  const dialect = shell ? dialectOfShell(shell) : usual;
  const heredoc = instruction.heredocs[0];
  if (heredoc && typeof parseHeredocStart(command.value) === 'object') {
    const content = contentOf(heredoc);
    const interpreter = isWindows ? undefined : shebangOf(content.text);
    return readText(
      content,
      interpreter === undefined ? dialect : dialectOf(interpreter),
    );
  }
  return readText(withHeredocs(instruction, command), dialect);
}

type Dialect =
  | 'posix'
  | 'powershell'
  | 'cmd'
  | { readonly interpreter: string };

function readText(script: MappedText, dialect: Dialect): StepScript {
  if (typeof dialect === 'object') return { dialect: 'unknown', ...dialect };
  if (dialect === 'posix') return { dialect, ...parseShell(script) };
  const read = dialect === 'cmd' ? readCmdCommands : readPowershellCommands;
  return { dialect, names: read(script) };
}

/** The exec form: one command, unless it is a shell that runs a script. */
function readExec(args: readonly Word[]): StepScript {
  const [program, ...rest] = args;
  const dialect = dialectOf(program!.value);
  const script = scriptArgument(dialect, program!.value, rest);
  if (script) {
    const { value, start, end } = script;
    // Escapes and continuations make the text differ from the file.
    const isPlain = end - start === value.length + 2;
    const mapped = isPlain
      ? MappedText.at(start + 1, value)
      : MappedText.whole(script, value);
    return readText(mapped, dialect);
  }
  const [name, ...words] = args.map(execWord);
  const command = {
    name,
    args: words,
    assignments: [],
    redirects: [],
    operator: '' as const,
    depth: 0,
    start: program!.start,
    end: args.at(-1)!.end,
  };
  return { dialect: 'exec', commands: [command], redirects: [], errors: [] };
}

function execWord({ value, start, end }: Word): ShellWord {
  return { value, start, end, isDynamic: false };
}

/** The argument that a shell takes for a script: behind `-c`, an option. */
function scriptArgument(
  dialect: Dialect,
  program: string,
  args: readonly Word[],
): Word | undefined {
  if (typeof dialect === 'object') return undefined;
  const option = SCRIPT_OPTION[dialect];
  let index = 0;
  // `busybox httpd -c file` is no shell.
  if (nameOf(program) === 'busybox') {
    if (typeof dialectOf(args[index++]?.value ?? '') === 'object') {
      return undefined;
    }
  }
  for (; index < args.length; index++) {
    const { value } = args[index]!;
    if (option.test(value)) return args[index + 1];
    if (!OPTION[dialect].test(value)) return undefined;
    if (OPTION_WITH_VALUE.test(value)) index++;
  }
  return undefined;
}

const SCRIPT_OPTION = {
  posix: /^-[a-z]*c[a-z]*$/,
  powershell: /^-c(?:o(?:m(?:m(?:a(?:nd?)?)?)?)?)?$/i,
  cmd: /^\/[ck]$/i,
} as const;
const OPTION = { posix: /^[-+]/, powershell: /^[-/]/, cmd: /^\// } as const;
/** Of POSIX shells and of PowerShell. */
const OPTION_WITH_VALUE =
  /^(?:[-+][a-z]*o|--rcfile|--init-file|-(?:ExecutionPolicy|ep|ex|Version|WindowStyle|InputFormat|OutputFormat))$/i;

const POSIX_SHELLS = new Set(
  'sh bash ash dash zsh ksh mksh rbash busybox'.split(' '),
);

/** The language that a program reads, told by its name. */
function dialectOf(program: string): Dialect {
  const name = nameOf(program);
  if (POSIX_SHELLS.has(name)) return 'posix';
  if (name === 'powershell' || name === 'pwsh') return 'powershell';
  return name === 'cmd' ? 'cmd' : { interpreter: program };
}

/** The shell of SHELL, also behind `env` or `conda run`. */
function dialectOfShell(shell: readonly string[]): Dialect {
  const dialects = shell.map(dialectOf);
  const known = dialects.find(dialect => typeof dialect === 'string');
  return known ?? dialects[0] ?? { interpreter: '' };
}

function nameOf(program: string): string {
  const slash = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
  const name = program.slice(slash + 1).toLowerCase();
  return name.endsWith('.exe') ? name.slice(0, -'.exe'.length) : name;
}

/** The program behind `#!`, through `env` too. */
function shebangOf(script: string): string | undefined {
  const match = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(script);
  if (!match) return undefined;
  const [, program, argument] = match;
  return program!.endsWith('/env') ? argument ?? program : program;
}

/** The content of a heredoc as the shell gets it. */
function contentOf({ content, start, chomp }: Heredoc): MappedText {
  if (!chomp) return MappedText.at(start, content);
  const lines: MappedText[] = [];
  let from = 0;
  while (from < content.length) {
    const newline = content.indexOf('\n', from);
    const end = newline < 0 ? content.length : newline + 1;
    let first = from;
    while (content.charCodeAt(first) === TAB) first++;
    lines.push(MappedText.at(start + first, content.slice(first, end)));
    from = end;
  }
  return lines.length > 0 ? MappedText.join(lines) : MappedText.at(start, '');
}

/** The command of the shell form with its heredocs below it. */
function withHeredocs(instruction: Instruction, command: Word): MappedText {
  const { line, heredocs } = instruction;
  const end = trimSpaceEnd(line.text, 0, line.text.length);
  const first = line.slice(end - command.value.length, end);
  if (heredocs.length === 0) return first;
  const parts = [first];
  for (const heredoc of heredocs) {
    parts.push(
      MappedText.at(heredoc.start - 1, '\n'),
      MappedText.at(heredoc.start, heredoc.content),
      MappedText.at(heredoc.end, heredoc.name),
    );
  }
  return MappedText.join(parts);
}
