// SPDX-License-Identifier: Apache-2.0
import type { ReportErrorCode } from '@plimsoll/model';
import type { JsonNode } from './jsonNode.ts';
import type { Keeping } from './stringToken.ts';

/** How deep a document may be nested. Reports of scanners stay below 30. */
export const MOST_DEPTH = 200;

/** The lists and objects around the place that is being read. */
export class Frames {
  /** How many there are. */
  depth = 0;
  /** Whether the innermost is a list. */
  isList = false;
  /** Whether the string that is being read is the name of a field. */
  inKey = false;
  /** What to do with the next value of the innermost. */
  child: JsonNode | undefined;

  private readonly lists = new Uint8Array(MOST_DEPTH + 1);
  /** What each is kept for; undefined when it is passed over. */
  private readonly nodes: (JsonNode | undefined)[] = [];
  private readonly values: unknown[] = [];
  /** The name that was read last, in each object. */
  private readonly names: (string | undefined)[] = [];
  /** Names that were read, as bits; items that were begun. */
  private readonly counts = new Int32Array(MOST_DEPTH + 1);

  /** False when there is no room for one more. */
  push(isList: boolean, node: JsonNode | undefined, value: unknown): boolean {
    if (this.depth === MOST_DEPTH) return false;
    this.depth++;
    this.isList = isList;
    this.lists[this.depth] = isList ? 1 : 0;
    this.nodes[this.depth] = node;
    this.values[this.depth] = value;
    this.names[this.depth] = undefined;
    this.counts[this.depth] = 0;
    this.child = undefined;
    return true;
  }

  pop(): { readonly node: JsonNode | undefined; readonly value: unknown } {
    const { depth } = this;
    const popped = { node: this.nodes[depth], value: this.values[depth] };
    this.nodes[depth] = undefined;
    this.values[depth] = undefined;
    this.depth = depth - 1;
    this.isList = this.lists[this.depth] === 1;
    return popped;
  }

  /** Puts a value into the innermost, where it is kept. */
  attach(value: unknown): void {
    const within = this.values[this.depth];
    if (within === undefined) return;
    if (Array.isArray(within)) within.push(value);
    else {
      const name = this.names[this.depth]!;
      if (within instanceof Map) within.set(name, value);
      else (within as Record<string, unknown>)[name] = value;
    }
  }

  /** Begins an item of a list. */
  nextItem(): ReportErrorCode | undefined {
    const node = this.nodes[this.depth];
    this.child = undefined;
    if (!node) return undefined;
    const index = this.counts[this.depth]!++;
    if (node.firstItemOnly && index > 0) return undefined;
    this.child = node.item;
    const within = this.values[this.depth];
    if (Array.isArray(within) && within.length === node.mostItems) {
      return this.full(node);
    }
    return undefined;
  }

  beginKey(): void {
    this.inKey = true;
    this.names[this.depth] = undefined;
  }

  /** How to keep the name of a field. */
  get keyKeeping(): Keeping | undefined {
    const node = this.nodes[this.depth];
    if (!node) return undefined;
    return node.kind === 'map' && !node.cutsItems ? MAP_NAME : FIELD_NAME;
  }

  /** Says what the name of a field was; undefined when it was not kept. */
  endKey(name: string | undefined): ReportErrorCode | undefined {
    this.inKey = false;
    this.child = undefined;
    const node = this.nodes[this.depth];
    if (!node || name === undefined) return undefined;
    this.names[this.depth] = name;
    if (node.kind === 'map') return this.endMapKey(node, name);
    const field = node.fields.get(name);
    if (!field) return undefined;
    this.child = field;
    const seen = this.counts[this.depth]!;
    this.counts[this.depth] = seen | field.bit;
    return (seen & field.bit) === 0 ? undefined : 'duplicate-key';
  }

  private endMapKey(node: JsonNode, name: string): ReportErrorCode | undefined {
    this.child = node.item;
    const within = this.values[this.depth];
    if (!(within instanceof Map)) return undefined;
    if (within.has(name)) return node.cutsItems ? undefined : 'duplicate-key';
    return within.size === node.mostItems ? this.full(node) : undefined;
  }

  private full(node: JsonNode): ReportErrorCode | undefined {
    this.child = undefined;
    return node.cutsItems ? undefined : 'too-many-items';
  }

  /** The JSON path of the place; `…` for what is passed over. */
  path(): string {
    let path = '$';
    for (let depth = 1; depth <= this.depth; depth++) {
      if (!this.nodes[depth]) return `${path}…`;
      if (this.lists[depth] === 1) {
        const index = this.counts[depth]! - 1;
        if (index >= 0) path += `[${index}]`;
      } else {
        const name = this.names[depth];
        if (name !== undefined) path += member(name);
      }
    }
    return path;
  }
}

function member(name: string): string {
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A longer name is none that a shape has. Cut, it is not, either. */
const FIELD_NAME: Keeping = { mostBytes: 100, cutsText: true };
const MAP_NAME: Keeping = { mostBytes: 1000, cutsText: false };
