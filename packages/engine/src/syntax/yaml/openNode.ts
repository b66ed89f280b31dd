// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { KeyRegister } from './keyRegister.ts';
import type { YamlAnchor, YamlNode, YamlPair, YamlTag } from './yamlTree.ts';

/** What is known of a node when it is complete. */
export interface Measure {
  /** How many nodes are met in it when aliases are followed. */
  readonly visits: number;
  /** How deep it nests then. */
  readonly depth: number;
}

/** A collection that is not complete. */
export interface Open {
  readonly node: OpenNode;
  readonly isPair: boolean;
  readonly keys: KeyRegister | undefined;
  key: YamlNode | undefined;
  visits: number;
  depth: number;
}

/** A mapping or a sequence that grows. */
export type OpenNode = Omit<TextRange, 'end'> & {
  end: number;
  readonly style: 'block' | 'flow';
  readonly tag: YamlTag | undefined;
  readonly anchor: YamlAnchor | undefined;
} & (
    | { readonly kind: 'mapping'; readonly pairs: YamlPair[] }
    | { readonly kind: 'sequence'; readonly items: YamlNode[] }
  );

/** What an alias of a name leads to. */
export interface Anchored {
  readonly node: YamlNode;
  /** Undefined inside the node itself. */
  measure: Measure | undefined;
}
