// SPDX-License-Identifier: Apache-2.0
import { SECRET_KINDS, type SecretShape } from '../data/secretShapes.ts';
import { isMask } from './masks.ts';
import type { Report } from './secretPiece.ts';
import { isPlaceholder } from './secretValue.ts';

interface KindShape extends SecretShape {
  readonly kind: string;
}

const SHAPES: readonly KindShape[] = SECRET_KINDS.flatMap(({ id, shapes }) =>
  shapes.map(shape => ({
    ...shape,
    pattern: withoutCounting(shape.pattern),
    kind: id,
  })),
);

/**
 * The same pattern with `[a]{9}[a]*` for each `[a]{9,}`: that one would need
 * memory for each character of a run, and throw for one of some megabytes.
 */
function withoutCounting({ source, flags }: RegExp): RegExp {
  const plain = source.replace(/(\[[^\]]*\])\{(\d+),\}/g, '$1{$2}$1*');
  return new RegExp(plain, flags);
}

/** Texts of which one stands in every secret with a shape; longest first. */
const TRIGGERS: readonly string[] = [
  ...new Set(SHAPES.flatMap(({ triggers }) => triggers)),
].sort((a, b) => b.length - a.length);

/** Also by a longer trigger that begins with one of the shape's. */
const SHAPES_BY_TRIGGER: ReadonlyMap<string, readonly KindShape[]> = new Map(
  TRIGGERS.map(trigger => [
    trigger,
    SHAPES.filter(({ triggers }) =>
      triggers.some(one => trigger.startsWith(one)),
    ),
  ]),
);

/** Finds secrets that their form alone gives away. */
export function findShapedSecrets(text: string, report: Report): void {
  if (!WORD_START.test(text) && !INSIDE_WORD.test(text)) return;
  TRIGGER.lastIndex = 0;
  for (let hit = TRIGGER.exec(text); hit; hit = TRIGGER.exec(text)) {
    const { index } = hit;
    TRIGGER.lastIndex = findShapedSecret(text, index, hit[0], report);
  }
}

const TRIGGER = new RegExp(oneOf(TRIGGERS), 'g');

function oneOf(triggers: readonly string[]): string {
  return triggers.map(one => one.replace(/[.?+]/g, '\\$&')).join('|');
}

/** Triggers with which a secret, and so a word, begins. */
const FIRST_TRIGGERS = TRIGGERS.filter(
  trigger =>
    /^\w/.test(trigger) &&
    !SHAPES.some(
      ({ before, triggers }) =>
        before !== undefined && triggers.includes(trigger),
    ),
);
/**
 * Two patterns that find next to nothing in a text without a secret: looking
 * for triggers only where a word begins takes a third of the time. More of the
 * word follows behind each of them.
 */
const WORD_START = new RegExp(
  `\\b(?:${oneOf(FIRST_TRIGGERS)})(?=[\\w+/%=~.-]{8})`,
);
const INSIDE_WORD = new RegExp(
  [
    `\\\\[nrt](?:${oneOf(FIRST_TRIGGERS)})`,
    oneOf(TRIGGERS.filter(trigger => !FIRST_TRIGGERS.includes(trigger))),
  ].join('|'),
);

/**
 * Finds the secret whose trigger stands at an index.
 *
 * @returns where to go on
 */
function findShapedSecret(
  text: string,
  index: number,
  trigger: string,
  report: Report,
): number {
  for (const shape of SHAPES_BY_TRIGGER.get(trigger) ?? []) {
    const first =
      shape.before === undefined ? index : startOf(text, index, shape.before);
    for (let start = first; start <= index; start++) {
      const end = matchEnd(text, start, shape);
      if (end <= index) continue;
      const secret = secretOf(shape, text, start);
      if (isPlaceholder(secret)) break;
      report(end - secret.length, end, shape.kind);
      return end;
    }
  }
  return index + 1;
}

/** The first character of the run of letters and digits before an index. */
function startOf(text: string, index: number, before: number): number {
  let start = index;
  while (
    start > 0 &&
    index - start < before &&
    /[\w~.]/.test(text[start - 1]!)
  ) {
    start--;
  }
  return start;
}

/** Where the match ends that starts at an index; 0 without one. */
function matchEnd(text: string, start: number, { pattern }: KindShape): number {
  if (!isBoundary(text, start)) return 0;
  pattern.lastIndex = start;
  if (!pattern.test(text)) return 0;
  const end = pattern.lastIndex;
  return isWordAt(text, end) ? 0 : end;
}

/** Not in the middle of a word; `\n` begins one. */
function isBoundary(text: string, index: number): boolean {
  if (!isWordAt(text, index)) return true;
  const before = text[index - 1] ?? '';
  if (before !== '_' && !isWordAt(text, index - 1)) return true;
  return 'nrt'.includes(before) && text[index - 2] === '\\';
}

/** A letter, a digit, or the mask of one. */
function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return isMask(unit) || /[A-Za-z0-9]/.test(text[index] ?? '');
}

function secretOf({ pattern }: KindShape, text: string, start: number): string {
  pattern.lastIndex = start;
  const match = pattern.exec(text)!;
  return match[1] ?? match[0];
}
