// SPDX-License-Identifier: Apache-2.0
import type { TextRange, UnknownReason } from '@plimsoll/model';
import { keyName } from './keyRegister.ts';
import {
  entriesOf,
  findEntry,
  resolveAlias,
  type YamlEntry,
} from './mergedEntries.ts';
import { CORE_PREFIX } from './nameTag.ts';
import type { YamlScalar } from './yamlScalar.ts';
import { plainValue, type PlainValue, type YamlSchema } from './yamlSchema.ts';
import type { YamlMapping, YamlNode } from './yamlTree.ts';

/** What a field holds; `place` is where a finding about it points. */
export type YamlValue<Value> =
  | { readonly kind: 'known'; readonly value: Value; readonly place: TextRange }
  /** There is none, or null: the place is the nearest key above it. */
  | { readonly kind: 'absent'; readonly place: TextRange }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly place: TextRange;
    }
  /** It is of another type than was asked for. */
  | { readonly kind: 'mistyped'; readonly place: TextRange };

/** A key of a mapping, or an index of a sequence. */
export type YamlStep = string | number;

/** Options of {@link YamlReader}. */
export interface YamlReaderOptions {
  /** `core` when absent. */
  readonly schema?: YamlSchema;
  /** Whether `<<` takes the entries of other mappings; yes when absent. */
  readonly mergeKeys?: boolean;
}

/**
 * Reads values of a certain type at certain places, as one program would.
 *
 * Aliases are followed and merge keys respected everywhere. A value that a
 * template makes (`{{ … }}`, `${{ … }}`), or that has a tag of unknown
 * meaning, is unknown and never guessed.
 */
export class YamlReader {
  readonly #schema: YamlSchema;
  readonly #mergeKeys: boolean;

  constructor({ schema = 'core', mergeKeys = true }: YamlReaderOptions = {}) {
    this.#schema = schema;
    this.#mergeKeys = mergeKeys;
  }

  /** The node at the end of a path; null is as good as absent. */
  get(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<YamlNode> {
    if (!root) return { kind: 'absent', place: NOWHERE };
    let place: TextRange = rangeOf(root);
    let node = resolveAlias(root);
    for (const step of path) {
      const found = this.#step(node, step, place);
      if (found.kind !== 'known') return found;
      node = resolveAlias(found.value);
      place = found.place;
    }
    if (this.#isNull(node)) return { kind: 'absent', place };
    return { kind: 'known', value: node, place };
  }

  /** Text as it is written, of a number or a boolean too. */
  text(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<string> {
    return this.#scalar(root, path, (_value, { text }) => text);
  }

  /** A whole number, written as one. */
  integer(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<number> {
    return this.#scalar(root, path, value =>
      typeof value === 'number' && Number.isInteger(value) ? value : undefined,
    );
  }

  /** A number. */
  number(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<number> {
    return this.#scalar(root, path, value =>
      typeof value === 'number' ? value : undefined,
    );
  }

  boolean(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<boolean> {
    return this.#scalar(root, path, value =>
      typeof value === 'boolean' ? value : undefined,
    );
  }

  /** The items of a sequence, aliases followed. */
  items(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<readonly YamlNode[]> {
    return this.#collection(root, path, node =>
      node.kind === 'sequence' ? node.items.map(resolveAlias) : undefined,
    );
  }

  /** The entries of a mapping by name, in order, merged ones last. */
  entries(
    root: YamlNode | undefined,
    ...path: readonly YamlStep[]
  ): YamlValue<readonly YamlEntry[]> {
    const found = this.#collection(root, path, node =>
      node.kind === 'mapping' ? node : undefined,
    );
    if (found.kind !== 'known') return found;
    const { value, place } = found;
    const { entries, isWhole } = entriesOf(value, this.#mergeKeys);
    if (!isWhole) return unknown('unparsed', place);
    return { kind: 'known', value: entries, place };
  }

  #step(node: YamlNode, step: YamlStep, place: TextRange): YamlValue<YamlNode> {
    const doubt = this.#doubt(node);
    if (doubt) return unknown(doubt, place);
    if (node.kind === 'mapping' && typeof step === 'string') {
      return this.#field(node, step, place);
    }
    if (node.kind === 'sequence' && typeof step === 'number') {
      const item = node.items[step];
      if (!item) return { kind: 'absent', place };
      return { kind: 'known', value: item, place: rangeOf(item) };
    }
    if (this.#isNull(node)) return { kind: 'absent', place };
    return { kind: 'mistyped', place };
  }

  #field(
    node: YamlMapping,
    name: string,
    place: TextRange,
  ): YamlValue<YamlNode> {
    const found = findEntry(node, name, this.#mergeKeys);
    if (found === 'unreadable') return unknown('unparsed', place);
    if (found) {
      return { kind: 'known', value: found.value, place: rangeOf(found.key) };
    }
    // `{{ include "labels" . }}:` may be any key.
    const isTemplated = node.pairs.some(({ key }) => isTemplatedNode(key));
    if (isTemplated) return unknown('templated-value', place);
    return { kind: 'absent', place };
  }

  #scalar<Value>(
    root: YamlNode | undefined,
    path: readonly YamlStep[],
    read: (value: PlainValue, node: YamlScalar) => Value | undefined,
  ): YamlValue<Value> {
    const found = this.get(root, ...path);
    if (found.kind !== 'known') return found;
    const node = found.value;
    const doubt = this.#doubt(node);
    if (doubt) return unknown(doubt, found.place);
    if (node.kind !== 'scalar') return { kind: 'mistyped', place: found.place };
    const value = read(this.#valueOf(node), node);
    const place = node.start < node.end ? rangeOf(node) : found.place;
    if (value === undefined) return { kind: 'mistyped', place };
    return { kind: 'known', value, place };
  }

  #collection<Value>(
    root: YamlNode | undefined,
    path: readonly YamlStep[],
    read: (node: YamlNode) => Value | undefined,
  ): YamlValue<Value> {
    const found = this.get(root, ...path);
    if (found.kind !== 'known') return found;
    const { value: node, place } = found;
    const doubt = this.#doubt(node);
    if (doubt) return unknown(doubt, place);
    const value = read(node);
    if (value === undefined) return { kind: 'mistyped', place };
    return { kind: 'known', value, place };
  }

  #valueOf(node: YamlScalar): PlainValue {
    const { tag, style, text } = node;
    if (tag) {
      if (tag.name === '!' || tag.name === `${CORE_PREFIX}str`) return text;
      return plainValue(text, this.#schema);
    }
    return style === 'plain' ? plainValue(text, this.#schema) : text;
  }

  #isNull(node: YamlNode): boolean {
    return (
      node.kind === 'scalar' &&
      !this.#doubt(node) &&
      this.#valueOf(node) === undefined
    );
  }

  /** Why a node cannot be taken for what is written. */
  #doubt(node: YamlNode): UnknownReason | undefined {
    if (node.kind === 'alias') return undefined;
    if (node.tag && !KNOWN_TAGS.has(node.tag.name)) return 'tag-not-known';
    return isTemplatedNode(node) ? 'templated-value' : undefined;
  }
}

/** Where there is no document at all. */
const NOWHERE: TextRange = { start: 0, end: 0 };

const KNOWN_TAGS = new Set([
  '!',
  ...['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
    name => CORE_PREFIX + name,
  ),
]);

/**
 * Whether a template makes the node: text with `{{`, or the same without
 * quotes, which YAML takes for a mapping that has a mapping as its key.
 */
function isTemplatedNode(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.text.includes('{{');
  if (node.kind !== 'mapping' || node.style !== 'flow') return false;
  const [first] = node.pairs;
  return (
    node.pairs.length === 1 &&
    first?.key.kind === 'mapping' &&
    keyName(first.key) === undefined &&
    first.key.start === node.start + 1
  );
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

function unknown(
  reason: UnknownReason,
  place: TextRange,
): { kind: 'unknown'; reason: UnknownReason; place: TextRange } {
  return { kind: 'unknown', reason, place };
}
