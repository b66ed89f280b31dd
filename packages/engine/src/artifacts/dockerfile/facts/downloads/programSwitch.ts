// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { downloaderOf } from '../../../../data/tools/downloaders.ts';
import {
  SETTING_OFF,
  type ProgramSwitches,
} from '../../../../data/tools/programSwitches.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import { readCommandLine } from '../scripts/commandLine.ts';
import { isLocalAddress } from './downloads.ts';

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
  const { args, program } = call;
  const downloader = downloaderOf(program);
  if (downloader) {
    const { options } = readCommandLine(args, downloader.valueOptions);
    return options.flatMap(({ name, value, at: { start, end } }) => {
      if (switches.options.has(name)) return [{ text: name, start, end }];
      if (value === undefined) return [];
      const text = `${name}${name.startsWith('--') ? '=' : ' '}${value}`;
      const isOn = isSetting(text, switches) || isSetting(value, switches);
      return isOn ? [{ text, start, end }] : [];
    });
  }
  return args.flatMap((word, index) => {
    const found = readWord(word, args[index + 1], switches);
    return found ? [found] : [];
  });
}

function readWord(
  word: ShellWord,
  next: ShellWord | undefined,
  switches: ProgramSwitches,
): FoundSwitch | undefined {
  const { value, start, end } = word;
  const { options, settings, hostOptions } = switches;
  const alone = { text: value, start, end };
  const both = next && {
    text: `${value} ${next.value}`,
    start,
    end: Math.max(end, next.end),
  };
  if (options.has(value)) return alone;
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const given = equals < 0 ? next?.value : value.slice(equals + 1);
  if (hostOptions.has(name)) {
    if (given === undefined || isLocalAddress(given)) return undefined;
    return equals < 0 ? both : alone;
  }
  if (equals >= 0) {
    const isOn = options.has(name) && !SETTING_OFF.test(given ?? '');
    return isOn || isSetting(value, switches) ? alone : undefined;
  }
  const isSet =
    given !== undefined &&
    settings.some(one => one.name.test(value) && one.value.test(given));
  return isSet && !isLocalAddress(given) ? both : undefined;
}

/** Whether `name=value` is a setting; `--setopt=a=b` is one of `--setopt=a`. */
function isSetting(text: string, { settings }: ProgramSwitches): boolean {
  const equals = text.lastIndexOf('=');
  const name = text.slice(0, equals);
  const value = text.slice(equals + 1);
  return settings.some(one => one.name.test(name) && one.value.test(value));
}
