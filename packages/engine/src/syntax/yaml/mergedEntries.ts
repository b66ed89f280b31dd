// SPDX-License-Identifier: Apache-2.0
import { keyName } from './keyRegister.ts';
import { CORE_PREFIX } from './nameTag.ts';
import type { YamlAlias, YamlMapping, YamlNode, YamlPair } from './yamlTree.ts';

/** An entry of a mapping, its own or one that it takes from another. */
export interface YamlEntry {
  readonly name: string;
  readonly key: YamlNode;
  /** Aliases followed. */
  readonly value: Exclude<YamlNode, YamlAlias>;
  /** The `<<` through which it comes; undefined for an entry of its own. */
  readonly mergedBy: YamlNode | undefined;
}

/**
 * The entry of that name: of duplicates the last, before what is merged; of
 * merged mappings the first that has it (yaml.org/type/merge).
 *
 * @returns `unreadable` when something else than mappings is merged
 */
export function findEntry(
  mapping: YamlMapping,
  name: string,
  mergeKeys: boolean,
): YamlEntry | 'unreadable' | undefined {
  let own: YamlPair | undefined;
  let merges = false;
  for (const pair of mapping.pairs) {
    if (mergeKeys && isMergeKey(pair.key)) merges = true;
    else if (keyName(pair.key) === name) own = pair;
  }
  if (own) return entryOf(name, own);
  if (!merges) return undefined;
  let isReadable = true;
  for (const { key, sources } of mergesOf(mapping)) {
    for (const source of sources) {
      const node = resolveAlias(source);
      if (node.kind !== 'mapping') {
        isReadable = false;
        continue;
      }
      const found = findEntry(node, name, true);
      if (found === 'unreadable') isReadable = false;
      else if (found) return { ...found, mergedBy: key };
    }
  }
  return isReadable ? undefined : 'unreadable';
}

/** All entries with a name, merged ones behind those of the mapping itself. */
export function entriesOf(
  mapping: YamlMapping,
  mergeKeys: boolean,
): { readonly entries: readonly YamlEntry[]; readonly isWhole: boolean } {
  const byName = new Map<string, YamlEntry>();
  for (const pair of mapping.pairs) {
    if (mergeKeys && isMergeKey(pair.key)) continue;
    const name = keyName(pair.key);
    if (name !== undefined) byName.set(name, entryOf(name, pair));
  }
  let isWhole = true;
  for (const { key, sources } of mergeKeys ? mergesOf(mapping) : []) {
    for (const source of sources) {
      const node = resolveAlias(source);
      if (node.kind !== 'mapping') {
        isWhole = false;
        continue;
      }
      const merged = entriesOf(node, true);
      isWhole &&= merged.isWhole;
      for (const entry of merged.entries) {
        if (!byName.has(entry.name)) {
          byName.set(entry.name, { ...entry, mergedBy: key });
        }
      }
    }
  }
  return { entries: [...byName.values()], isWhole };
}

/** The node itself, or what it refers to. */
export function resolveAlias(node: YamlNode): Exclude<YamlNode, YamlAlias> {
  let resolved = node;
  while (resolved.kind === 'alias') resolved = resolved.target;
  return resolved;
}

/** Each `<<` of a mapping with the nodes that it merges, in order. */
function mergesOf(mapping: YamlMapping) {
  return mapping.pairs
    .filter(({ key }) => isMergeKey(key))
    .map(({ key, value }) => {
      const node = resolveAlias(value);
      return { key, sources: node.kind === 'sequence' ? node.items : [node] };
    });
}

function isMergeKey(key: YamlNode): boolean {
  if (key.kind !== 'scalar' || key.text !== '<<') return false;
  return key.tag
    ? key.tag.name === `${CORE_PREFIX}merge`
    : key.style === 'plain';
}

function entryOf(name: string, { key, value }: YamlPair): YamlEntry {
  return { name, key, value: resolveAlias(value), mergedBy: undefined };
}
