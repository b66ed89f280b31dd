// SPDX-License-Identifier: Apache-2.0
import { judge, RULES, type Policy, type SourceFile } from '@plimsoll/engine';
import { checkLine, errorLine, type CheckLine } from './checkLine.ts';

/** What holds for all lines. */
export interface JudgeOptions {
  readonly policy: Policy;
  readonly now: Date;
}

/** Lines that follow each other. */
export interface LineGroup {
  /** Of the first, from 1. */
  readonly number: number;
  readonly lines: readonly string[];
}

/** Answers lines, each with one; those that are blank have none. */
export function judgeLines(
  { number, lines }: LineGroup,
  options: JudgeOptions,
): string {
  let answers = '';
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    answers += `${write(answer(line, number + index, options))}\n`;
  });
  return answers;
}

const INFOS = new Map(RULES.map(({ info }) => [info.id, info]));

function answer(
  line: string,
  number: number,
  options: JudgeOptions,
): CheckLine {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    // The parser's own words quote the line, which may hold a secret.
    return errorLine(null, `line ${number} is no JSON`);
  }
  if (!isObject(request)) {
    return errorLine(null, `line ${number} is no object with "id" and "files"`);
  }
  const { id, files } = request;
  if (id === undefined) return errorLine(null, `line ${number} has no "id"`);
  if (!isObject(files)) {
    return errorLine(id, `line ${number} has no "files" that is an object`);
  }
  const sources: SourceFile[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (typeof text !== 'string') {
      const name = JSON.stringify(path);
      return errorLine(id, `line ${number}: the text of ${name} is no string`);
    }
    sources.push({ path, size: Buffer.byteLength(text), text });
  }
  try {
    const input = { files: sources, listing: 'complete', ...options } as const;
    return checkLine(id, judge(input), INFOS);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return errorLine(id, `line ${number} failed: ${message}`);
  }
}

/** An id can nest deeper than it can be written. */
function write(line: CheckLine): string {
  try {
    return JSON.stringify(line);
  } catch {
    return JSON.stringify({ ...line, id: null });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
