// SPDX-License-Identifier: Apache-2.0
import type { ReportError, ReportErrorCode } from '@plimsoll/model';
import { Frames } from './frames.ts';
import type { JsonNode } from './jsonNode.ts';
import { documentStart, faultSentence, shownByte } from './jsonFaults.ts';
import { LiteralToken } from './literalToken.ts';
import { emptyValue, nodeFor } from './nodeFor.ts';
import { NumberToken } from './numberToken.ts';
import {
  AFTER_VALUE,
  COLON,
  DONE,
  FIRST_ITEM,
  FIRST_KEY,
  IN_LITERAL,
  IN_NUMBER,
  IN_STRING,
  IS_SPACE,
  ITEM,
  KEY,
  START,
  START_SPACE,
  VALUE,
} from './readerState.ts';
import { StringToken, type Keeping } from './stringToken.ts';
import { TextPool } from './textPool.ts';

/**
 * Reads one JSON document (RFC 8259, UTF-8) that is pushed to it in chunks, and
 * hands over the elements that the nodes name as soon as each has ended.
 *
 * Nothing else is kept: memory depends on the elements, time on the number of
 * bytes. How the document was cut into chunks changes nothing.
 */
export class JsonReader {
  /** What was kept of the outermost value so far. */
  root: unknown;
  error: ReportError | undefined;

  /** Bytes before the current chunk. */
  private before = 0;
  private state = START;
  /** What to do with the value that comes next, or is being read. */
  private node: JsonNode | undefined;
  private readonly frames = new Frames();
  private readonly pool = new TextPool();
  private readonly string = new StringToken(this.pool);
  private stringStart = 0;
  private readonly number = new NumberToken();
  private readonly literal = new LiteralToken();
  private readonly mostBytes: number;
  private readonly mostBytesText: string;

  /**
   * @param root - for the outermost value
   * @param mostBytes - one more is an error
   */
  constructor(root: JsonNode, mostBytes: number) {
    this.node = root;
    this.mostBytes = mostBytes;
    this.mostBytesText = `${Math.floor(mostBytes / 0x100000)} MiB`;
  }

  /** Reads a chunk. After an error, nothing more is read. */
  push(chunk: Uint8Array): ReportError | undefined {
    if (this.error) return this.error;
    const room = this.mostBytes - this.before;
    const bytes = chunk.length > room ? chunk.subarray(0, room) : chunk;
    let index = 0;
    while (index < bytes.length && !this.error) index = this.step(bytes, index);
    this.before += bytes.length;
    if (chunk.length > room && !this.error) {
      const message = `The document has more than ${this.mostBytesText}`;
      this.fail('too-large', this.before, message);
    }
    return this.error;
  }

  /** Says that no chunk follows. */
  end(): ReportError | undefined {
    if (this.error) return this.error;
    if (this.state === IN_NUMBER && this.number.isWhole) this.endNumber();
    if (this.state === START || this.state === START_SPACE) {
      this.fail('empty', this.before);
    } else if (this.state !== DONE) {
      this.fail('truncated', this.before);
    }
    return this.error;
  }

  private step(bytes: Uint8Array, index: number): number {
    switch (this.state) {
      case IN_STRING:
        return this.readString(bytes, index);
      case IN_NUMBER:
        return this.readNumber(bytes, index);
      case IN_LITERAL:
        return this.readLiteral(bytes, index);
      case START:
        return this.readStart(bytes, index);
      default:
        return this.readStructure(bytes, index);
    }
  }

  /** The first bytes, which may be a mark or no JSON at all. */
  private readStart(bytes: Uint8Array, index: number): number {
    const byte = bytes[index]!;
    const at = this.before + index;
    const fault = documentStart(byte, at);
    if (fault) this.fail(fault, at);
    else if (at < 3 && byte === BYTE_ORDER_MARK[at]) return index + 1;
    else if (at > 0 && at < 3) this.unexpected(byte, at, 'a document');
    else this.state = START_SPACE;
    return index;
  }

  private readStructure(bytes: Uint8Array, start: number): number {
    let index = start;
    while (index < bytes.length && IS_SPACE[bytes[index]!] === 1) index++;
    if (index === bytes.length) return index;
    const byte = bytes[index]!;
    const at = this.before + index;
    switch (this.state) {
      case AFTER_VALUE:
        this.readAfter(byte, at);
        break;
      case COLON:
        if (byte === 0x3a) this.state = VALUE;
        else this.unexpected(byte, at, 'a colon');
        break;
      case FIRST_KEY:
      case KEY:
        if (byte === QUOTE) this.beginKey(at);
        else if (byte === 0x7d && this.state === FIRST_KEY) this.close(at);
        else this.unexpected(byte, at, 'the name of a field');
        break;
      case FIRST_ITEM:
        if (byte === 0x5d) this.close(at);
        else this.beginItem(byte, at);
        break;
      case ITEM:
        this.beginItem(byte, at);
        break;
      case DONE:
        this.fail('trailing-content', at);
        break;
      default:
        this.beginValue(byte, at);
    }
    // What begins a number is its first digit, what begins a word its letter.
    return this.state === IN_NUMBER || this.state === IN_LITERAL
      ? index
      : index + 1;
  }

  private readAfter(byte: number, at: number): void {
    const { isList } = this.frames;
    if (byte === 0x2c) this.state = isList ? ITEM : KEY;
    else if (byte === (isList ? 0x5d : 0x7d)) this.close(at);
    else {
      const end = isList ? 'the list' : 'the object';
      this.unexpected(byte, at, `a comma or the end of ${end}`);
    }
  }

  private beginItem(byte: number, at: number): void {
    const fault = this.frames.nextItem();
    this.node = this.frames.child;
    if (fault) this.fail(fault, at);
    else this.beginValue(byte, at);
  }

  private beginValue(byte: number, at: number): void {
    const { node } = this;
    if (byte === QUOTE) {
      const keeps = node?.kind === 'text' || node?.scalars || node?.orText;
      this.beginString(keeps ? node : undefined, at);
    } else if (byte === 0x7b || byte === 0x5b) {
      this.open(byte === 0x5b, at);
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      this.number.begin(node?.kind === 'number' || node?.scalars === true);
      this.state = IN_NUMBER;
    } else if (this.literal.begin(byte)) {
      this.state = IN_LITERAL;
    } else {
      this.unexpected(byte, at, 'a value');
      return;
    }
    if (byte !== 0x6e && byte !== 0x7b && byte !== 0x5b) this.expectScalar(at);
  }

  /** A scalar stands here; is it one that the elements cannot be in? */
  private expectScalar(at: number): void {
    const { node } = this;
    if (!node?.required || this.error) return;
    const expected = node.kind === 'list' ? 'A list' : 'An object';
    this.fail('unexpected-type', at, `${expected} belongs here`);
  }

  private beginString(keeping: Keeping | undefined, at: number): void {
    this.string.begin(keeping);
    this.stringStart = at;
    this.state = IN_STRING;
  }

  private beginKey(at: number): void {
    this.frames.beginKey();
    this.beginString(this.frames.keyKeeping, at);
  }

  private readString(bytes: Uint8Array, start: number): number {
    const { string } = this;
    const index = string.scan(bytes, start);
    if (string.fault) {
      const whole = string.fault === 'text-too-long';
      this.fail(string.fault, whole ? this.stringStart : this.before + index);
    } else if (string.done) {
      if (this.frames.inKey) this.endKey(string.text);
      else this.endScalar(string.text);
    }
    return index;
  }

  private endKey(name: string | undefined): void {
    const fault = this.frames.endKey(name);
    if (fault) this.fail(fault, this.stringStart);
    this.node = this.frames.child;
    this.state = COLON;
  }

  private readNumber(bytes: Uint8Array, start: number): number {
    const index = this.number.scan(bytes, start);
    if (index === bytes.length) return index;
    if (this.number.isWhole) this.endNumber();
    else this.unexpected(bytes[index]!, this.before + index, 'a digit');
    return index;
  }

  private endNumber(): void {
    this.endScalar(this.number.value);
  }

  private readLiteral(bytes: Uint8Array, start: number): number {
    const { literal, node } = this;
    const index = literal.scan(bytes, start);
    if (literal.isWhole) {
      const keeps = node?.kind === 'flag' || node?.scalars;
      this.endScalar(keeps ? literal.value : undefined);
    } else if (index < bytes.length) {
      const at = this.before + index;
      this.unexpected(bytes[index]!, at, `"${literal.word}"`);
    }
    return index;
  }

  private endScalar(value: string | number | boolean | undefined): void {
    if (value !== undefined) this.keep(value);
    this.afterValue();
  }

  private keep(value: unknown): void {
    if (this.frames.depth === 0) this.root = value;
    else this.frames.attach(value);
  }

  private afterValue(): void {
    this.state = this.frames.depth === 0 ? DONE : AFTER_VALUE;
  }

  private open(isList: boolean, at: number): void {
    const wanted = nodeFor(this.node, isList);
    if (this.node?.required && !wanted) {
      const expected = isList ? 'An object' : 'A list';
      this.fail('unexpected-type', at, `${expected} belongs here`);
      return;
    }
    const value = wanted?.keeps ? emptyValue(wanted, isList) : undefined;
    if (wanted?.presence) this.keep(true);
    else if (value !== undefined && !wanted?.deliver) this.keep(value);
    if (!this.frames.push(isList, wanted, value)) {
      this.fail('too-deep', at);
      return;
    }
    this.state = isList ? FIRST_ITEM : FIRST_KEY;
  }

  private close(at: number): void {
    const { node, value } = this.frames.pop();
    this.afterValue();
    if (node?.deliver && !node.deliver(value)) {
      this.fail('too-many-findings', at);
    }
  }

  private unexpected(byte: number, at: number, expected: string): void {
    const zero = byte === 0 && at < 4;
    const message = `Expected ${expected}, found ${shownByte(byte)}`;
    if (zero) this.fail('utf-16', at);
    else this.fail('unexpected-byte', at, message);
  }

  private fail(code: ReportErrorCode, offset: number, message?: string): void {
    this.error ??= {
      code,
      message: message ?? faultSentence(code),
      offset,
      path: this.frames.path(),
    };
  }
}

const QUOTE = 0x22;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
