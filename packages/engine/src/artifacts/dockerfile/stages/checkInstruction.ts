// SPDX-License-Identifier: Apache-2.0
import { toLower, trimSpace } from '../../../text/characters.ts';
import { quote } from '../../../text/quote.ts';
import type { Instruction, Word } from '../dockerfile.ts';
import { isHeredoc } from '../heredocs.ts';
import { checkHealthcheck } from './checkHealthcheck.ts';
import {
  checkFlags,
  flagValue,
  flagValues,
  type Complaint,
  type Flags,
} from './flags.ts';
import { parseBoolean, parseCsv } from './goValues.ts';

/** What BuildKit checks of one kind of instruction, in its order. */
type Check = (instruction: Instruction) => Complaint | undefined;

/**
 * What BuildKit refuses in an instruction taken by itself: an unknown keyword,
 * unknown flags, the wrong number of arguments and the like.
 */
export function checkInstruction(
  instruction: Instruction,
): Complaint | undefined {
  const check = CHECKS.get(instruction.keyword);
  if (check) return check(instruction);
  const { name } = instruction;
  return { message: `unknown instruction: ${name.value}`, at: name };
}

/** Whether there is such an instruction, in lower case. */
export function isKeyword(text: string): boolean {
  return CHECKS.has(text);
}

const NO_FLAGS: Flags = {};
const COPY_FLAGS: Flags = {
  chown: 'text',
  from: 'text',
  chmod: 'text',
  link: 'boolean',
  exclude: 'texts',
  parents: 'boolean',
};
const ADD_FLAGS: Flags = {
  chown: 'text',
  chmod: 'text',
  link: 'boolean',
  'keep-git-dir': 'boolean',
  checksum: 'text',
  unpack: 'boolean',
  exclude: 'texts',
};
const RUN_FLAGS: Flags = {
  mount: 'texts',
  network: 'text',
  security: 'text',
  device: 'texts',
};

const flagsOnly: Check = instruction => checkFlags(instruction, NO_FLAGS);

const exactlyOne: Check = instruction =>
  instruction.args.length === 1
    ? flagsOnly(instruction)
    : { message: `${nameOf(instruction)} requires exactly one argument` };

function atLeastOne(instruction: Instruction): Complaint | undefined {
  if (instruction.args.length > 0) return undefined;
  return { message: `${nameOf(instruction)} requires at least one argument` };
}

function nameOf({ keyword }: Instruction): string {
  return keyword.toUpperCase();
}

const pairs: Check = instruction => {
  const complaint = flagsOnly(instruction) ?? atLeastOne(instruction);
  if (complaint) return complaint;
  const blank = instruction.args.find(
    (arg, index) => index % 3 === 0 && arg.value === '',
  );
  return (
    blank && {
      message: `${nameOf(instruction)} names can not be blank`,
      at: blank,
    }
  );
};

const checkArg: Check = instruction => {
  const blank = instruction.args.find(arg => arg.value.startsWith('='));
  return (
    atLeastOne(instruction) ??
    (blank && { message: 'ARG names can not be blank', at: blank })
  );
};

function copyCheck(flags: Flags): Check {
  return instruction => {
    const { args } = instruction;
    if (args.length < 2) {
      return {
        message: `${nameOf(
          instruction,
        )} requires at least two arguments, but only one was provided. Destination could not be determined`,
      };
    }
    const target = args.at(-1)!;
    return (
      checkFlags(instruction, flags) ??
      (isHeredoc(target.value)
        ? {
            message: `${nameOf(
              instruction,
            )} cannot accept a heredoc as a destination`,
            at: target,
          }
        : undefined)
    );
  };
}

const STAGE_NAME = /^[a-z][a-z0-9\-_.]*$/;

const checkFrom: Check = instruction => {
  const { args } = instruction;
  const [, as, name] = args;
  if (args.length === 3 && name && /^as$/iu.test(as!.value)) {
    if (!STAGE_NAME.test(toLower(name.value))) {
      return {
        message: `invalid name for build stage: ${quote(
          name.value,
        )}, name can't start with a number or contain symbols`,
        at: name,
      };
    }
  } else if (args.length !== 1) {
    return { message: 'FROM requires either one or three arguments' };
  }
  return checkFlags(instruction, { platform: 'text' });
};

const checkOnbuild: Check = instruction => {
  const trigger = instruction.onbuild;
  if (!trigger) return { message: 'ONBUILD requires at least one argument' };
  const complaint = flagsOnly(instruction);
  if (complaint) return complaint;
  const keyword = trimSpace(trigger.name.value).toUpperCase();
  if (keyword === 'ONBUILD') {
    return {
      message: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
      at: trigger.name,
    };
  }
  if (keyword === 'MAINTAINER' || keyword === 'FROM') {
    return {
      message: `${keyword} isn't allowed as an ONBUILD trigger`,
      at: trigger.name,
    };
  }
  return undefined;
};

const checkRun: Check = instruction => {
  if (instruction.flags.length === 0) return undefined;
  const complaint =
    checkFlags(instruction, RUN_FLAGS) ??
    firstOf(flagValues(instruction, 'device'), checkDevice) ??
    firstOf(flagValues(instruction, 'mount'), checkMountSyntax);
  if (complaint) return complaint;
  const network = flagValue(instruction, 'network');
  if (network && !/^(?:default|none|host)$/.test(network.value)) {
    return {
      message: `invalid network mode ${quote(network.value)}`,
      at: network,
    };
  }
  const security = flagValue(instruction, 'security');
  if (security && !/^(?:insecure|sandbox)$/.test(security.value)) {
    return {
      message: `security ${quote(security.value)} is not valid`,
      at: security,
    };
  }
  return undefined;
};

function firstOf(
  words: readonly Word[],
  check: (value: string) => string | undefined,
): Complaint | undefined {
  for (const word of words) {
    const message = check(word.value);
    if (message !== undefined) return { message, at: word };
  }
  return undefined;
}

/** What can be said of a mount before its variables are known. */
function checkMountSyntax(value: string): string | undefined {
  // Most mounts: nothing quoted, and no variable.
  if (value !== '' && !/["$]/.test(value)) return undefined;
  const fields = parseCsv(value);
  if (typeof fields === 'string') {
    return `failed to parse csv mounts: ${fields}`;
  }
  for (const field of fields) {
    const match = /^from=([^$]*)\$./is.exec(field);
    if (match) {
      return "'from' doesn't support variable expansion, define alias stage instead";
    }
  }
  return undefined;
}

function checkDevice(value: string): string | undefined {
  const fields = parseCsv(value);
  if (typeof fields === 'string') {
    return `failed to parse csv devices: ${fields}`;
  }
  let name = '';
  for (const field of fields) {
    const equals = field.indexOf('=');
    const key = toLower(equals < 0 ? field : field.slice(0, equals));
    const text = field.slice(equals + 1);
    if (key === 'required') {
      if (equals >= 0 && parseBoolean(text) === undefined) {
        return `invalid value for ${key}: ${text}`;
      }
    } else if (key === 'name' && equals >= 0) {
      if (name !== '') return `device name already set to ${name}`;
      name = text;
    } else if (name === '') name = field;
    else if (equals < 0) {
      return `invalid field '${field}' must be a key=value pair`;
    } else return `unexpected key '${key}' in '${field}'`;
  }
  return undefined;
}

const checkVolume: Check = instruction => {
  const blank = instruction.args.find(({ value }) => trimSpace(value) === '');
  return (
    atLeastOne(instruction) ??
    flagsOnly(instruction) ??
    (blank && {
      message: 'VOLUME specified can not be an empty string',
      at: blank,
    })
  );
};

const checkShell: Check = instruction => {
  const complaint = flagsOnly(instruction);
  if (complaint) return complaint;
  if (!instruction.json && instruction.args.length > 0) {
    return { message: 'SHELL requires the arguments to be in JSON form' };
  }
  return atLeastOne(instruction);
};

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['add', copyCheck(ADD_FLAGS)],
  ['arg', checkArg],
  ['cmd', flagsOnly],
  ['copy', copyCheck(COPY_FLAGS)],
  ['entrypoint', flagsOnly],
  ['env', pairs],
  ['expose', i => atLeastOne(i) ?? flagsOnly(i)],
  ['from', checkFrom],
  ['healthcheck', checkHealthcheck],
  ['label', pairs],
  ['maintainer', exactlyOne],
  ['onbuild', checkOnbuild],
  ['run', checkRun],
  ['shell', checkShell],
  [
    'stopsignal',
    i =>
      i.args.length === 1
        ? undefined
        : { message: 'STOPSIGNAL requires exactly one argument' },
  ],
  ['user', exactlyOne],
  ['volume', checkVolume],
  ['workdir', exactlyOne],
]);
