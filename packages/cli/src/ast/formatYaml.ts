// SPDX-License-Identifier: Apache-2.0
import {
  LineIndex,
  printable,
  type YamlDocument,
  type YamlNode,
  type YamlStream,
} from '@plimsoll/engine/parsers';
import pc from 'picocolors';

/** Widest text of a scalar; what is longer ends with an ellipsis. */
const TEXT_WIDTH = 60;

/** How far a level is moved to the right, at most. */
const MOST_INDENTED = 40;

/**
 * The documents of a YAML file for a person: keys, values and items with line
 * and column, what is odd about them, and why a document cannot be read.
 */
export function formatYaml(file: string, stream: YamlStream): string {
  return new YamlPrinter(file, stream).print();
}

/** A node that is still to be printed. */
interface Pending {
  readonly label: string;
  readonly node: YamlNode;
  readonly depth: number;
}

class YamlPrinter {
  readonly #file: string;
  readonly #stream: YamlStream;
  readonly #lines: LineIndex;
  readonly #output: string[] = [];

  constructor(file: string, stream: YamlStream) {
    this.#file = file;
    this.#stream = stream;
    this.#lines = new LineIndex(stream.text);
  }

  print(): string {
    const { documents } = this.#stream;
    const noun = documents.length === 1 ? 'document' : 'documents';
    const name = pc.bold(printable(this.#file));
    this.#output.push(`${name}  ${pc.dim(`${documents.length} ${noun}`)}`);
    for (const [index, document] of documents.entries()) {
      this.#output.push('', pc.bold(`Document ${index + 1}`));
      if (document.root) this.#printTree(document.root);
      this.#printProblems(document);
    }
    return `${this.#output.join('\n')}\n`;
  }

  #printTree(root: YamlNode): void {
    const pending: Pending[] = [{ label: '', node: root, depth: 0 }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      this.#printNode(next);
      for (const part of partsOf(next).reverse()) pending.push(part);
    }
  }

  #printNode({ label, node, depth }: Pending): void {
    const indent = '  '.repeat(Math.min(depth, MOST_INDENTED));
    const place = pc.dim(this.#place(node.start, node.end));
    const words = [label && pc.cyan(label), describeNode(node), ` ${place}`];
    this.#output.push(indent + words.filter(word => word !== '').join(' '));
  }

  #printProblems({ error, duplicates }: YamlDocument): void {
    if (error) {
      const place = this.#place(error.start, error.start);
      const message = `cannot be read: ${error.message}`;
      this.#output.push(
        pc.red(`${printable(this.#file)}:${place}: ${message}`),
      );
    }
    for (const { key, first, second } of duplicates) {
      const place = this.#place(second.start, second.start);
      const { line } = this.#lines.positionAt(first.start);
      const message = `the key "${shorten(
        key,
      )}" stands in line ${line} already`;
      this.#output.push(
        pc.yellow(`${printable(this.#file)}:${place}: ${message}`),
      );
    }
  }

  /** `3:5–12` within a line, `3:5–4:2` across lines. */
  #place(start: number, end: number): string {
    const from = this.#lines.positionAt(start);
    const to = this.#lines.positionAt(end);
    const first = `${from.line}:${from.column}`;
    if (start === end) return first;
    if (from.line === to.line) return `${first}–${to.column}`;
    return `${first}–${to.line}:${to.column}`;
  }
}

function partsOf({ node, depth }: Pending): Pending[] {
  switch (node.kind) {
    case 'mapping':
      return node.pairs.map(({ key, value }) => ({
        label: `${
          key.kind === 'scalar' ? shorten(key.text) : describeNode(key)
        }:`,
        node: value,
        depth: depth + 1,
      }));
    case 'sequence':
      return node.items.map(item => ({
        label: '-',
        node: item,
        depth: depth + 1,
      }));
    default:
      return [];
  }
}

function describeNode(node: YamlNode): string {
  if (node.kind === 'alias') return pc.magenta(`*${shorten(node.name)}`);
  const { tag, anchor } = node;
  const marks = [
    tag && pc.magenta(`!<${shorten(tag.name)}>`),
    anchor && pc.magenta(`&${shorten(anchor.name)}`),
  ].filter(mark => mark !== undefined);
  return [...marks, contentOf(node)].join(' ');
}

function contentOf(node: Exclude<YamlNode, { kind: 'alias' }>): string {
  switch (node.kind) {
    case 'mapping':
      return pc.dim(count(node.pairs.length, 'key'));
    case 'sequence':
      return pc.dim(count(node.items.length, 'item'));
    case 'scalar':
      return node.style === 'plain'
        ? shorten(node.text)
        : `${shorten(node.text)} ${pc.dim(node.style)}`;
    default:
      return node satisfies never;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function shorten(text: string): string {
  const shown = printable(text.slice(0, TEXT_WIDTH + 1));
  return shown.length <= TEXT_WIDTH
    ? shown
    : `${shown.slice(0, TEXT_WIDTH - 1)}…`;
}
