// SPDX-License-Identifier: Apache-2.0

// What a reader expects next.
export const START = 0;
export const START_SPACE = 1;
export const VALUE = 2;
export const FIRST_ITEM = 3;
export const ITEM = 4;
export const FIRST_KEY = 5;
export const KEY = 6;
export const COLON = 7;
export const AFTER_VALUE = 8;
export const DONE = 9;
export const IN_STRING = 10;
export const IN_NUMBER = 11;
export const IN_LITERAL = 12;

/** 1 for the bytes that may stand between the parts of a document. */
export const IS_SPACE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d ? 1 : 0,
);
