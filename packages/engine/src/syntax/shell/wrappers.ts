// SPDX-License-Identifier: Apache-2.0
import type { ShellAssignment, ShellWord } from './shellScript.ts';
import { baseName } from './baseName.ts';

/** What is left of the words of a command once its wrappers are taken off. */
export interface Unwrapped {
  /** The words from the program that really runs. */
  readonly words: readonly ShellWord[];
  /** The programs in front of it, outermost first. */
  readonly wrappers: readonly string[];
  /** What `env` and `sudo` set for it. */
  readonly assignments: readonly ShellAssignment[];
}

/**
 * Takes off what only runs the program behind it: of `sudo -u app env A=1 make
 * all` stays `make all`. A wrapper with nothing behind it is the program.
 */
export function unwrap(words: readonly ShellWord[]): Unwrapped {
  const wrappers: string[] = [];
  const assignments: ShellAssignment[] = [];
  let index = 0;
  for (;;) {
    const first = words[index];
    const name = first && !first.isDynamic ? baseName(first.value) : '';
    const usage = WRAPPERS.get(name);
    if (!usage) break;
    const set: ShellAssignment[] = [];
    const inner = innerIndex(words, index, usage, set);
    if (inner === undefined || inner >= words.length) break;
    wrappers.push(name);
    for (const assignment of set) assignments.push(assignment);
    index = inner;
  }
  return { words: words.slice(index), wrappers, assignments };
}

/** Whether a word names a program that runs what follows. */
export function isWrapper({ value, isDynamic }: ShellWord): boolean {
  return !isDynamic && WRAPPERS.has(baseName(value));
}

/** How a program that runs another is called. */
interface Wrapper {
  /** Letters of options that take a value. */
  readonly short: string;
  /** Long options whose value may be the next word. */
  readonly long: ReadonlySet<string>;
  /** Options with which nothing is run. */
  readonly idle: RegExp;
  /** Words of its own in front of the program: a user, a duration. */
  readonly words: number;
  /** Whether `NAME=value` may stand in front of the program. */
  readonly assigns: boolean;
  /** The word that makes it run something: `conda run`. */
  readonly verb: string | undefined;
}

/** Where the wrapped program stands; undefined when nothing is run. */
function innerIndex(
  words: readonly ShellWord[],
  start: number,
  usage: Wrapper,
  set: ShellAssignment[],
): number | undefined {
  let index = start + 1;
  if (usage.verb !== undefined) {
    if (words[index]?.value !== usage.verb) return undefined;
    index++;
  }
  for (; index < words.length; index++) {
    const word = words[index]!;
    if (word.value === '--') {
      index++;
      break;
    }
    const assignment = usage.assigns ? assignmentOf(word) : undefined;
    if (assignment) set.push(assignment);
    else if (!word.value.startsWith('-')) break;
    else if (usage.idle.test(word.value)) return undefined;
    else if (takesNext(word.value, usage)) index++;
  }
  index += usage.words;
  // `flock file -c '…'`: no program, but a script.
  return words[index]?.value.startsWith('-') ? undefined : index;
}

/** Whether the next word is the value of an option: of its last letter. */
function takesNext(option: string, { short, long }: Wrapper): boolean {
  if (option.startsWith('--')) return long.has(option);
  for (let index = 1; index < option.length; index++) {
    if (short.includes(option[index]!)) return index === option.length - 1;
  }
  return false;
}

function assignmentOf(word: ShellWord): ShellAssignment | undefined {
  const name = /^[A-Za-z_]\w*(?==)/.exec(word.value)?.[0];
  if (name === undefined) return undefined;
  const value = { ...word, value: word.value.slice(name.length + 1) };
  const { start, end } = word;
  return { name, value, append: false, start, end };
}

function wrapper(
  short: string,
  long: string,
  more: Partial<Wrapper> = {},
): Wrapper {
  const names = long.split(' ').map(name => `--${name}`);
  return {
    short,
    long: new Set(names),
    idle: /^$/,
    words: 0,
    assigns: false,
    verb: undefined,
    ...more,
  };
}

const PLAIN = wrapper('', '');
const USER_FIRST = wrapper('', '', { words: 1 });
const CONDA = wrapper('np', 'name prefix cwd', { verb: 'run' });

/**
 * Programs that run what follows, and their options.
 *
 * Source: their manual pages (sudo 1.9, opendoas 6.8, GNU coreutils 9,
 * util-linux 2.40, findutils 4.10, bash 5.2, tini 0.19, dumb-init 1.2,
 * conda 24). Read 2026-11-21.
 */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  [
    'sudo',
    wrapper(
      'ugpCcaDhRrTtU',
      'user group prompt close-from login-class auth-type chdir host chroot role type other-user command-timeout',
      {
        assigns: true,
        idle: /^(?:-[lvVKe]|--(?:list|validate|version|edit))$/,
      },
    ),
  ],
  ['doas', wrapper('uC', '', { assigns: true })],
  // `-S` holds a command line of its own, which nobody reads here.
  [
    'env',
    wrapper('uCP', 'unset chdir', {
      assigns: true,
      idle: /^(?:-[a-z]*S|--split-string)/,
    }),
  ],
  ['exec', wrapper('a', '')],
  ['command', wrapper('', '', { idle: /^-[pvV]*[vV]/ })],
  ['builtin', PLAIN],
  ['nohup', PLAIN],
  ['setsid', PLAIN],
  ['eatmydata', PLAIN],
  ['catchsegv', PLAIN],
  ['unbuffer', PLAIN],
  ['linux32', PLAIN],
  ['linux64', PLAIN],
  ['time', wrapper('fo', 'format output')],
  ['nice', wrapper('n', 'adjustment')],
  ['ionice', wrapper('cnpPu', 'class classdata')],
  ['stdbuf', wrapper('ioe', 'input output error')],
  ['timeout', wrapper('sk', 'signal kill-after', { words: 1 })],
  ['taskset', wrapper('', '', { words: 1, idle: /^-[a-z]*p/ })],
  ['chroot', USER_FIRST],
  ['gosu', USER_FIRST],
  ['su-exec', USER_FIRST],
  ['setuser', USER_FIRST],
  ['s6-setuidgid', USER_FIRST],
  [
    'setpriv',
    wrapper(
      '',
      'ambient-caps inh-caps bounding-set groups pdeathsig securebits selinux-label apparmor-profile reuid regid ruid rgid euid egid',
    ),
  ],
  ['flock', wrapper('wE', 'timeout wait conflict-exit-code', { words: 1 })],
  ['fakeroot', wrapper('lsib', 'lib faked')],
  [
    'xvfb-run',
    wrapper('nefpsw', 'server-num error-file auth-file server-args'),
  ],
  ['dbus-run-session', wrapper('', 'config-file dbus-daemon')],
  ['ssh-agent', wrapper('aEPtO', '')],
  ['tini', wrapper('pe', '')],
  ['dumb-init', wrapper('r', 'rewrite')],
  ['busybox', PLAIN],
  [
    'xargs',
    wrapper(
      'IndPLsaE',
      'arg-file delimiter max-args max-procs max-chars replace-str process-slot-var',
    ),
  ],
  ['conda', CONDA],
  ['mamba', CONDA],
  ['micromamba', CONDA],
]);
