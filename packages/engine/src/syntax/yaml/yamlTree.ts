// SPDX-License-Identifier: Apache-2.0
import type { TextRange, UnknownReason } from '@plimsoll/model';
import type { YamlScalar } from './yamlScalar.ts';

/** A tag as it is written, and the name that it stands for. */
export interface YamlTag extends TextRange {
  /** `!Ref`, or `tag:yaml.org,2002:str` for `!!str`. */
  readonly name: string;
}

/** `&name` before a node; the range has the `&`. */
export interface YamlAnchor extends TextRange {
  readonly name: string;
}

/** What a mapping and a sequence have in common. */
export interface YamlCollection extends TextRange {
  readonly style: 'block' | 'flow';
  readonly tag: YamlTag | undefined;
  readonly anchor: YamlAnchor | undefined;
}

/** A key with its value; a key need not be a scalar. */
export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** Pairs in the order of the text, duplicates and merge keys included. */
export interface YamlMapping extends YamlCollection {
  readonly kind: 'mapping';
  readonly pairs: readonly YamlPair[];
}

/** Items in the order of the text. */
export interface YamlSequence extends YamlCollection {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

/** `*name`: a reference to a node that stands before it. */
export interface YamlAlias extends TextRange {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode;
}

/**
 * A node; its range is without tag and anchor.
 *
 * A value that is missing is an empty plain scalar where it would stand.
 */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

/** Why a document cannot be read, and where that shows. */
export interface YamlError extends TextRange {
  readonly reason: Extract<
    UnknownReason,
    'unparsed' | 'too-large' | 'too-complex'
  >;
  /** Part of a sentence, without anything from the file. */
  readonly message: string;
}

/** A key that a mapping has twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: TextRange;
  readonly second: TextRange;
}

/** One document of a stream; it has either a root or an error. */
export interface YamlDocument extends TextRange {
  readonly root: YamlNode | undefined;
  readonly error: YamlError | undefined;
  readonly duplicates: readonly DuplicateKey[];
}

/** A file of YAML: none, one or several documents. */
export interface YamlStream {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}
