// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { natureOfVariable } from '../../../../secrets/dockerfilePairs.ts';
import type { Secret } from '../../../../secrets/findSecrets.ts';
import { nameSignal, type NameSignal } from '../../../../secrets/secretName.ts';
import type { ValueNature } from '../../../../secrets/secretValue.ts';
import type { Instruction, Word } from '../../dockerfile.ts';
import type { DockerfileBuild } from '../../stages/stage.ts';
import { dockerfileSecrets, secretIn } from '../secrets/dockerfileSecrets.ts';
import { remember } from '../remember.ts';
import { stageAt } from './stageAt.ts';

/** A variable that an ENV sets or an ARG declares; the range is that of both. */
export interface DeclaredVariable extends TextRange {
  readonly name: string;
  /** What the name says about the value. */
  readonly signal: NameSignal | undefined;
  /** Undefined for an ARG without a default. */
  readonly nature: ValueNature | undefined;
  /** The first secret in the value, whatever the name is. */
  readonly secret: Secret | undefined;
  /** Whether the target needs the stage; so it is before the first one. */
  readonly isReachable: boolean;
}

/**
 * The variables that have to do with secrets: by their names, or by their
 * values. Those that an ONBUILD keeps for later are among them.
 */
export function secretVariables(
  build: DockerfileBuild,
  keyword: 'arg' | 'env',
): readonly DeclaredVariable[] {
  return remember(build, findVariables)[keyword];
}

type Found = Readonly<Record<'arg' | 'env', readonly DeclaredVariable[]>>;

function findVariables(build: DockerfileBuild): Found {
  const { dockerfile } = build;
  const secrets = dockerfileSecrets(dockerfile);
  const defaults = new Map<string, string>();
  const found = {
    arg: [] as DeclaredVariable[],
    env: [] as DeclaredVariable[],
  };
  for (const outer of dockerfile.instructions) {
    const instruction = innermost(outer);
    const { keyword } = instruction;
    if (keyword !== 'arg' && keyword !== 'env') continue;
    for (const { name: word, value } of declarationsOf(instruction)) {
      const name = withoutQuotes(word.value);
      const given = value && defaultBehind(value.value, defaults);
      if (given !== undefined) defaults.set(name, given);
      const secret = value && secretIn(secrets, value);
      const signal = nameSignal(name);
      if (signal === undefined && !secret) continue;
      const nature =
        given === undefined
          ? undefined
          : natureOfVariable(given, signal ?? 'vague', name);
      const isReachable = stageAt(build, outer.start)?.isReachable ?? true;
      const range = { start: word.start, end: value?.end ?? word.end };
      found[keyword].push({
        name,
        signal,
        nature,
        secret,
        isReachable,
        ...range,
      });
    }
  }
  return found;
}

/**
 * What stands behind the variable that is all of a value, where the file says
 * so, and it is no secret: an ENV that keeps what an ARG set.
 */
function defaultBehind(
  value: string,
  defaults: ReadonlyMap<string, string>,
): string {
  if (!value.includes('$')) return value;
  const name = /^\$(?:(\w+)|\{(\w+)\})$/.exec(withoutQuotes(value));
  const known = name ? defaults.get(name[1] ?? name[2]!) : undefined;
  const isPlain =
    known !== undefined && natureOfVariable(known, 'secret', '') === 'plain';
  return isPlain ? known : value;
}

function withoutQuotes(text: string): string {
  return QUOTE.test(text) ? text.replace(QUOTES, '') : text;
}

const QUOTE = /["']/;
const QUOTES = /["']/g;

/**
 * Whether a build uses a variable for nothing but the id of secret mounts: then
 * it names a secret and holds none.
 */
export function isOnlySecretId(
  { dockerfile }: DockerfileBuild,
  name: string,
): boolean {
  if (!/^\w+$/.test(name)) return false;
  const use = new RegExp(`\\$(?:\\{${name}[}:+-]|${name}(?!\\w))`, 'g');
  const uses = countMatches(dockerfile.text, use);
  if (uses === 0) return false;
  const inIds = dockerfile.instructions
    .flatMap(instruction => innermost(instruction).flags)
    .filter(({ value }) => /^--mount=.*\btype=secret\b/.test(value))
    .map(({ value }) => countMatches(value, use));
  return inIds.reduce((sum, count) => sum + count, 0) === uses;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function innermost(instruction: Instruction): Instruction {
  let inner = instruction;
  while (inner.onbuild) inner = inner.onbuild;
  return inner;
}

interface Declaration {
  readonly name: Word;
  readonly value: Word | undefined;
}

function declarationsOf({ keyword, args }: Instruction): Declaration[] {
  if (keyword === 'arg') return args.map(splitArgument);
  if (keyword !== 'env') return [];
  // Name, value and equals sign in turn.
  return args.flatMap((name, index) =>
    index % 3 === 0 ? [{ name, value: args[index + 1] }] : [],
  );
}

/** Ranges of the halves are known where no continuation stands in between. */
function splitArgument(word: Word): Declaration {
  const equals = word.value.indexOf('=');
  if (equals < 0) return { name: word, value: undefined };
  const isPlain = word.end - word.start === word.value.length;
  const at = isPlain ? word.start + equals + 1 : word.start;
  return {
    name: { ...word, value: word.value.slice(0, equals) },
    value: { value: word.value.slice(equals + 1), start: at, end: word.end },
  };
}
