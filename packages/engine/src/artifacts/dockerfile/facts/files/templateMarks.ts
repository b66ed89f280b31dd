// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import type { DockerfileSource } from '../../../dockerfileArtifact.ts';

/** A place that another tool replaces before Docker reads the file. */
export interface TemplateMark extends TextRange {
  /** `${project.version}`, `{{ image }}`. */
  readonly text: string;
}

/**
 * The places at which Docker refuses a file only because it is a template:
 * properties as Maven and dev containers write them, and the marks of Jinja, Go
 * templates and ERB. Docker itself can make nothing of any of them.
 *
 * @returns in the order of the text
 */
export function templateMarks({
  text,
  build,
}: DockerfileSource): TemplateMark[] {
  if (build.refusals.length === 0) return [];
  const marks = build.refusals.flatMap(({ start, end }) => {
    // An instruction that nobody knows is refused at its first word.
    const [line = ''] = text.slice(start, start + MAX_LENGTH).split('\n', 1);
    const mark = MARK.exec(line);
    if (!mark || start + mark.index >= end) return [];
    const from = start + mark.index;
    return [{ text: mark[0], start: from, end: from + mark[0].length }];
  });
  return marks.sort((a, b) => a.start - b.start);
}

/** More of a line is not looked at. */
const MAX_LENGTH = 400;

/** `${a.b}` and `${a:b}`, but not `${a:-b}`; `{{ }}`, `{% %}`, `<% %>`. */
const MARK =
  /\$\{[A-Za-z_]\w*[.:][A-Za-z][\w.-]*\}|\{\{[^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>/;
