// SPDX-License-Identifier: Apache-2.0
import type { JsonNode } from './jsonNode.ts';

/** The node, when it is for such a value and this is more than its presence. */
export function nodeFor(
  node: JsonNode | undefined,
  isList: boolean,
): JsonNode | undefined {
  if (!node) return undefined;
  if (!isList && node.elseObject) return node.elseObject;
  switch (node.kind) {
    case 'list':
      return isList ? node : undefined;
    case 'object':
    case 'map':
      return isList ? undefined : node;
    case 'presence':
      return node;
    default:
      return undefined;
  }
}

/** What a list or object is built in. */
export function emptyValue(node: JsonNode, isList: boolean): unknown {
  if (node.kind === 'presence') return undefined;
  if (isList) return [];
  return node.kind === 'map' ? new Map<string, unknown>() : {};
}
