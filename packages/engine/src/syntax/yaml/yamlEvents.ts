// SPDX-License-Identifier: Apache-2.0
import { parseEvents, YAMLException } from 'js-yaml';
import { MAX_DEPTH } from './yamlLimits.ts';

/** Tag and anchor of a node; -1 where it has none. */
interface NodeEvent {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  readonly tagEnd: number;
}

/** `%YAML` and `%TAG` before a document. */
export type DirectiveEvent =
  | { readonly kind: 'yaml'; readonly version: string }
  | { readonly kind: 'tag'; readonly handle: string; readonly prefix: string };

export interface DocumentEvent {
  readonly type: typeof DOCUMENT;
  readonly directives: readonly DirectiveEvent[];
}

export interface CollectionEvent extends NodeEvent {
  readonly type: typeof SEQUENCE | typeof MAPPING;
  readonly start: number;
  readonly style: number;
}

export interface ScalarEvent extends NodeEvent {
  readonly type: typeof SCALAR;
  /** Without quotes and the header of a block; -1 for an empty scalar. */
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly style: number;
  readonly chomping: number;
  /** Columns that do not belong to a block; -1 when it has no text. */
  readonly indent: number;
}

export interface AliasEvent {
  readonly type: typeof ALIAS;
  readonly anchorStart: number;
  readonly anchorEnd: number;
}

export interface PopEvent {
  readonly type: typeof POP;
}

/** What the parser meets, in the order of the text, with offsets in it. */
export type YamlEvent =
  | DocumentEvent
  | CollectionEvent
  | ScalarEvent
  | AliasEvent
  | PopEvent;

// The numbers are those of the library; a test compares them.
export const DOCUMENT = 1;
export const SEQUENCE = 2;
export const MAPPING = 3;
export const SCALAR = 4;
export const ALIAS = 5;
export const POP = 6;
export const FLOW = 2;
export const SCALAR_STYLES = [
  undefined,
  'plain',
  'single',
  'double',
  'literal',
  'folded',
] as const;
export const CHOMPINGS = [undefined, 'clip', 'strip', 'keep'] as const;

/** Why a text has no events. */
export interface YamlFailure {
  readonly kind: 'syntax' | 'indentation' | 'complexity';
  /** Part of a sentence, without anything from the text. */
  readonly message: string;
  readonly offset: number;
}

/** Part of a sentence, as in {@link YamlFailure}. */
export const TOO_MANY_NODES = 'it has too many nodes';

/** Counts nodes down over all documents of a file. */
export interface NodeBudget {
  nodes: number;
}

/**
 * Reads the events of a text.
 *
 * This is the only file that knows the library behind it. Never throws.
 *
 * @param budget - less by the nodes that were met
 */
export function readYamlEvents(
  text: string,
  budget: NodeBudget,
): readonly YamlEvent[] | YamlFailure {
  try {
    return parseEvents(text, { maxDepth: countingDepth(budget) });
  } catch (error) {
    return failureOf(error);
  }
}

class TooManyNodes extends Error {}

/**
 * The deepest nesting, as a number that counts how often it is asked for.
 *
 * The library compares it with the depth at every node, and has no other way
 * to end it before the events of a hostile text have filled the memory.
 */
function countingDepth(budget: NodeBudget): number {
  const depth = {
    valueOf() {
      if (--budget.nodes < 0) throw new TooManyNodes();
      return MAX_DEPTH;
    },
  };
  return depth as unknown as number;
}

function failureOf(error: unknown): YamlFailure {
  if (error instanceof TooManyNodes) {
    return { kind: 'complexity', message: TOO_MANY_NODES, offset: 0 };
  }
  if (!(error instanceof YAMLException)) {
    // Not expected: a defect of the library must not end an assessment.
    return { kind: 'syntax', message: 'the parser failed', offset: 0 };
  }
  const { reason, mark } = error;
  const offset = mark?.position ?? 0;
  if (reason.startsWith('nesting exceeded')) {
    const message = `it nests deeper than ${MAX_DEPTH}`;
    return { kind: 'complexity', message, offset };
  }
  const kind = reason === 'deficient indentation' ? 'indentation' : 'syntax';
  return { kind, message: withoutContent(reason), offset };
}

/** Names from the file stand in quotes or behind a colon. */
function withoutContent(reason: string): string {
  return reason.replace(/ ?"[^]*"|: [^]*$/, '');
}
