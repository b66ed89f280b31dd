// SPDX-License-Identifier: Apache-2.0
import {
  createExcerpts,
  displayPoints,
  type Excerpt,
  type PointsColumn,
  type SourceFile,
} from '@plimsoll/engine';
import type {
  Assessment,
  ControlScore,
  RuleInfo,
  TextRange,
} from '@plimsoll/model';
import type { Page } from '../terminal/page.ts';

/** What is written about, and for whom. */
export interface View {
  readonly title: string;
  readonly assessment: Assessment;
  readonly page: Page;
  /** Whether no list is to be cut. */
  readonly showAll: boolean;
  /** Where the points went; undefined where there is no score. */
  readonly points: PointsColumn | undefined;
  infoOf(rule: string): RuleInfo | undefined;
  /** What the rule's control lost, and by which rules; most do not cost. */
  costOf(rule: string): Cost | undefined;
  excerptOf(path: string, range: TextRange): Excerpt | undefined;
}

/** The points that a control lost. */
export interface Cost {
  /** With one decimal. */
  readonly points: string;
  readonly control: ControlScore;
}

/** Gathers what the sections of the text look up. */
export function createView(
  given: Pick<View, 'title' | 'assessment' | 'page' | 'showAll'>,
  files: readonly SourceFile[],
  rules: readonly RuleInfo[],
): View {
  const { assessment } = given;
  const points = displayPoints(assessment);
  const infos = new Map(rules.map(info => [info.id, info]));
  const costs = costsByRule(assessment, points);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const excerpts = new Map<string, (range: TextRange) => Excerpt>();
  return {
    ...given,
    points,
    infoOf: rule => infos.get(rule),
    costOf: rule => costs.get(rule),
    excerptOf(path, range) {
      const text = texts.get(path);
      if (text === undefined) return undefined;
      let cut = excerpts.get(path);
      if (!cut) excerpts.set(path, (cut = createExcerpts(text)));
      return cut(range);
    },
  };
}

function costsByRule(
  { controls }: Assessment,
  points: PointsColumn | undefined,
): Map<string, Cost> {
  const costs = new Map<string, Cost>();
  controls.forEach((control, index) => {
    const lost = points?.controls[index];
    if (lost === undefined) return;
    for (const rule of control.rules)
      costs.set(rule, { points: lost, control });
  });
  return costs;
}
