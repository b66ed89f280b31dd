// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import { MappedText } from '../../text/mappedText.ts';
import { decodeBlock, type BlockContent } from './decodeBlock.ts';
import { decodeDouble, decodePlain, decodeSingle } from './decodeFlow.ts';
import type { YamlAnchor, YamlTag } from './yamlTree.ts';

export type YamlScalarStyle =
  | 'plain'
  | 'single'
  | 'double'
  | 'literal'
  | 'folded';

/** What a scalar is made from. */
export interface YamlScalarParts extends TextRange {
  readonly source: string;
  readonly style: YamlScalarStyle;
  readonly tag: YamlTag | undefined;
  readonly anchor: YamlAnchor | undefined;
  /** Of a literal or a folded scalar. */
  readonly block: BlockContent | undefined;
}

/**
 * A value without parts, as text; its range has the quotes, or the header of a
 * block. What it means is left to a {@link YamlReader}.
 */
export class YamlScalar implements TextRange {
  readonly kind = 'scalar';
  readonly start: number;
  readonly end: number;
  readonly style: YamlScalarStyle;
  readonly tag: YamlTag | undefined;
  readonly anchor: YamlAnchor | undefined;
  readonly #source: string;
  readonly #block: BlockContent | undefined;
  #mapped: MappedText | undefined;

  constructor(parts: YamlScalarParts) {
    this.start = parts.start;
    this.end = parts.end;
    this.style = parts.style;
    this.tag = parts.tag;
    this.anchor = parts.anchor;
    this.#source = parts.source;
    this.#block = parts.block;
  }

  /** Where the text stands: without the header of a block. */
  get content(): TextRange {
    return this.#block ?? this;
  }

  /** Without quotes, escapes, folds and indentation. */
  get text(): string {
    return this.mapped.text;
  }

  /** The text, which knows where in the file each character stands. */
  get mapped(): MappedText {
    this.#mapped ??= this.#decode();
    return this.#mapped;
  }

  #decode(): MappedText {
    const source = this.#source;
    switch (this.style) {
      case 'plain':
        return decodePlain(source, this.start, this.end);
      case 'single':
        return decodeSingle(source, this.start + 1, this.end - 1);
      case 'double':
        return decodeDouble(source, this.start + 1, this.end - 1);
      case 'literal':
      case 'folded':
        return this.#block
          ? decodeBlock(source, this.#block, this.style === 'folded')
          : MappedText.at(this.end, '');
      default:
        return this.style satisfies never;
    }
  }
}
