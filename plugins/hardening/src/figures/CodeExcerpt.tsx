// SPDX-License-Identifier: Apache-2.0
import type { Excerpt } from '@plimsoll/plugin-hardening-common';
import text from '../text.module.css';
import { join } from '../words/join';
import styles from './CodeExcerpt.module.css';

/** Lines of a file, with one marked by a sign, a tint and its place. */
export function CodeExcerpt({
  excerpt: { path, lines, mark },
  label,
}: {
  readonly excerpt: Excerpt;
  readonly label: string;
}) {
  const isDockerfile = /dockerfile|containerfile/i.test(path);
  return (
    <div
      className={styles.excerpt}
      role="group"
      aria-label={label}
      // Long lines scroll, also with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <pre className={styles.lines}>
        {lines.map(({ number, text: line }) => {
          const isMarked = number === mark.line;
          return (
            <code
              key={number}
              className={join(styles.line, isMarked && styles.marked)}
            >
              <span className={styles.number}>{number}</span>
              <span className={styles.sign} aria-hidden="true">
                {isMarked ? '▸' : ''}
              </span>
              {isMarked && <span className={text.unseen}>marked: </span>}
              <Pieces
                line={line}
                instruction={isDockerfile ? endOfInstruction(line) : 0}
                start={isMarked ? mark.start : 0}
                end={isMarked ? mark.end : 0}
              />
            </code>
          );
        })}
      </pre>
    </div>
  );
}

/** A line whose instruction is bold, and whose marked part has a tint. */
function Pieces({
  line,
  instruction,
  start,
  end,
}: {
  readonly line: string;
  readonly instruction: number;
  readonly start: number;
  readonly end: number;
}) {
  const cuts = [0, instruction, start, end, line.length].sort((a, b) => a - b);
  return (
    <>
      {cuts.slice(1).map((to, at) => {
        const from = cuts[at]!;
        if (from === to) return null;
        const piece = line.slice(from, to);
        const words = to <= instruction ? <b>{piece}</b> : piece;
        return from >= start && to <= end ? (
          <mark key={from} className={styles.mark}>
            {words}
          </mark>
        ) : (
          <span key={from}>{words}</span>
        );
      })}
    </>
  );
}

const INSTRUCTION =
  /^\s*(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?=\s)/i;

/** Where the word ends with which a line of a Dockerfile begins; 0 for none. */
function endOfInstruction(line: string): number {
  return INSTRUCTION.exec(line)?.[0].length ?? 0;
}
