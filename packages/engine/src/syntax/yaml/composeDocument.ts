// SPDX-License-Identifier: Apache-2.0
import { MINUS } from '../../text/characters.ts';
import type { BlockContent } from './decodeBlock.ts';
import { KeyRegister } from './keyRegister.ts';
import { nameTag, tagHandles } from './nameTag.ts';
import {
  ALIAS,
  CHOMPINGS,
  DOCUMENT,
  FLOW,
  MAPPING,
  POP,
  SCALAR,
  SCALAR_STYLES,
  type AliasEvent,
  type CollectionEvent,
  type ScalarEvent,
  type YamlEvent,
} from './yamlEvents.ts';
import type { Anchored, Measure, Open, OpenNode } from './openNode.ts';
import {
  COLON,
  QUESTION,
  endOfFlow,
  skipGap,
  skipIndicators,
} from './yamlGap.ts';
import { MAX_DEPTH, MAX_VISITS } from './yamlLimits.ts';
import { YamlScalar } from './yamlScalar.ts';
import type {
  DuplicateKey,
  YamlAnchor,
  YamlError,
  YamlNode,
  YamlTag,
} from './yamlTree.ts';

/** Where the text of a document lies in its file. */
export interface Ground {
  readonly text: string;
  /** What to add to the offsets of events. */
  readonly base: number;
  /** Where its first node may begin. */
  readonly content: number;
}

export interface Composed {
  readonly root: YamlNode | undefined;
  readonly error: YamlError | undefined;
  readonly duplicates: readonly DuplicateKey[];
}

/** Makes a tree of the events of one document; without recursion. */
export function composeDocument(
  events: readonly YamlEvent[],
  ground: Ground,
): Composed {
  const composer = new Composer(ground);
  for (const event of events) {
    composer.take(event);
    if (composer.error) break;
  }
  const { error, duplicates } = composer;
  return { root: error ? undefined : composer.root, error, duplicates };
}

const NO_HANDLES: ReadonlyMap<string, string> = new Map();
const LEAF: Measure = { visits: 1, depth: 0 };

class Composer {
  readonly duplicates: DuplicateKey[] = [];
  root: YamlNode | undefined;
  error: YamlError | undefined;
  readonly #text: string;
  readonly #base: number;
  readonly #anchors = new Map<string, Anchored>();
  readonly #open: Open[] = [];
  #handles: ReadonlyMap<string, string> = NO_HANDLES;
  /** Behind the last thing that was read. */
  #cursor: number;

  constructor({ text, base, content }: Ground) {
    this.#text = text;
    this.#base = base;
    this.#cursor = content;
  }

  take(event: YamlEvent): void {
    switch (event.type) {
      case DOCUMENT:
        if (this.root) {
          this.#fail('unparsed', 'a document has no mark', this.#cursor);
        }
        this.#handles = tagHandles(event.directives);
        break;
      case SCALAR:
        this.#addScalar(event);
        break;
      case ALIAS:
        this.#addAlias(event);
        break;
      case POP:
        this.#close();
        break;
      default:
        this.#openCollection(event);
    }
  }

  #addScalar(event: ScalarEvent): void {
    const tag = this.#tagOf(event);
    const anchor = this.#anchorOf(event);
    const style = SCALAR_STYLES[event.style] ?? 'plain';
    let start: number;
    let end: number;
    let block: BlockContent | undefined;
    if (event.valueStart < 0) {
      start = end = tag || anchor ? this.#cursor : this.#emptyPlace();
    } else {
      start = event.valueStart + this.#base;
      end = event.valueEnd + this.#base;
      if (style === 'single' || style === 'double') {
        start--;
        end++;
      } else if (style !== 'plain') {
        const { indent } = event;
        const chomping = CHOMPINGS[event.chomping] ?? 'clip';
        block = { start, end, indent, chomping };
        start = skipIndicators(this.#text, this.#cursor);
        end = withoutBreaks(this.#text, start, end);
      }
    }
    const source = this.#text;
    const parts = { source, style, start, end, tag, anchor, block };
    const node = new YamlScalar(parts);
    this.#cursor = end;
    if (anchor) this.#anchors.set(anchor.name, { node, measure: LEAF });
    this.#place(node, LEAF);
  }

  /** Where a node would stand that has neither text, nor tag, nor anchor. */
  #emptyPlace(): number {
    const top = this.#open.at(-1);
    if (!top) return this.#cursor;
    const next = skipGap(this.#text, this.#cursor);
    const unit = this.#text.charCodeAt(next);
    const isKey = top.node.kind === 'mapping' && !top.key;
    if (isKey && unit === COLON) return next;
    const isSign =
      (isKey && unit === QUESTION) ||
      (top.node.kind === 'mapping' && !isKey && unit === COLON) ||
      (top.node.kind === 'sequence' && unit === MINUS);
    return isSign ? (this.#cursor = next + 1) : this.#cursor;
  }

  #addAlias(event: AliasEvent): void {
    const start = event.anchorStart - 1 + this.#base;
    const end = event.anchorEnd + this.#base;
    const name = this.#text.slice(start + 1, end);
    this.#cursor = end;
    const anchored = this.#anchors.get(name);
    if (!anchored) {
      this.#fail('unparsed', 'an alias has no anchor before it', start);
      return;
    }
    if (!anchored.measure) {
      this.#fail('unparsed', 'an alias stands in its own anchor', start);
      return;
    }
    const { visits, depth } = anchored.measure;
    const target = anchored.node;
    const node: YamlNode = { kind: 'alias', start, end, name, target };
    this.#place(node, { visits: visits + 1, depth });
  }

  #openCollection(event: CollectionEvent): void {
    const tag = this.#tagOf(event);
    const anchor = this.#anchorOf(event);
    const start = event.start + this.#base;
    const style = event.style === FLOW ? 'flow' : 'block';
    const shape = { start, end: start, style, tag, anchor } as const;
    const node: OpenNode =
      event.type === MAPPING
        ? { kind: 'mapping', ...shape, pairs: [] }
        : { kind: 'sequence', ...shape, items: [] };
    const keys = node.kind === 'mapping' ? new KeyRegister() : undefined;
    // `[a: b]`: a mapping in a sequence, without braces of its own. Its key
    // may have some, which is seen when that opens at the same offset.
    const above = this.#open.at(-1);
    const isAtBrace = this.#text[start] === '{' || this.#text[start] === '[';
    const isPair = style === 'flow' && !isAtBrace;
    if (above && isAtBrace && above.node.start === start) {
      this.#open[this.#open.length - 1] = { ...above, isPair: true };
    }
    this.#open.push({
      node,
      isPair,
      keys,
      key: undefined,
      visits: 1,
      depth: 0,
    });
    if (isAtBrace && style === 'flow') this.#cursor = start + 1;
    else this.#cursor = Math.max(this.#cursor, start);
    if (anchor) this.#anchors.set(anchor.name, { node, measure: undefined });
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const { node, isPair, visits, depth } = closed;
    if (node.style === 'flow' && !isPair) {
      this.#cursor = endOfFlow(this.#text, this.#cursor);
    }
    node.end = this.#cursor;
    const measure = { visits, depth: depth + 1 };
    const anchored = node.anchor && this.#anchors.get(node.anchor.name);
    // A node inside may have taken the name.
    if (anchored?.node === node) anchored.measure = measure;
    this.#place(node, measure);
  }

  #place(node: YamlNode, measure: Measure): void {
    const top = this.#open.at(-1);
    if (!top) {
      this.root = node;
      return;
    }
    top.visits += measure.visits;
    top.depth = Math.max(top.depth, measure.depth);
    if (top.visits > MAX_VISITS || top.depth > 2 * MAX_DEPTH) {
      this.#fail('too-complex', 'its aliases repeat too much', node.start);
      return;
    }
    if (top.node.kind === 'sequence') top.node.items.push(node);
    else if (!top.key) top.key = node;
    else {
      const duplicate = top.keys?.add(top.key);
      if (duplicate) this.duplicates.push(duplicate);
      top.node.pairs.push({ key: top.key, value: node });
      top.key = undefined;
    }
  }

  #tagOf(event: ScalarEvent | CollectionEvent): YamlTag | undefined {
    if (event.tagStart < 0) return undefined;
    const start = event.tagStart + this.#base;
    const end = event.tagEnd + this.#base;
    this.#cursor = Math.max(this.#cursor, end);
    const name = nameTag(this.#text.slice(start, end), this.#handles);
    return { name, start, end };
  }

  #anchorOf(event: ScalarEvent | CollectionEvent): YamlAnchor | undefined {
    if (event.anchorStart < 0) return undefined;
    const start = event.anchorStart - 1 + this.#base;
    const end = event.anchorEnd + this.#base;
    this.#cursor = Math.max(this.#cursor, end);
    return { name: this.#text.slice(start + 1, end), start, end };
  }

  #fail(reason: YamlError['reason'], message: string, start: number): void {
    this.error ??= { reason, message, start, end: start };
  }
}

function withoutBreaks(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && /[\n\r]/.test(text[index - 1]!)) index--;
  return index;
}
