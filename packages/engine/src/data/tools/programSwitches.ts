// SPDX-License-Identifier: Apache-2.0

/** What on a command line makes a program do something that it should not. */
export interface ProgramSwitches {
  /** Options that do it by themselves. */
  readonly options: ReadonlySet<string>;
  /** Names that do it with a value: `--name=value`, `name value`. */
  readonly settings: readonly SettingSwitch[];
  /** Options that do it for the hosts that they name. */
  readonly hostOptions: ReadonlySet<string>;
}

/** A name and the values that matter. */
export interface SettingSwitch {
  readonly name: RegExp;
  readonly value: RegExp;
}

/** The ways to say no. */
export const SETTING_OFF = /^(?:0|false|no|off)$/i;
/** The ways to say yes. */
export const SETTING_ON = /^(?:1|true|yes|on)$/i;

/**
 * One pattern for several: what it does not match, none of them does. It takes
 * upper for lower case, and the several must hold no back references.
 */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(
    patterns.map(({ source }) => `(?:${source})`).join('|'),
    'i',
  );
}

/** @param options - separated by blanks, as `hostOptions` are */
export function programSwitches(
  options: string,
  settings: readonly SettingSwitch[] = [],
  hostOptions = '',
): ProgramSwitches {
  const set = (text: string) => new Set(text.split(' ').filter(Boolean));
  return { options: set(options), settings, hostOptions: set(hostOptions) };
}
