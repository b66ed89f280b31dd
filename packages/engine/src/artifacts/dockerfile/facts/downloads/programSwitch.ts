// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import {
  SETTING_OFF,
  type ProgramSwitches,
  type SettingSwitch,
} from '../../../../data/tools/programSwitches.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import { downloaderLine, isLocalAddress } from './downloads.ts';

/** An option or setting of a call that a table lists. */
export interface FoundSwitch extends TextRange {
  /** As it is written: `-k`, `http.sslVerify=false`. */
  readonly text: string;
}

/** The switches on the command line of a call; hosts in the container aside. */
export function findSwitches(
  call: ProgramCall,
  switches: ProgramSwitches,
): FoundSwitch[] {
  const line = downloaderLine(call);
  if (line) {
    const { settings } = switches;
    return line.options.flatMap(({ name, value, at: { start, end } }) => {
      if (switches.options.has(name)) return [{ text: name, start, end }];
      if (value === undefined || settings.length === 0) return [];
      const text = `${name}${name.startsWith('--') ? '=' : ' '}${value}`;
      const isOn = isSetting(text, settings) || isSetting(value, settings);
      return isOn ? [{ text, start, end }] : [];
    });
  }
  const { args } = call;
  const found: FoundSwitch[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index]!;
    const next = args[index + 1];
    switch (readWord(word.value, next?.value, switches)) {
      case 'alone':
        found.push({ text: word.value, start: word.start, end: word.end });
        break;
      case 'withNext':
        found.push(joinWords(word, next!));
        break;
      default:
    }
  }
  return found;
}

function joinWords(word: ShellWord, next: ShellWord): FoundSwitch {
  const { start, end } = word;
  const text = `${word.value} ${next.value}`;
  return { text, start, end: Math.max(end, next.end) };
}

/** Whether a word is a switch, by itself or with the word behind it. */
function readWord(
  value: string,
  next: string | undefined,
  { options, settings, hostOptions }: ProgramSwitches,
): 'alone' | 'withNext' | undefined {
  if (options.has(value)) return 'alone';
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const given = equals < 0 ? next : value.slice(equals + 1);
  if (given === undefined) return undefined;
  const found = equals < 0 ? 'withNext' : 'alone';
  if (hostOptions.has(name)) return isLocalAddress(given) ? undefined : found;
  if (equals >= 0) {
    const isOn = options.has(name) && !SETTING_OFF.test(given);
    return isOn || isSetting(value, settings) ? found : undefined;
  }
  const isSet = hasSetting(name, given, settings);
  return isSet && !isLocalAddress(given) ? found : undefined;
}

/** Whether `name=value` is a setting; `--setopt=a=b` is one of `--setopt=a`. */
function isSetting(text: string, settings: readonly SettingSwitch[]): boolean {
  const equals = text.lastIndexOf('=');
  const name = text.slice(0, equals);
  return hasSetting(name, text.slice(equals + 1), settings);
}

/** Values are few, and tell sooner than names. */
function hasSetting(
  name: string,
  value: string,
  settings: readonly SettingSwitch[],
): boolean {
  for (const setting of settings) {
    if (setting.value.test(value) && setting.name.test(name)) return true;
  }
  return false;
}
