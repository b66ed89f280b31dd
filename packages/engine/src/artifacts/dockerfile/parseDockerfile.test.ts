// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../testing/arbitraryText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import type { Dockerfile, Instruction } from './dockerfile.ts';
import { parseDockerfile } from './parseDockerfile.ts';

/** The pieces of the file that flags and arguments point at. */
function places(text: string): (readonly [string, string])[] {
  const { instructions } = parseDockerfile(text);
  return instructions.flatMap(({ flags, args }) =>
    [...flags, ...args].map(
      word => [word.value, text.slice(word.start, word.end)] as const,
    ),
  );
}

describe('places', () => {
  it.each([
    [
      'words',
      'COPY a  b /c/',
      [
        ['a', 'a'],
        ['b', 'b'],
        ['/c/', '/c/'],
      ],
    ],
    [
      'a flag keeps its quotes in the file and loses them in the value',
      'COPY --from="a b" x y',
      [
        ['--from=a b', '--from="a b"'],
        ['x', 'x'],
        ['y', 'y'],
      ],
    ],
    [
      'a flag behind a continuation',
      'RUN \\\n  --network=none \\\n  ls',
      [
        ['--network=none', '--network=none'],
        ['ls', 'ls'],
      ],
    ],
    [
      'JSON strings with escapes',
      'CMD ["a\\tb", "c"]',
      [
        ['a\tb', '"a\\tb"'],
        ['c', '"c"'],
      ],
    ],
    [
      'pairs',
      'ENV A=1 B="x y"',
      [
        ['A', 'A'],
        ['1', '1'],
        ['=', '='],
        ['B', 'B'],
        ['"x y"', '"x y"'],
        ['=', '='],
      ],
    ],
    [
      'an empty value',
      'ENV A=',
      [
        ['A', 'A'],
        ['', ''],
        ['=', '='],
      ],
    ],
    [
      'the old form of ENV has an empty separator inside the line',
      'ENV a b c',
      [
        ['a', 'a'],
        ['b c', 'b c'],
        ['', ''],
      ],
    ],
    [
      'an argument across lines covers what it was joined from',
      'RUN a \\\n# comment\n  && b',
      [['a   && b', 'a \\\n# comment\n  && b']],
    ],
    [
      'behind a character of two units',
      'LABEL a="🐳" b=c',
      [
        ['a', 'a'],
        ['"🐳"', '"🐳"'],
        ['=', '='],
        ['b', 'b'],
        ['c', 'c'],
        ['=', '='],
      ],
    ],
    [
      'a type that ends within a character',
      'HEALTHCHECK CMDà x',
      [
        ['CMD\udcc3', 'CMDà'],
        ['x', 'x'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('gives a heredoc the range of its content', () => {
    const text = 'RUN <<-A cat <<B\n\ta\n\tA\nb\nB\nUSER 1\n';
    const [run] = parseDockerfile(text).instructions;
    const contents = run!.heredocs.map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(contents).toEqual(['\ta\n', 'b\n']);
  });

  it('gives the instruction inside an ONBUILD the lines of the ONBUILD', () => {
    const { instructions } = parseDockerfile('FROM a\nONBUILD RUN <<A\nx\nA\n');
    expect(instructions[1]!.onbuild).toMatchObject({
      keyword: 'run',
      startLine: 2,
      endLine: 4,
    });
  });
});

describe('errors', () => {
  it.each([
    ['an empty file', '', 'file with no instructions', 1],
    ['comments only', '# a\n# b\n', 'file with no instructions', 2],
    ['an open heredoc', 'FROM a\nRUN <<EOF\nx\n', 'unterminated heredoc', 2],
    [
      'an unknown escape',
      '# escape=x\nFROM a',
      "invalid escape token 'x' does not match ` or \\",
      1,
    ],
    [
      'a directive given twice',
      '# escape=`\n# escape=`\nFROM a',
      'only one escape parser directive can be used',
      2,
    ],
    [
      'an array of numbers',
      'FROM a\nCMD [1]',
      'when using JSON array syntax, arrays must be comprised of strings only',
      2,
    ],
    [
      'a name without a value',
      'FROM a\nENV A',
      'ENV must have two arguments',
      2,
    ],
    [
      'a line that is too long',
      `FROM a\nRUN ${'x'.repeat(65_536)}`,
      'dockerfile line greater than max allowed size of 65535',
      2,
    ],
  ])('%s', (_, text, message, line) => {
    expect(parseDockerfile(text).error).toMatchObject({ message, line });
  });

  it('keeps what stands before the error', () => {
    const { instructions } = parseDockerfile('FROM a\nUSER 1\nENV A\n');
    expect(instructions.map(({ keyword }) => keyword)).toEqual([
      'from',
      'user',
    ]);
  });

  it('takes a line of exactly the longest size', () => {
    const text = `FROM a\nRUN ${'x'.repeat(65_531)}`;
    expect(parseDockerfile(text).error).toBeUndefined();
  });

  it('counts the size of a line in bytes', () => {
    const text = `FROM a\nRUN ${'é'.repeat(32_766)}`;
    expect(parseDockerfile(text).error).toBeDefined();
  });
});

it('collects comments and directives, not the lines of heredocs', () => {
  const text =
    '# syntax=a\n# escape=`\n# one\nFROM a\nRUN a `\n # two\n b\nRUN <<E\n# three\nE\n';
  const { comments, directives } = parseDockerfile(text);
  expect(directives.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'syntax=a',
    'escape=`',
  ]);
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
    '# one',
    '# two',
  ]);
});

/** Everything that has a place in the file. */
function rangesOf(dockerfile: Dockerfile): { start: number; end: number }[] {
  const ranges = (
    instruction: Instruction,
  ): { start: number; end: number }[] => [
    instruction,
    instruction.name,
    ...instruction.flags,
    ...instruction.args,
    ...instruction.heredocs,
    ...(instruction.onbuild ? ranges(instruction.onbuild) : []),
  ];
  return [
    ...dockerfile.instructions.flatMap(ranges),
    ...dockerfile.comments,
    ...dockerfile.directives,
    ...dockerfile.warnings,
    ...(dockerfile.error ? [dockerfile.error] : []),
  ];
}

const PIECES = [
  'FROM a AS b\n',
  'RUN ',
  'COPY --from=b ',
  'ENV A=',
  'ENV A ',
  'LABEL ',
  'HEALTHCHECK --interval=5s CMD ',
  'ONBUILD ',
  'CMD ["a", "b"]\n',
  '["',
  '"]',
  'ARG X',
  '# escape=`\n',
  '# comment\n',
  'RUN <<EOF\n',
  'EOF\n',
  '<<-"E F"',
  '--mount=type=cache,target=/x ',
  '--',
  'VOLUME ',
  'SHELL ["cmd"]\n',
  '\\\n',
  '`\n',
];

it(`reads ${FUZZ_RUNS} hostile texts without throwing, all places inside`, () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), text => {
      const dockerfile = parseDockerfile(text);
      for (const { start, end } of rangesOf(dockerfile)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: FUZZ_RUNS },
  );
});

describe('takes time linear in the size of', () => {
  it.each([
    ['instructions', (n: number) => 'RUN a b\n'.repeat(n)],
    ['comments', (n: number) => '# a\n'.repeat(n)],
    ['empty lines', (n: number) => '\n'.repeat(n)],
    ['continuations', (n: number) => `RUN a ${'\\\n b'.repeat(n)}`],
    ['continued comments', (n: number) => `RUN a \\\n${'# c\n'.repeat(n)} b`],
    ['continued words', (n: number) => `ENV ${'A=b \\\n'.repeat(n)}`],
    ['continued strings', (n: number) => `CMD [${'"a", \\\n'.repeat(n)}"b"]`],
    ['open brackets', (n: number) => `CMD ${'[\\\n'.repeat(n)}`],
    ['flags', (n: number) => `RUN ${'--a=b \\\n'.repeat(n)} x`],
    [
      'flags that are not ASCII',
      (n: number) => `RUN ${'--é=b \\\n'.repeat(n)} x`,
    ],
    [
      'nested ONBUILD with flags',
      (n: number) => `${'ONBUILD --a \\\n'.repeat(n)} RUN x`,
    ],
    [
      'nested ONBUILD beyond ASCII',
      (n: number) => `${'ONBUILD --à \\\n'.repeat(n)} RUN é`,
    ],
    [
      'blanks behind <<',
      (n: number) =>
        `RUN <${' \\\n'.repeat(n)}<<${' '.repeat(Math.min(n, 60_000))}<x`,
    ],
    ['nested ONBUILD', (n: number) => `${'ONBUILD \\\n'.repeat(n)} RUN x`],
    ['heredocs', (n: number) => 'RUN <<A\nb\nA\n'.repeat(n)],
    ['one heredoc', (n: number) => `RUN <<A\n${'b\n'.repeat(n)}A\n`],
    [
      'heredocs of one line',
      (n: number) => `RUN ${'<<A \\\n'.repeat(n)}\n${'A\n'.repeat(n)}`,
    ],
    ['open heredocs', (n: number) => `RUN ${'<<A \\\n'.repeat(n)}`],
    [
      'operands in a line with a heredoc',
      (n: number) => `RUN <<A ${'${a:-\\\n'.repeat(n)}\nA`,
    ],
    ['quotes', (n: number) => `LABEL a=${'"\'\\\n'.repeat(n)}`],
    ['spaces', (n: number) => `RUN a${' \\\n'.repeat(n)}`],
    [
      'carriage returns',
      (n: number) => '\r'.repeat(Math.min(n, 60_000)) + '\r\n'.repeat(n),
    ],
  ])('%s', (_, make) => {
    expectLinear(make, parseDockerfile);
  });
});
