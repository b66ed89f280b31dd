// SPDX-License-Identifier: Apache-2.0
import { OUTLINE_DEPTH, OUTLINE_MEMBERS } from './outline.ts';
import {
  MOST_ITEMS,
  MOST_PROSE_BYTES,
  MOST_TEXT_BYTES,
  type ListShape,
  type MapShape,
  type Shape,
  type TextOrShape,
} from './shape.ts';

/** Takes an element once its last byte was read; says whether it has room. */
export type Deliver = (value: unknown) => boolean;

/** Where elements are in a document, what to keep of each, who takes it. */
export type Elements = Readonly<
  Record<string, { readonly shape: Shape; readonly deliver: Deliver }>
>;

/** What the reader does with the value at one place of a document. */
export interface JsonNode {
  kind: 'object' | 'map' | 'list' | 'text' | 'number' | 'flag' | 'presence';
  /** Of an object. */
  readonly fields: Map<string, JsonNode>;
  /** Of a list or map: each item. */
  item: JsonNode | undefined;
  /** Of a list: whether items after the first are passed over. */
  firstItemOnly: boolean;
  /** Of a list or map: how many items are kept. */
  mostItems: number;
  /** What happens to one more: it is passed over, or refused. */
  cutsItems: boolean;
  /** Of a text. */
  mostBytes: number;
  /** What happens to a longer one: it is cut, or refused. */
  cutsText: boolean;
  /** Scalars are read as well, of whatever type. */
  scalars: boolean;
  /** Texts are read as well. */
  orText: boolean;
  /** What it is for an object, when this node is for a list; see `outline`. */
  elseObject: JsonNode | undefined;
  /** The place of this field among those of its object, as a bit. */
  bit: number;
  /** A value of another type (null aside) ends the reading. */
  required: boolean;
  /** Set for an element: it goes there, and not into what surrounds it. */
  deliver: Deliver | undefined;
  /** Whether the value is built; other lists and objects lead to elements. */
  keeps: boolean;
  /** Of a list or object: whether `true` stands for it where it was found. */
  presence: boolean;
}

function makeNode(
  kind: JsonNode['kind'],
  some: Partial<JsonNode> = {},
): JsonNode {
  return {
    kind,
    fields: new Map(),
    item: undefined,
    firstItemOnly: false,
    mostItems: MOST_ITEMS,
    cutsItems: false,
    mostBytes: 0,
    cutsText: false,
    scalars: false,
    orText: false,
    elseObject: undefined,
    bit: 0,
    required: false,
    deliver: undefined,
    keeps: true,
    presence: false,
    ...some,
  };
}

/** Joins the shapes of all elements into one tree of nodes. */
export function compileElements(elements: Elements): JsonNode {
  const root = leadingNode();
  for (const [path, { shape, deliver }] of Object.entries(elements)) {
    const node = nodeAt(root, path);
    if (typeof shape === 'string' || isTagged(shape)) {
      throw new Error(`The element at "${path}" is no object`);
    }
    addFields(node, shape);
    node.keeps = true;
    node.deliver = deliver;
  }
  return root;
}

/** A node that only leads to elements, until a shape is added. */
function leadingNode(bit = 0): JsonNode {
  return makeNode('object', { required: true, keeps: false, bit });
}

/** A node that keeps an {@link Outline}. */
export function compileOutline(depth = OUTLINE_DEPTH): JsonNode {
  const text = {
    mostBytes: MOST_PROSE_BYTES,
    cutsText: true,
    scalars: true,
  };
  if (depth === 0) return makeNode('text', text);
  const item = compileOutline(depth - 1);
  const limits = { mostItems: OUTLINE_MEMBERS, cutsItems: true };
  const object = makeNode('map', { item, ...limits });
  return makeNode('list', {
    ...text,
    ...limits,
    item,
    firstItemOnly: true,
    elseObject: object,
  });
}

/** The node of a path such as `$.runs[*].results[*]`, made where absent. */
function nodeAt(root: JsonNode, path: string): JsonNode {
  let node = root;
  for (const [, name] of path.matchAll(/\.(\w+)|\[\*\]/g)) {
    if (name === undefined) {
      node.kind = 'list';
      node = node.item ??= leadingNode();
    } else {
      node = fieldOf(node, name);
    }
  }
  return node;
}

function fieldOf(node: JsonNode, name: string): JsonNode {
  let field = node.fields.get(name);
  if (!field) {
    field = leadingNode(nextBit(node));
    node.fields.set(name, field);
  }
  field.required = true;
  if (field.kind === 'presence') field.kind = 'object';
  return field;
}

/** Fields are told apart by the bits of one number. */
function nextBit(node: JsonNode): number {
  if (node.fields.size > 30) throw new Error('An object has too many fields');
  return 1 << node.fields.size;
}

function addFields(node: JsonNode, fields: Readonly<Record<string, Shape>>) {
  for (const [name, shape] of Object.entries(fields)) {
    const known = node.fields.get(name);
    if (!known) {
      node.fields.set(name, { ...fromShape(shape), bit: nextBit(node) });
    } else if (shape === 'presence') {
      known.presence = true;
    } else if (typeof shape === 'object' && !isTagged(shape)) {
      known.keeps = true;
      addFields(known, shape);
    } else {
      throw new Error(`"${name}" leads to elements`);
    }
  }
}

function fromShape(shape: Shape): JsonNode {
  if (shape === 'text') return makeNode('text', { mostBytes: MOST_TEXT_BYTES });
  if (shape === 'prose') {
    return makeNode('text', { mostBytes: MOST_PROSE_BYTES, cutsText: true });
  }
  if (shape === 'presence') return makeNode('presence', { presence: true });
  if (typeof shape === 'string') return makeNode(shape);
  if (isTagged(shape)) return fromTagged(shape);
  const node = makeNode('object');
  addFields(node, shape);
  return node;
}

type Tagged = ListShape | MapShape | TextOrShape;

function fromTagged(shape: Tagged): JsonNode {
  const item = fromShape(shape[1]);
  switch (shape[0]) {
    case 'first':
      return makeNode('list', { item, firstItemOnly: true });
    case 'textOr':
      return { ...item, orText: true, mostBytes: MOST_TEXT_BYTES };
    default:
      return makeNode(shape[0], { item });
  }
}

function isTagged(shape: Shape): shape is Tagged {
  return Array.isArray(shape);
}
