// SPDX-License-Identifier: Apache-2.0
import type { PlacedFinding, TextRange } from '@plimsoll/model';
import { fileSecrets } from '../artifacts/maskedFile.ts';
import type { Repository, Subject } from '../artifacts/repository.ts';
import type { Rule } from '../rules/rule.ts';
import type { FindingDraft, FindingExtras } from '../rules/verdict.ts';
import { createMasker } from '../secrets/createMasker.ts';
import type { Secret } from '../secrets/findSecrets.ts';
import { LineIndex } from '../text/lines.ts';
import { compareText } from '../text/order.ts';
import { printable } from '../text/printable.ts';

/** More of a value does not help a reader; in UTF-16 units. */
const MAX_VALUE_LENGTH = 120;

/** Gives findings their text, and their place for a reader. */
export class FindingWriter {
  readonly #repository: Repository;
  readonly #lines = new Map<string, LineIndex>();
  readonly #secrets = new Map<string, readonly Secret[]>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** In the order of the text; at one place as they are ranked. */
  write(
    { info, messages }: Rule,
    { path: judged, role }: Pick<Subject, 'path' | 'role'>,
    drafts: readonly FindingDraft[],
  ): PlacedFinding[] {
    const isCounted = info.lifecycle === 'stable' && role !== 'excluded';
    const ordered = drafts.some(({ extras }) => extras?.rank !== undefined)
      ? [...drafts].sort(byRank)
      : drafts;
    const findings = ordered.map(draft => {
      const { messageId, extras } = draft;
      const { count = 1, action } = extras ?? NO_EXTRAS;
      const path = draft.at.path ?? judged;
      const severity = draft.severity ?? info.severity;
      const range = { start: draft.at.start, end: draft.at.end };
      const data = cleanData(draft.data, this.#maskerAt(path, range));
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
        ...(count > 1 && { count }),
        ...(action && { action }),
        scored: isCounted && severity !== 'info',
      };
    });
    return findings.sort(ordered === drafts ? byPlaceAndText : byPlace);
  }

  /** Masks words that come from a place. */
  #maskerAt(path: string, { start, end }: TextRange): Masker {
    let secrets = this.#secrets.get(path);
    if (!secrets) {
      secrets = fileSecrets(this.#repository, path);
      this.#secrets.set(path, secrets);
    }
    const there = secrets.filter(one => one.start < end && start < one.end);
    return createMasker(this.#repository.tree.get(path)?.text ?? '', there);
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

const NO_EXTRAS: FindingExtras = {};

function byRank({ extras: a }: FindingDraft, { extras: b }: FindingDraft) {
  return (a?.rank ?? 0) - (b?.rank ?? 0);
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end
  );
}

function byPlaceAndText(a: PlacedFinding, b: PlacedFinding): number {
  return byPlace(a, b) || compareText(a.message, b.message);
}

type Masker = (word: string) => string;

function cleanData(
  data: FindingDraft['data'],
  mask: Masker,
): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const name of Object.keys(data)) {
    clean[name] = shorten(printable(mask(data[name]!)));
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
