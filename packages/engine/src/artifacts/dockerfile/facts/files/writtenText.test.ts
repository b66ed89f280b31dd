// SPDX-License-Identifier: Apache-2.0
import { expectLinear } from '../../../../testing/expectLinear.ts';
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import type { Step } from '../../stages/stage.ts';
import { writtenLines } from './writtenText.ts';

function lastStep(text: string): Step {
  const build = resolveBuild(parseDockerfile(text));
  return build.stages.at(-1)!.steps.at(-1)!;
}

function written(instruction: string): string[] {
  const text = `FROM x\n${instruction}\n`;
  return writtenLines(lastStep(text)).map(({ path, text: line }) =>
    [path, line].join(': '),
  );
}

it.each([
  ['echo', 'RUN echo a b > /f', ['/f: a', '/f: b']],
  ['echo of several lines', "RUN <<E\necho 'a\nb' >> f\nE", ['f: a', 'f: b']],
  ['printf', "RUN printf 'a\\nb\\n' > /f", ['/f: a', '/f: b']],
  ['tee', 'RUN echo a | sudo tee -a /f', ['/f: a']],
  ['a heredoc', 'RUN cat <<E > /f\na\n\nb\nE', ['/f: a', '/f: b']],
  ['a heredoc of tee', 'RUN tee /f <<E >/dev/null\na\nE', ['/f: a']],
  ['COPY', 'COPY <<E /f\na\nE', ['/f: a']],
  ['an edit', "RUN sed -i 's/a/b/g; s|c|d|' /f", ['/f: b', '/f: d']],
  ['an edit that adds', "RUN sed -i '$ a b c' /f", ['/f: b c']],
  ['another script', "RUN sh -c 'echo a > /f'", ['/f: a']],
  ['nothing by echo alone', 'RUN echo a', []],
  ['nothing for another program', 'RUN echo a | grep b', []],
  ['nothing by an edit that shows', "RUN sed 's/a/b/' /f", []],
  ['nothing by an edit that deletes', "RUN sed -i '/a/d' /f", []],
  ['nothing by COPY of files', 'COPY a /f', []],
])('reads what is written by %s', (_, instruction, expected) => {
  expect(written(instruction)).toEqual(expected);
});

it.each([
  ['RUN echo ab > /f', 'ab'],
  ["RUN echo 'a b' > /f", 'a b'],
  ['RUN cat <<E > /f\nx\nab\nE', 'ab'],
  ['COPY <<E /f\nx\nab\nE', 'ab'],
  // The replacement has no place of its own.
  ["RUN sed -i 's/a/b/' /f", "'s/a/b/'"],
])('has the place of the last line of %j', (instruction, expected) => {
  const text = `FROM x\n${instruction}\n`;
  const { start, end } = writtenLines(lastStep(text)).at(-1)!;
  expect(text.slice(start, end)).toBe(expected);
});

it.each([
  ['blank lines', '\n'],
  ['short lines', 'a\n'],
  ['escapes', 'a\\nb\\n\n'],
])('takes linear time for %s', (_, part) => {
  expectLinear(
    count => lastStep(`FROM x\nCOPY <<E /f\n${part.repeat(count)}\nE\n`),
    writtenLines,
  );
});
