// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../parseDockerfile.ts';
import { resolveBuild } from './resolveBuild.ts';
import type { StepScript } from './stepScript.ts';

function scripts(text: string): (StepScript | undefined)[] {
  const build = resolveBuild(parseDockerfile(text));
  return build.stages.flatMap(stage => stage.steps.map(step => step.script));
}

/** The commands of the last instruction, with the words of the file. */
function commands(text: string): string[] {
  const script = scripts(text).at(-1);
  if (!script || !('commands' in script)) return [];
  return script.commands.map(({ name, args }) =>
    [name, ...args]
      .map(word => word && text.slice(word.start, word.end))
      .join(' '),
  );
}

it.each([
  ['lists', 'RUN a b && c || d; e', ['a b', 'c', 'd', 'e']],
  ['pipes', 'RUN a | b |& c', ['a', 'b', 'c']],
  [
    'continuations and comments',
    'RUN a \\\n  # why\n  && b c \\\n  d',
    ['a', 'b c d'],
  ],
  ['a word across lines', 'RUN a b\\\nc', ['a b\\\nc']],
  ['quotes', 'RUN a "b c" \'d\'', ['a "b c" \'d\'']],
  ['substitutions', 'RUN a $(b c) `d`', ['a $(b c) `d`', 'b c', 'd']],
  [
    'conditions and loops',
    'RUN if a; then b; fi; for x in y; do c; done',
    ['a', 'b', 'c'],
  ],
  [
    'groups, functions and cases',
    'RUN (a); { b; }; f() { c; }; case x in y) d;; esac',
    ['a', 'b', 'c', 'd'],
  ],
  ['assignments', 'RUN A=1 b', ['b']],
  [
    'an argument that looks like an assignment',
    'RUN export A=1',
    ['export A=1'],
  ],
  ['a heredoc that is the script', 'RUN <<EOF\na b\nc\nEOF', ['a b', 'c']],
  ['a heredoc without its tabs', 'RUN <<-EOF\n\ta b\n\tEOF', ['a b']],
  [
    'a heredoc for a command',
    'RUN cat <<EOF > x && b\ntext\nEOF',
    ['cat', 'b'],
  ],
  [
    'a shell named by a shebang',
    'RUN <<EOF\n#!/usr/bin/env bash\na\nEOF',
    ['a'],
  ],
  ['the exec form', 'RUN ["a", "b c"]', ['"a" "b c"']],
  ['a shell in the exec form', 'CMD ["/bin/sh", "-c", "a && b"]', ['a', 'b']],
  ['HEALTHCHECK', 'HEALTHCHECK --interval=5s CMD a || b', ['a', 'b']],
  ['HEALTHCHECK in the exec form', 'HEALTHCHECK CMD ["a", "b"]', ['"a" "b"']],
  ['ENTRYPOINT', 'ENTRYPOINT exec a', ['exec a']],
  ['what ONBUILD keeps', 'ONBUILD RUN a && b', ['a', 'b']],
  ['a heredoc that ONBUILD keeps', 'ONBUILD RUN <<E\na\nb\nE', ['a', 'b']],
  [
    'a file that a shell runs, with options of its own',
    'ENTRYPOINT ["/bin/sh", "/run.sh", "-c", "/etc/x"]',
    ['"/bin/sh" "/run.sh" "-c" "/etc/x"'],
  ],
  [
    'a tool of busybox that is no shell',
    'CMD ["busybox", "httpd", "-c", "/etc/x"]',
    ['"busybox" "httpd" "-c" "/etc/x"'],
  ],
  ['a shell of busybox', 'CMD ["busybox", "sh", "-c", "a"]', ['a']],
  [
    'a shell with options',
    'CMD ["bash", "-o", "pipefail", "-ec", "a | b"]',
    ['a', 'b'],
  ],
])('finds the commands of %s', (_, instruction, expected) => {
  expect(commands(`FROM x\n${instruction}\n`)).toEqual(expected);
});

it('tells how commands follow each other and how deep they stand', () => {
  const [script] = scripts('FROM x\nRUN a && (b | c) ; d &\n');
  const found =
    script && 'commands' in script
      ? script.commands.map(({ operator, depth }) => [operator, depth])
      : [];
  expect(found).toEqual([
    ['', 0],
    ['', 1],
    ['|', 1],
    [';', 0],
  ]);
});

it('tells where output goes, of commands and of groups', () => {
  const [script] = scripts('FROM x\nRUN a >> f 2>&1 && (b; c) > g\n');
  expect(script).toMatchObject({
    commands: [
      {
        redirects: [
          { operator: '>>', target: { value: 'f' } },
          { operator: '>&', descriptor: 2, target: { value: '1' } },
        ],
      },
      { redirects: [] },
      { redirects: [] },
    ],
    redirects: [{ operator: '>', target: { value: 'g' } }],
  });
});

it('tells an assignment from one that appends', () => {
  const [script] = scripts('FROM x\nRUN A=1 B+=2 c\n');
  expect(script).toMatchObject({
    commands: [
      {
        assignments: [
          { name: 'A', append: false },
          { name: 'B', append: true },
        ],
      },
    ],
  });
});

it('tells words that the shell changes from those it takes as they are', () => {
  const [script] = scripts('FROM x\nRUN a b "$c" \'$d\' {e,f} *.g\n');
  const words = script && 'commands' in script ? script.commands[0]!.args : [];
  expect(words.map(({ value, isDynamic }) => [value, isDynamic])).toEqual([
    ['b', false],
    ['$c', true],
    ['$d', false],
    ['{e,f}', true],
    ['*.g', false],
  ]);
});

it('says when a script cannot be understood', () => {
  const [script] = scripts('FROM x\nRUN echo "open\n');
  expect(script).toMatchObject({
    dialect: 'posix',
    errors: [{ message: 'unterminated double quote' }],
  });
  const [long] = scripts(`FROM x\nRUN ${'a \\\n'.repeat(40_000)} b\n`);
  expect(long).toMatchObject({ commands: [], errors: [{}] });
});

function namesIn(shell: string, line: string): string[] {
  const text = `# escape=\`\nFROM x\nSHELL ["${shell}"]\nRUN ${line}`;
  const script = scripts(text).at(-1);
  return script && 'names' in script
    ? script.names.map(({ value }) => value)
    : [];
}

describe('shells of Windows give names and no commands', () => {
  it.each([
    [
      'powershell by SHELL',
      'FROM x\nSHELL ["powershell", "-Command"]\nRUN Get-Item a; $x = Invoke-Thing -b | Out-Null',
      ['Get-Item', 'Invoke-Thing', 'Out-Null'],
    ],
    [
      'pwsh with a path',
      'FROM x\nSHELL ["C:/x/pwsh.exe"]\nRUN & "my tool.exe" /s',
      ['my tool.exe'],
    ],
    [
      'cmd by SHELL',
      'FROM x\nSHELL ["cmd", "/S", "/C"]\nRUN mkdir a && del b & @echo c',
      ['mkdir', 'del', 'echo'],
    ],
    [
      'an image for Windows',
      'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN rmdir a',
      ['rmdir'],
    ],
    [
      'a tag for Windows',
      'FROM golang:1.25-nanoserver-ltsc2025\nRUN go build',
      ['go'],
    ],
    ['a platform', 'FROM --platform=windows/amd64 x\nRUN dir', ['dir']],
    [
      'powershell in the exec form',
      'FROM x\nRUN ["powershell", "-c", "Get-Item a"]',
      ['Get-Item'],
    ],
    [
      'cmd in the exec form',
      'FROM x\nCMD ["cmd.exe", "/c", "dir & ver"]',
      ['dir', 'ver'],
    ],
  ])('%s', (_, text, names) => {
    const script = scripts(text).at(-1);
    expect(script).not.toHaveProperty('commands');
    expect(script).toHaveProperty(
      'names',
      names.map(value => expect.objectContaining({ value })),
    );
  });

  it.each([
    ["$url = 'https://x'; Invoke-WebRequest $url", ['Invoke-WebRequest']],
    ['$x=Get-Item a', ['Get-Item']],
    ["if ($a -eq 'b') { Remove-Item c }", ['Remove-Item']],
    ['if ($p.ExitCode -ne 0) { throw 5 }', []],
    ['if (!(Test-Path x)) { mkdir x }', ['Test-Path', 'mkdir']],
    ['foo 2>&1', ['foo']],
    ["& 'C:\\a b\\c.exe' /q", ['C:\\a b\\c.exe']],
    ['&$Env:windir\\ngen install x', ['$Env:windir\\ngen']],
    ['.\\build.ps1 -x; . ./lib.ps1', ['.\\build.ps1', './lib.ps1']],
    ["(Get-Item a).Count; 'text'; 5", ['Get-Item']],
    ['a # b; c', ['a']],
    ["Write-Host ('a {0}' -f 'b')", ['Write-Host']],
  ])('powershell: %s', (line, names) => {
    expect(namesIn('powershell', line)).toEqual(names);
  });

  it.each([
    ['if exist foo del foo', ['del']],
    ['if not exist C:\\x mkdir C:\\x', ['mkdir']],
    ['if errorlevel 1 exit 1', ['exit']],
    ['if defined T (set A=%T%) else echo b', ['set', 'echo']],
    ['if /i "%A%"=="b" echo c', ['echo']],
    ['if %A% equ 1 echo c', ['echo']],
    ['for %i in (a b) do del %i', ['del']],
    ['>out.txt foo & > out.txt bar', ['foo', 'bar']],
    ['foo 2>&1 && call bar || exit /b 1', ['foo', 'bar', 'exit']],
    ['rem a & b', []],
    ['"C:\\a b\\c.exe" /q', ['C:\\a b\\c.exe']],
  ])('cmd: %s', (line, names) => {
    expect(namesIn('cmd', line)).toEqual(names);
  });

  it('and give the places of the names', () => {
    const text = 'FROM x\nSHELL ["cmd"]\nRUN a ^\n & b';
    const continued = text.replace('^\n', '\\\n');
    const script = scripts(continued).at(-1);
    const names = script && 'names' in script ? script.names : [];
    expect(names.map(({ start, end }) => continued.slice(start, end))).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('a script inside a JSON array', () => {
  it('has exact places when it stands there as it is', () => {
    expect(commands('FROM x\nCMD ["sh", "-c", "a && b c"]')).toEqual([
      'a',
      'b c',
    ]);
  });

  it.each([
    'RUN ["sh", "-c", "echo \\"hi\\" && curl x"]',
    'RUN ["sh", "-c", "a && \\\n curl x"]',
  ])('has the place of the whole text in %j', instruction => {
    const text = `FROM x\n${instruction}`;
    const script = scripts(text).at(-1);
    const found = script && 'commands' in script ? script.commands : [];
    const literal = instruction.slice(instruction.lastIndexOf('", "') + 3, -1);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      literal,
      literal,
    ]);
  });
});

it.each([
  ['env', 'SHELL ["/usr/bin/env", "bash", "-c"]'],
  ['conda', 'SHELL ["conda", "run", "-n", "e", "/bin/bash", "-c"]'],
])('finds the shell behind %s', (_, shell) => {
  expect(commands(`FROM x\n${shell}\nRUN a && b`)).toEqual(['a', 'b']);
});

it.each([
  [
    'another interpreter by SHELL',
    'FROM x\nSHELL ["python3", "-c"]\nRUN print(1)',
    'python3',
  ],
  [
    'another interpreter by a shebang',
    'FROM x\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF',
    'python3',
  ],
])('%s gives nothing', (_, text, interpreter) => {
  expect(scripts(text).at(-1)).toEqual({ dialect: 'unknown', interpreter });
});
