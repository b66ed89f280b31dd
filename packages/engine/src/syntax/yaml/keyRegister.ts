// SPDX-License-Identifier: Apache-2.0
import type { DuplicateKey, YamlNode } from './yamlTree.ts';

/** Up to here, looking through a list is cheaper than a map. */
const SHORT = 8;

/** Finds keys that a mapping has twice. */
export class KeyRegister {
  readonly #keys: YamlNode[] = [];
  readonly #names: string[] = [];
  #byName: Map<string, YamlNode> | undefined;

  /** The duplicate, when the name of the key is not new. */
  add(key: YamlNode): DuplicateKey | undefined {
    const name = keyName(key);
    if (name === undefined) return undefined;
    const first = this.#find(name);
    if (first) {
      return { key: name, first: rangeOf(first), second: rangeOf(key) };
    }
    this.#keys.push(key);
    this.#names.push(name);
    this.#byName?.set(name, key);
    return undefined;
  }

  #find(name: string): YamlNode | undefined {
    if (this.#names.length <= SHORT) {
      const index = this.#names.indexOf(name);
      return this.#keys[index];
    }
    this.#byName ??= new Map(
      this.#names.map((known, index) => [known, this.#keys[index]!]),
    );
    return this.#byName.get(name);
  }
}

/** The text of a key; undefined for one that has parts. */
export function keyName(key: YamlNode): string | undefined {
  switch (key.kind) {
    case 'scalar':
      return key.text;
    case 'alias':
      return keyName(key.target);
    default:
      return undefined;
  }
}

function rangeOf({ start, end }: YamlNode) {
  return { start, end };
}
