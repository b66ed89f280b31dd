// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { HASH } from '../../text/characters.ts';
import { endOfComment } from './yamlGap.ts';
import type { YamlDocument, YamlNode } from './yamlTree.ts';

/** A comment; the range begins with its `#`. */
export interface YamlComment extends TextRange {
  /** Behind the `#`. */
  readonly text: string;
}

/**
 * The comments of a document, in order; none of one that cannot be read.
 *
 * @param text - that of the whole file
 */
export function yamlComments(
  text: string,
  document: YamlDocument,
): readonly YamlComment[] {
  if (!document.root) return [];
  const comments: YamlComment[] = [];
  let cursor = document.start;
  for (const { start, end } of solidRanges(document.root)) {
    collect(text, cursor, start, comments);
    cursor = Math.max(cursor, end);
  }
  collect(text, cursor, document.end, comments);
  return comments;
}

/** In a gap between nodes, a `#` can only begin a comment or end a tag. */
function collect(
  text: string,
  start: number,
  end: number,
  comments: YamlComment[],
): void {
  let index = start;
  while (index < end) {
    if (text.charCodeAt(index) === HASH && isFree(text, index)) {
      const stop = Math.min(endOfComment(text, index), end);
      comments.push({
        text: text.slice(index + 1, stop),
        start: index,
        end: stop,
      });
      index = stop;
    } else index++;
  }
}

function isFree(text: string, index: number): boolean {
  return index === 0 || /[\s\ufeff]/.test(text[index - 1]!);
}

/** Everything that has text of its own, in the order of the text. */
function* solidRanges(root: YamlNode): Generator<TextRange> {
  const open: YamlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== 'alias') {
      const { anchor, tag } = node;
      if (anchor && tag && tag.start < anchor.start) yield* [tag, anchor];
      else yield* [anchor, tag].filter(part => part !== undefined);
    }
    switch (node.kind) {
      case 'alias':
        yield node;
        break;
      case 'scalar':
        // A comment may stand in the header of a block.
        yield node.content;
        break;
      case 'mapping':
        for (let index = node.pairs.length - 1; index >= 0; index--) {
          open.push(node.pairs[index]!.value, node.pairs[index]!.key);
        }
        break;
      case 'sequence':
        for (let index = node.items.length - 1; index >= 0; index--) {
          open.push(node.items[index]!);
        }
        break;
      default:
        node satisfies never;
    }
  }
}
