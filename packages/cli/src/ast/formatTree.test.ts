// SPDX-License-Identifier: Apache-2.0
import { stripVTControlCharacters } from 'node:util';
import { parseDockerfile, resolveBuild } from '@plimsoll/engine/parsers';
import { formatTree } from './formatTree.ts';

function tree(text: string): string {
  const build = resolveBuild(parseDockerfile(text));
  return stripVTControlCharacters(formatTree('Dockerfile', build));
}

it('shows stages, instructions, their parts and places', () => {
  expect(
    tree(
      'ARG V=22\nFROM node:$V AS a\nRUN --network=none x \\\n  && y "z"\nFROM a\nCMD ["b"]\n',
    ),
  ).toMatchInlineSnapshot(`
    "Dockerfile  5 instructions, 2 stages
    ARG line 1
    └─ V=22  1:5–9

    Stage 0 "a" on image docker.io/library/node:22
    FROM line 2
    ├─ node:$V  2:6–13
    ├─ AS       2:14–16
    └─ a        2:17–18
    RUN line 3–4
    ├─ --network=none  3:5–19  flag
    ├─ x   && y "z"    3:20–4:11
    ├─ x               3:20–21  command
    └─ y z             4:6–7  command

    Stage 1 on stage a (target)
    FROM line 5
    └─ a  5:6–7
    CMD line 6 exec form
    ├─ b  6:6–9
    └─ b  6:6–9  command
    "
  `);
});

it('shows why Docker refuses the file, with the line', () => {
  expect(tree('ARG BASE\nFROM $BASE\nCOPY --form=a b c\n'))
    .toMatchInlineSnapshot(`
    "Dockerfile  3 instructions, 1 stage
    ARG line 1
    └─ BASE  1:5–9

    Stage 0 on an image that BASE names (target)
    FROM line 2
    └─ $BASE  2:6–11
    COPY line 3
    ├─ --form=a  3:6–14  flag
    ├─ b         3:15–16
    └─ c         3:17–18

    Dockerfile:3:6: Docker refuses this file: unknown flag: --form
    3 │ COPY --form=a b c
      │      ^

    Dockerfile:2:6: Docker refuses this file: base name ($BASE) should not be blank (as long as BASE is unset)
    2 │ FROM $BASE
      │      ^
    "
  `);
});

it('shows the error of a file that cannot be read, and what stands before', () => {
  expect(tree('FROM a\nRUN <<E\n\u001b[31m\n')).toMatchInlineSnapshot(`
    "Dockerfile  1 instruction, 1 stage

    Stage 0 on image docker.io/library/a:latest (target)
    FROM line 1
    └─ a  1:6–7

    Dockerfile:2:1: Docker refuses this file: unterminated heredoc
    2 │ RUN <<E
      │ ^
    "
  `);
});

it('shows control and direction characters as escapes', () => {
  const shown = tree('FROM a\nRUN echo \u001b]0;x\u0007 \u202e\udcff\n');
  expect(shown).toContain('echo \\u{1b}]0;x\\u{7} \\u{202e}\\u{dcff}');
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
});
