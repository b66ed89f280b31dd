// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import type { Setting, Stage } from '../../stages/stage.ts';
import type { Expanded } from '../../stages/variables.ts';
import { baseImage, type BaseImage } from './baseImage.ts';
import { isWindowsStage } from './windowsStage.ts';

/** The user that a stage leaves behind, or why the file does not tell. */
export type EffectiveUser =
  | (UserSpec & {
      readonly kind: 'known';
      /** The USER that set it; undefined where the base image did. */
      readonly setting: Setting<Expanded> | undefined;
    })
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      /** The variable, or the image. */
      readonly detail: string;
      readonly setting: Setting<Expanded> | undefined;
    };

/** The parts of `user:group`. */
export interface UserSpec {
  /** As USER has it; empty where nothing sets a user, as in scratch. */
  readonly text: string;
  /** Name or number before the colon. */
  readonly user: string;
  /** Name or number behind the colon, where it is told. */
  readonly group: string | undefined;
  /** Whether it is a user with all rights. */
  readonly isRoot: boolean;
}

/**
 * The user of a stage: that of its last USER, otherwise that of the stage it
 * builds on, otherwise that of the image at the start.
 */
export function effectiveUser(stage: Stage): EffectiveUser {
  const base = baseImage(stage);
  const setting = stage.state.user;
  const isWindows = isWindowsStage(stage);
  if (setting) return userOfSetting(setting, base, isWindows);
  if (base.kind === 'scratch') return known('', isWindows, undefined);
  if (base.kind === 'unknown') {
    const { reason, detail } = base;
    return { kind: 'unknown', reason, detail, setting };
  }
  const { user } = base.facts;
  if (user !== undefined) return known(user, isWindows, undefined);
  const detail = base.name;
  return { kind: 'unknown', reason: 'image-not-known', detail, setting };
}

function userOfSetting(
  setting: Setting<Expanded>,
  base: BaseImage,
  isWindows: boolean,
): EffectiveUser {
  const { value, missing } = setting.value;
  if (missing.length === 0) return known(value, isWindows, setting);
  const raw = setting.instruction.args[0]?.value ?? '';
  const text = withoutVariables(raw, base);
  if (text !== undefined) return known(text, isWindows, setting);
  const detail = missing.join(', ');
  const reason = 'variable-without-value';
  return { kind: 'unknown', reason, detail, setting };
}

/**
 * The user where only the group is open (`app:$GID`), or where the environment
 * of the base image tells the variable (`$APP_UID` of .NET).
 */
function withoutVariables(raw: string, base: BaseImage): string | undefined {
  const [, user, braced, bare] = LEADING_USER.exec(raw) ?? [];
  if (user !== undefined) return user;
  const name = braced ?? bare;
  if (name === undefined || base.kind !== 'known') return undefined;
  return base.facts.environment.get(name);
}

/** A literal before a colon, or one variable, alone or before a colon. */
const LEADING_USER =
  /^"?(?:([^$:"'\\{}]+):|\$(?:\{(\w+)\}|(\w+))"?(?::[^:]*)?$)/;

function known(
  text: string,
  isWindows: boolean,
  setting: Setting<Expanded> | undefined,
): EffectiveUser {
  const colon = text.indexOf(':');
  const user = colon < 0 ? text : text.slice(0, colon);
  const group = colon < 0 ? undefined : text.slice(colon + 1);
  const isRoot = isWindows
    ? WINDOWS_ROOT.test(user)
    : user === '' || user === 'root' || ZERO.test(user);
  return { kind: 'known', text, user, group, isRoot, setting };
}

/** Every number that is zero: `0`, `00`, `+0`. */
const ZERO = /^[+-]?0+$/;

/** Of Windows: the administrator of the container, or of the computer. */
const WINDOWS_ROOT = /^(?:(?:[^\\]*\\)?(?:Container)?Administrator)?$/i;
