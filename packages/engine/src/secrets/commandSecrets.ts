// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { LogicalLine } from './logicalLine.ts';
import { isMask } from './masks.ts';
import type { Report } from './secretPiece.ts';
import { natureOfValue } from './secretValue.ts';
import { readValue, WORD } from './valueReader.ts';

/** Programs with options for passwords. */
export const PROGRAM_TRIGGER =
  '(?:mysql(?:admin|dump)?|mariadb(?:-admin|-dump)?|sshpass|redis-cli|mongo(?:sh|dump|import|restore)?|sqlcmd|7za?|unzip|zip|ldap(?:add|modify|search|passwd|delete)|docker|podman|nerdctl|buildah|skopeo|helm|oras|az|oc|curl)(?=["\',]*[ \\t])';

/** Other words that stand before secrets which no name tells. */
export const STATEMENT_TRIGGER =
  'chpasswd|identified\\s+by\\s|pass:|convertto-securestring\\s';

/**
 * Whether a text may hold a program with one of its options for passwords; next
 * to none does.
 */
export function mayGivePasswords(text: string): boolean {
  const seen = new Set<string>();
  OPTION.lastIndex = 0;
  for (let hit = OPTION.exec(text); hit; hit = OPTION.exec(text)) {
    const option = hit[1] ?? hit[2] ?? 'u';
    if (seen.has(option)) continue;
    if (PROGRAMS_BY_OPTION[option]!.test(text)) return true;
    seen.add(option);
  }
  return false;
}

/**
 * `-p`, and `-u` where a colon or a quotation mark stands in its value. Counted,
 * so that no text takes long: what goes on for longer may hold one as well.
 */
const OPTION =
  /[\s"',](?:-([aPpw])|(password)(?=[\s"',])|-(?:[uU]|-user|-proxy-user)(?:[=\s,\\`]{99}|[=\s,\\`]{0,98}(?:[^\s"':]{99}|[^\s"':]{0,98}["':])))/g;
const PROGRAMS_BY_OPTION: Readonly<Record<string, RegExp>> = {
  a: /redis-cli/i,
  p: /mysql|mariadb|sshpass|mongo|7z|[\s"',]login[\s"',]/i,
  P: /sqlcmd|zip/i,
  password: /mysqladmin|mariadb-admin/i,
  u: /curl["',]*[ \t]/i,
  w: /ldap/i,
};

/** The options of programs whose value is a password. */
const OPTIONS: readonly {
  readonly program: RegExp;
  /** The word before the options, where they count only behind it. */
  readonly after?: RegExp;
  readonly option: RegExp;
  /** `-pPASSWORD`: only what is tied to the option. */
  readonly isTied?: boolean;
  /** `user:password`. */
  readonly hasUser?: boolean;
}[] = [
  { program: /^(?:mysql|mariadb)/, option: /^-p(?=.)/, isTied: true },
  { program: /^mysqladmin|^mariadb-admin/, option: /^password$/ },
  { program: /^sshpass$/, option: /^-p/ },
  { program: /^redis-cli$/, option: /^-a$/ },
  { program: /^mongo/, option: /^-p$/ },
  { program: /^sqlcmd$/, option: /^-P/ },
  { program: /^7za?$/, option: /^-p(?=.)/, isTied: true },
  { program: /^(?:unzip|zip)$/, option: /^-P/ },
  { program: /^ldap/, option: /^-w$/ },
  {
    program: /^(?:docker|podman|nerdctl|buildah|skopeo|helm|oras|az|oc)$/,
    after: /^login$/,
    option: /^-p/,
  },
  {
    program: /^curl$/,
    option: /^(?:-u|--user|-U|--proxy-user)(?:=|$)|^-u(?=.)/,
    hasUser: true,
  },
];

/**
 * Finds passwords among the words of a command.
 *
 * @param hasPrograms - what {@link mayGivePasswords} says of the file
 */
export function findCommandSecrets(
  { line: { text } }: LogicalLine,
  hasPrograms: boolean,
  report: Report,
): void {
  const trigger = hasPrograms ? ANY_TRIGGER : STATEMENT;
  trigger.lastIndex = 0;
  for (let hit = trigger.exec(text); hit; hit = trigger.exec(text)) {
    const { index } = hit;
    const name = hit[0].toLowerCase();
    const behind = index + hit[0].length;
    if (name === 'chpasswd') findLogins(text, index, behind, report);
    else if (name === 'pass:') reportValue(text, behind, report);
    else if (/\s$/.test(name)) findStatement(text, behind, report);
    else if (isCommand(text, index)) findOptions(text, name, behind, report);
  }
}

const STATEMENT = new RegExp(STATEMENT_TRIGGER, 'gi');
const ANY_TRIGGER = new RegExp(`${PROGRAM_TRIGGER}|${STATEMENT_TRIGGER}`, 'gi');

/** Whether a program is run by the word at an index. */
function isCommand(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - LOOK_BACK), index);
  const before = around.endsWith('/') ? around.replace(FOLDER, '') : around;
  return BEHIND_SIGN.test(before.slice(-2)) || COMMAND_START.test(before);
}

/** The folder of a program. */
const FOLDER = /[\w.-]*\/(?:[\w.-]+\/)*$/;
const BEHIND_SIGN = /[;&|(`"'[{!#$>]\s?$/;
const COMMAND_START =
  /(?:^|[;&|(`"'[{!#$>]|\b(?:run|cmd|entrypoint|sudo|exec|then|do|else|if|while|env|time|nohup|xargs)|\s\w+=\S*)\s*$/i;

function reportValue(text: string, index: number, report: Report): void {
  const found = readValue(text, index, WORD);
  reportLiteral(text, found, report);
}

function reportLiteral(
  text: string,
  { start, end }: TextRange,
  report: Report,
): void {
  for (let index = start; index < end; index++) {
    if (isMask(text.charCodeAt(index))) return;
  }
  if (natureOfValue(text.slice(start, end), 'password') === 'literal') {
    report(start, end, 'password');
  }
}

/** `IDENTIFIED BY 'password'`. */
function findStatement(text: string, index: number, report: Report): void {
  BEFORE_PASSWORD.lastIndex = index;
  BEFORE_PASSWORD.test(text);
  const from = Math.max(index, BEFORE_PASSWORD.lastIndex);
  if (/["'\\]/.test(text[from] ?? '')) reportValue(text, from, report);
}

const BEFORE_PASSWORD = /(?:password\s+|-string\s+)?/iy;

/** `echo 'user:password' | chpasswd` and `chpasswd <<< user:password`. */
function findLogins(
  text: string,
  index: number,
  behind: number,
  report: Report,
): void {
  const from = Math.max(0, index - LOOK_BACK);
  const piped = PIPED.exec(text.slice(from, index));
  if (piped) {
    const start =
      from + piped.index + piped[0].indexOf(piped[1]!) + piped[1]!.length;
    reportLiteral(text, { start, end: start + piped[2]!.length }, report);
  }
  GIVEN.lastIndex = behind;
  const given = GIVEN.exec(text);
  if (given) {
    const end = GIVEN.lastIndex;
    reportLiteral(text, { start: end - given[1]!.length, end }, report);
  }
}

const LOOK_BACK = 200;
const PIPED =
  /(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(\\?["']?[\w.$-]+:)([^\s"'\\|]+)(?:\\n)?\\?["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?(?:[/\w]+\/)?$/;
const GIVEN = /(?:[ \t]+-\w+)*[ \t]*<<<[ \t]*["']?[\w.$-]+:([^\s"'\\|;&]+)/y;

function findOptions(
  text: string,
  program: string,
  index: number,
  report: Report,
): void {
  const rules = OPTIONS.filter(rule => rule.program.test(program));
  const words = wordsOf(text, index);
  for (const { after, option, isTied, hasUser } of rules) {
    const first = after ? words.findIndex(({ value }) => after.test(value)) : 0;
    if (first < 0) continue;
    for (let at = first; at < words.length; at++) {
      const word = words[at]!;
      const match = option.exec(word.value);
      if (!match) continue;
      const rest = { start: word.start + match[0].length, end: word.end };
      const given = rest.end > rest.start ? rest : words[at + 1];
      if (!given || (isTied && given !== rest)) continue;
      const colon = hasUser ? text.indexOf(':', given.start) : given.start - 1;
      if (colon < 0 || colon >= given.end) continue;
      if (!hasUser && text[given.start] === '-') continue;
      reportLiteral(text, { start: colon + 1, end: given.end }, report);
    }
  }
}

interface CommandWord extends TextRange {
  readonly value: string;
}

/** The words of the rest of a command, of an exec form, too. */
function wordsOf(text: string, from: number): CommandWord[] {
  const words: CommandWord[] = [];
  let index = from;
  while (words.length < MAX_WORDS) {
    while (/[\s,"']/.test(text[index] ?? 'x')) {
      if (/["']/.test(text[index]!) && !/[\s,]/.test(text[index + 1] ?? ' '))
        break;
      index++;
    }
    const character = text[index];
    if (character === undefined || /[;|&<>()\]]/.test(character)) break;
    const { start, end } = readValue(text, index, WORD);
    if (end <= start) break;
    words.push({
      value: text.slice(start, Math.min(end, start + 64)),
      start,
      end,
    });
    index = Math.max(end, index + 1);
  }
  return words;
}

const MAX_WORDS = 48;
