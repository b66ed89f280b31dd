// SPDX-License-Identifier: Apache-2.0

/** What is put to Docker's libraries and to our parsers alike. */
export interface Questions {
  dockerfile: { text: string; dockerignore?: string };
  word: { word: string; env: Record<string, string>; escape?: string };
  dockerignore: { text: string; paths: string[] };
  imageReference: { ref: string };
}

export type Kind = keyof Questions;

export const kinds: readonly Kind[] = [
  'dockerfile',
  'word',
  'dockerignore',
  'imageReference',
];

export interface HeredocAnswer {
  Name: string;
  Expand: boolean;
  Chomp: boolean;
  Content: string;
}

export interface NodeAnswer {
  /** The keyword, in lower case. */
  V: string;
  /** The flags. */
  F: readonly string[] | null;
  /** The arguments. */
  A: readonly string[] | null;
  /** Whether the arguments are in JSON form. */
  J: boolean;
  /** The first line, from 1. */
  S: number;
  /** The last line. */
  E: number;
  /** The heredocs. */
  H: readonly HeredocAnswer[] | null;
  /** The instruction inside ONBUILD. */
  Sub: NodeAnswer | null;
}

/** The answers, with the keys of the recorded ones. */
export interface Answers {
  dockerfile: {
    escape: string;
    warnings: number;
    error: string | null;
    errorLine?: number;
    nodes: readonly NodeAnswer[] | null;
    checkError: string | null;
    checkErrorLine?: number;
    /** All lines that may be named, where chance decides in BuildKit. */
    checkErrorLines?: readonly number[];
  };
  word: {
    value: string | null;
    unmatched: readonly string[] | null;
    error: string | null;
    words: readonly string[] | null;
    wordsError: string | null;
  };
  dockerignore: {
    patterns: readonly string[] | null;
    excluded: readonly boolean[] | null;
    error: string | null;
  };
  imageReference: {
    domain: string;
    path: string;
    tag: string;
    digest: string;
    familiar: string;
    full: string;
    error: string | null;
  };
}

/** Something that answers at once: our parsers. */
export type Responder = {
  [K in Kind]: (question: Questions[K]) => Answers[K];
};
