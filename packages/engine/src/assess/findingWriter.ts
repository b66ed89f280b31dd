// SPDX-License-Identifier: Apache-2.0
import type { Finding, TextRange } from '@plimsoll/model';
import { maskedFile } from '../artifacts/maskedFile.ts';
import type { Repository, Subject } from '../artifacts/repository.ts';
import type { Rule } from '../rules/rule.ts';
import type { FindingDraft } from '../rules/verdict.ts';
import { maskSecrets } from '../secrets/maskSecrets.ts';
import { digest } from '../text/digest.ts';
import { LineIndex } from '../text/lines.ts';
import { compareText } from '../text/order.ts';
import { printable } from '../text/printable.ts';

/** More of a value does not help a reader; in UTF-16 units. */
const MAX_VALUE_LENGTH = 120;

/** Gives findings their text, their place for a reader, and their fingerprint. */
export class FindingWriter {
  readonly #repository: Repository;
  readonly #lines = new Map<string, LineIndex>();
  readonly #masked = new Map<string, string>();
  /** How often a fingerprint was given: equal findings are counted. */
  readonly #seen = new Map<string, number>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** In the order of the text. */
  write(
    { info, messages }: Rule,
    { path: judged, role }: Pick<Subject, 'path' | 'role'>,
    drafts: readonly FindingDraft[],
  ): Finding[] {
    const isCounted = info.lifecycle === 'stable' && role !== 'excluded';
    const findings = drafts.map(draft => {
      const { messageId } = draft;
      const path = draft.at.path ?? judged;
      const severity = draft.severity ?? info.severity;
      const data = cleanData(draft.data);
      const range = { start: draft.at.start, end: draft.at.end };
      const lines = this.#lineIndex(path);
      return {
        path,
        range,
        start: lines.positionAt(range.start),
        end: lines.positionAt(range.end),
        severity,
        messageId,
        data,
        message: fillMessage(messages[messageId] ?? messageId, data),
        scored: isCounted && severity !== 'info',
      };
    });
    findings.sort(byPlace);
    return findings.map(finding => ({
      fingerprint: this.#fingerprint(info.id, finding),
      ...finding,
    }));
  }

  #lineIndex(path: string): LineIndex {
    let lines = this.#lines.get(path);
    if (!lines) {
      lines = new LineIndex(this.#repository.tree.get(path)?.text ?? '');
      this.#lines.set(path, lines);
    }
    return lines;
  }

  /** Of what stands there, not of where: it stays when lines move. */
  #fingerprint(
    rule: string,
    { path, messageId, data, range }: Omit<Finding, 'fingerprint'>,
  ): string {
    const parts = [rule, path, messageId, this.#textOf(path, range)];
    for (const name of Object.keys(data).sort()) parts.push(name, data[name]!);
    const key = JSON.stringify(parts);
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return digest([key, String(count)]).slice(0, 32);
  }

  #textOf(path: string, { start, end }: TextRange): string {
    let masked = this.#masked.get(path);
    if (masked === undefined) {
      masked = maskedFile(this.#repository, path);
      this.#masked.set(path, masked);
    }
    return masked.slice(start, end).replace(/\s+/g, ' ');
  }
}

type Place = Pick<Finding, 'path' | 'range' | 'message'>;

function byPlace(a: Place, b: Place): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(a.message, b.message)
  );
}

function cleanData(data: FindingDraft['data']): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const name of Object.keys(data)) {
    clean[name] = shorten(printable(maskSecrets(data[name]!)));
  }
  return clean;
}

function shorten(value: string): string {
  if (value.length <= MAX_VALUE_LENGTH) return value;
  const short = value.slice(0, MAX_VALUE_LENGTH - 1);
  return `${short.replace(/[\ud800-\udbff]$/, '')}…`;
}

function fillMessage(
  message: string,
  data: Readonly<Record<string, string>>,
): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? data[name]! : whole,
  );
}
