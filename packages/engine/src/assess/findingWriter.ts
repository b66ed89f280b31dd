// SPDX-License-Identifier: Apache-2.0
import type { PlacedFinding } from '@plimsoll/model';
import type { Repository, Subject } from '../artifacts/repository.ts';
import type { Rule } from '../rules/rule.ts';
import type { FindingDraft } from '../rules/verdict.ts';
import { maskSecrets } from '../secrets/maskSecrets.ts';
import { LineIndex } from '../text/lines.ts';
import { compareText } from '../text/order.ts';
import { printable } from '../text/printable.ts';

/** More of a value does not help a reader; in UTF-16 units. */
const MAX_VALUE_LENGTH = 120;

/** Gives findings their text, and their place for a reader. */
export class FindingWriter {
  readonly #repository: Repository;
  readonly #lines = new Map<string, LineIndex>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** In the order of the text. */
  write(
    { info, messages }: Rule,
    { path: judged, role }: Pick<Subject, 'path' | 'role'>,
    drafts: readonly FindingDraft[],
  ): PlacedFinding[] {
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
    return findings.sort(byPlace);
  }

  #lineIndex(path: string): LineIndex {
    let lines = this.#lines.get(path);
    if (!lines) {
      lines = new LineIndex(this.#repository.tree.get(path)?.text ?? '');
      this.#lines.set(path, lines);
    }
    return lines;
  }
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
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
