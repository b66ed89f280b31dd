// SPDX-License-Identifier: Apache-2.0

/**
 * What to keep of a JSON value. Everything else is checked and passed over.
 *
 * `text` is an identifier or name, refused when it is longer than
 * {@link MOST_TEXT_BYTES}; `prose` is cut after {@link MOST_PROSE_BYTES};
 * `presence` says that a list or object is there, of whatever content.
 *
 * A value of another type than its shape is absent.
 */
export type Shape = Scalar | ListShape | MapShape | TextOrShape | Fields;

export type Scalar = 'text' | 'prose' | 'number' | 'flag' | 'presence';

/** An object; of its members the named ones alone. */
export interface Fields {
  readonly [name: string]: Shape;
}

export type ListShape = readonly ['list' | 'first', Shape];

/** An object whose names are data. */
export type MapShape = readonly ['map', Shape];

/** A text, or an object. */
export type TextOrShape = readonly ['textOr', Fields];

export const MOST_TEXT_BYTES = 4096;
export const MOST_PROSE_BYTES = 1000;
/** Items of a list, members of a map: of those that are kept. */
export const MOST_ITEMS = 1000;

/** Keeps each item of a list; those of another type are left out. */
export function listOf<const Item extends Shape>(
  item: Item,
): readonly ['list', Item] {
  return ['list', item];
}

/** Keeps the first item of a list, in a list; the others are passed over. */
export function firstOf<const Item extends Shape>(
  item: Item,
): readonly ['first', Item] {
  return ['first', item];
}

/** Keeps a text, or an object: tools have changed their minds. */
export function textOr<const Object extends Fields>(
  fields: Object,
): readonly ['textOr', Object] {
  return ['textOr', fields];
}

/** Keeps each member of an object, whatever it is called. */
export function mapOf<const Item extends Shape>(
  item: Item,
): readonly ['map', Item] {
  return ['map', item];
}

/** What a value of a shape is read as. */
export type ShapeValue<S> = S extends 'text' | 'prose'
  ? string
  : S extends 'number'
  ? number
  : S extends 'flag'
  ? boolean
  : S extends 'presence'
  ? true
  : S extends readonly ['list' | 'first', infer Item]
  ? readonly ShapeValue<Item>[]
  : S extends readonly ['map', infer Item]
  ? ReadonlyMap<string, ShapeValue<Item>>
  : S extends readonly ['textOr', infer Object]
  ? string | ShapeValue<Object>
  : { readonly [Name in keyof S]?: ShapeValue<S[Name]> };
