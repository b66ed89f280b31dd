// SPDX-License-Identifier: Apache-2.0
import { MappedText } from '../../text/mappedText.ts';
import { expectLinear } from '../../testing/expectLinear.ts';
import { parseShell } from './parseShell.ts';
import { programCalls } from './programCalls.ts';
import type { ShellScript } from './shellScript.ts';

function callsOf(text: string) {
  return programCalls(parseShell(MappedText.at(0, text)));
}

/** Program and arguments of each call. */
function shown(text: string): string[] {
  return callsOf(text).map(({ program, args }) =>
    [program, ...args.map(({ value }) => value)].join(' '),
  );
}

it.each([
  ['a program', 'make all', ['make all']],
  ['a path', '/usr/bin/make all', ['make all']],
  ['several', 'a && b || c; d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['nothing in assignments', 'A=1 B=2', []],
  ['no words of echo', 'echo sudo curl', ['echo sudo curl']],
  ['groups and loops', '(a); for x in y; do b; done', ['a', 'b']],
  ['substitutions', 'a "$(b c)" `d`', ['a $(b c) `d`', 'b c', 'd']],
  ['negations', '! a b', ['a b']],
])('finds %s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it.each([
  ['sudo apt-get update', 'apt-get update'],
  ['sudo -E -H apt-get update', 'apt-get update'],
  ['sudo -u app make', 'make'],
  ['sudo -Hu app make', 'make'],
  ['sudo -uapp make', 'make'],
  ['sudo --user app make', 'make'],
  ['sudo --user=app make', 'make'],
  ['sudo -iu postgres psql -c x', 'psql -c x'],
  ['sudo A=1 B=2 make', 'make'],
  ['sudo -- make', 'make'],
  ['/usr/bin/sudo make', 'make'],
  ['sudo -l', 'sudo -l'],
  ['sudo', 'sudo'],
  ['doas -u app make', 'make'],
  ['env make', 'make'],
  ['env A=1 B="x y" make', 'make'],
  ['env -i PATH=/bin make', 'make'],
  ['env - make', 'make'],
  ['env -u A -C /src make', 'make'],
  ['env --unset A --chdir=/src make', 'make'],
  ['env', 'env'],
  ['env A=1', 'env A=1'],
  ["env -S 'make all'", 'env -S make all'],
  ['exec make', 'make'],
  ['exec -a name make', 'make'],
  ['exec >log', 'exec'],
  ['command make', 'make'],
  ['command -p make', 'make'],
  ['command -v make', 'command -v make'],
  ['time make', 'make'],
  ['/usr/bin/time -f %e make', 'make'],
  ['time -p make', 'make'],
  ['nice make', 'make'],
  ['nice -n 10 make', 'make'],
  ['nice -10 make', 'make'],
  ['nice --adjustment 10 make', 'make'],
  ['ionice -c 3 make', 'make'],
  ['ionice -c3 make', 'make'],
  ['timeout 10 make', 'make'],
  ['timeout -k 5 -s KILL 10m make', 'make'],
  ['timeout --signal=KILL 10m make', 'make'],
  ['timeout $LIMIT make', 'make'],
  ['timeout 10', 'timeout 10'],
  ['nohup make', 'make'],
  ['setsid -w make', 'make'],
  ['stdbuf -oL make', 'make'],
  ['stdbuf -o L make', 'make'],
  ['taskset -c 0 make', 'make'],
  ['chroot /mnt make', 'make'],
  ['gosu app make', 'make'],
  ['gosu --version', 'gosu --version'],
  ['su-exec app:app make', 'make'],
  ['setpriv --reuid=1 --regid 1 --clear-groups make', 'make'],
  ['flock -w 5 /lock make', 'make'],
  ['fakeroot make', 'make'],
  ['xvfb-run -a -s "-screen 0" make', 'make'],
  ['dbus-run-session -- make', 'make'],
  ['ssh-agent make', 'make'],
  ['tini -g -- make', 'make'],
  ['dumb-init make', 'make'],
  ['conda run -n base --no-capture-output make', 'make'],
  ['conda install make', 'conda install make'],
  ['busybox wget x', 'wget x'],
  ['busybox --install -s', 'busybox --install -s'],
  ['xargs', 'xargs'],
  ['xargs make', 'make'],
  ['xargs -r -0 -n 1 -P4 make', 'make'],
  ['xargs -I {} make {}', 'make {}'],
  ['xargs -I{} make {}', 'make {}'],
  ['xargs -i make {}', 'make {}'],
  ["xargs -d '\\n' --max-args 1 make", 'make'],
  ['sudo env A=1 nice -n 5 timeout 9 make', 'make'],
])('sees through wrappers: %s', (text, expected) => {
  expect(shown(text)).toEqual([expected]);
});

it.each([
  ['make', []],
  ['sudo -u app env A=1 make', ['sudo', 'env']],
  ['busybox xargs make', ['busybox', 'xargs']],
])('tells the wrappers of %s', (text, expected) => {
  expect(callsOf(text)[0]!.wrappers).toEqual(expected);
});

it('tells what is set for a program alone', () => {
  const text = 'A=1 sudo B=2 env C=$D make';
  const [call] = callsOf(text);
  expect(
    call!.assignments.map(({ name, value, start, end }) => [
      name,
      value.value,
      text.slice(start, end),
    ]),
  ).toEqual([
    ['A', '1', 'A=1'],
    ['B', '2', 'B=2'],
    ['C', '$D', 'C=$D'],
  ]);
});

it.each([
  ['$MAKE all', ''],
  ['"$(which make)" all', ''],
  ['ma${K}e', ''],
  ['$BIN/make', 'make'],
  ['"${BIN}"/make', 'make'],
  ['${BIN:-/usr/bin/make}', ''],
  ['`pwd`/make', 'make'],
  ['$(pwd)/make', 'make'],
  ['/opt/$VERSION', ''],
  ['/opt/{a,b}', ''],
  ['sudo $MAKE', ''],
])('knows the name of %s, or that an expansion gives it', (text, expected) => {
  expect(callsOf(text)[0]!.program).toBe(expected);
});

it.each([
  ['sh -c', "sh -c 'make all'", ['sh -c make all', 'make all']],
  ['a path', "/bin/bash -c 'make'", ['bash -c make', 'make']],
  ['joined options', "bash -lc 'make'", ['bash -lc make', 'make']],
  [
    'an option with a value in front',
    "bash -euxo pipefail -c 'make'",
    ['bash -euxo pipefail -c make', 'make'],
  ],
  [
    'an option with a value in the same word as -c',
    "bash -euxoc pipefail 'make'",
    ['bash -euxoc pipefail make', 'make'],
  ],
  ['options behind -c', "bash -c -e 'make'", ['bash -c -e make', 'make']],
  ['long options', "bash --login -c 'make'", ['bash --login -c make', 'make']],
  ['+ options', "bash +e -c 'make'", ['bash +e -c make', 'make']],
  ['a list', "sh -c 'a && b | c'", ['sh -c a && b | c', 'a', 'b', 'c']],
  ['no script', 'sh -c', ['sh -c']],
  ['a file', 'sh run.sh -c make', ['sh run.sh -c make']],
  ['another -c', 'gcc -c make', ['gcc -c make']],
  ['sudo', "sudo -E sh -c 'make'", ['sh -c make', 'make']],
  ['xargs', "xargs -I{} sh -c 'make {}'", ['sh -c make {}', 'make {}']],
  ['busybox', "busybox sh -c 'make'", ['sh -c make', 'make']],
  ['su', "su -c 'make' app", ['su -c make app', 'make']],
  ['su with a user', "su - app -c 'make'", ['su - app -c make', 'make']],
  [
    'su with a shell',
    "su -s /bin/sh -c 'make' app",
    ['su -s /bin/sh -c make app', 'make'],
  ],
  [
    'su with a long option',
    "su app --command='make'",
    ['su app --command=make', 'make'],
  ],
  ['runuser', "runuser -l app -c 'make'", ['runuser -l app -c make', 'make']],
  ['flock', "flock /lock -c 'make'", ['flock /lock -c make', 'make']],
  ['eval', "eval 'make all'", ['eval make all', 'make all']],
  ['eval of several words', 'eval make all', ['eval make all', 'make all']],
  [
    'scripts within scripts',
    `sh -c "sh -c 'make'"`,
    ["sh -c sh -c 'make'", 'sh -c make', 'make'],
  ],
  [
    'find',
    'find . -name x -exec chmod 755 {} + -exec rm {} \\;',
    [
      'find . -name x -exec chmod 755 {} + -exec rm {} ;',
      'chmod 755 {}',
      'rm {}',
    ],
  ],
  [
    'a shell that find runs',
    "find . -exec sudo sh -c 'make' \\;",
    ['find . -exec sudo sh -c make ;', 'sh -c make', 'make'],
  ],
  ['variables', 'sh -c "make $A"', ['sh -c make $A', 'make $A']],
])('looks into scripts: %s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it('names a substitution once, although the inner script shows it again', () => {
  expect(shown('sh -c "$(curl x | sed y)"')).toEqual(
    ['sh -c $(curl x | sed y)', ' ', 'curl x', 'sed y'].map(text =>
      text.trim(),
    ),
  );
  expect(shown("sh -c '$(curl x)'")).toEqual(['sh -c $(curl x)', '', 'curl x']);
});

it.each([
  ['single quotes', "sh -c 'a && curl x'", 'curl x'],
  ['double quotes', 'sh -c "a && curl x"', 'curl x'],
  ['no quotes', 'sh -c curl', 'curl'],
  ['a variable', 'sh -c "a && curl $x"', 'curl $x'],
  ['two levels', `sh -c "sh -c 'a && curl x'"`, 'curl x'],
  ['eval', "eval 'a && curl x'", 'curl x'],
  ['eval without quotes', 'eval curl x', 'curl x'],
  ['find', 'find . -exec sudo curl x \\;', 'curl x'],
  ['a wrapper', 'sudo -u b curl x', 'curl x'],
  // Escapes move the words: the whole script stands for each.
  ['escapes', 'sh -c "curl \\"x\\""', '"curl \\"x\\""'],
  ['a continued line', 'sh -c "a && \\\ncurl x"', '"a && \\\ncurl x"'],
  ['eval of quoted words', `eval 'curl' "x"`, `'curl' "x"`],
])('has the place of a call: %s', (_, text, expected) => {
  const call = callsOf(text).find(({ program }) => program === 'curl')!;
  expect(text.slice(call.start, call.end)).toBe(expected);
});

describe('reads what a shell gets through its input', () => {
  const text = 'bash -e <<E && cat <<F && sh <<E\ncurl x\nE\ny\nF\nmake\nE\n';
  const heredocs = [
    { name: 'E', content: 'curl x\n', start: text.indexOf('curl') },
    { name: 'F', content: 'y\n', start: text.indexOf('y\n') },
    { name: 'E', content: 'make\n', start: text.indexOf('make') },
  ];

  it('from here-documents, each from its own', () => {
    const script = parseShell(MappedText.at(0, text));
    const calls = programCalls(script, heredocs);
    expect(calls.map(({ start, end }) => text.slice(start, end))).toEqual([
      'bash -e',
      'curl x',
      'cat',
      'sh',
      'make',
    ]);
  });

  it.each([
    ["sh <<< 'make all'", ['sh', 'make all']],
    ["sh x.sh <<< 'make'", ['sh x.sh']],
    ["sh -c 'a' <<< 'make'", ['sh -c a', 'a']],
    ["python3 <<< 'make'", ['python3']],
    ['sh <<E', ['sh']],
  ])('%s', (line, expected) => {
    expect(shown(line)).toEqual(expected);
  });
});

it('keeps the places of a script that stands elsewhere', () => {
  const script = parseShell(MappedText.at(100, "sudo sh -c 'a; b c'"));
  expect(programCalls(script).map(({ start, end }) => [start, end])).toEqual([
    [105, 119],
    [112, 113],
    [115, 118],
  ]);
});

it('tells how calls of an inner script follow each other', () => {
  const [outer, first, second] = callsOf("a | sudo sh -c 'b | c'");
  expect([outer, first, second].map(call => call!.command.operator)).toEqual([
    '',
    '|',
    '',
  ]);
  expect(callsOf("sh -c 'b | c'").at(-1)!.command.operator).toBe('|');
  expect(first!.script).not.toBe(second!.script);
});

it('looks into five scripts at most', () => {
  let text = 'make';
  for (let depth = 0; depth < 8; depth++) text = `eval ${text}`;
  expect(shown(text)).toEqual(
    [8, 7, 6, 5, 4].map(count => `${'eval '.repeat(count)}make`),
  );
});

describe('takes linear time', () => {
  it.each([
    ['wrappers', 'sudo'],
    ['finds', 'find -exec'],
    ['options', 'sh -c -o x'],
  ])('for many %s in a command', (_, words) => {
    expectLinear(
      count => commandOf(['env', ...repeat(words, count)]),
      programCalls,
    );
  });

  it.each(['sh -c "$(a) $(b)"', 'find -exec a {} +'])(
    'for many commands: %s',
    text => {
      expectLinear(count => scriptOf(text, count), programCalls);
    },
  );

  it('and gives up where each script holds all the others', () => {
    const depth = 60;
    const text = `${'sh -c "$('.repeat(depth)}a${'); inner"'.repeat(depth)}`;
    const script = parseShell(MappedText.at(0, text));
    const calls = programCalls(script);
    const inner = calls.filter(({ program }) => program === 'inner');
    expect(calls.filter(({ program }) => program === 'sh')).toHaveLength(depth);
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.length).toBeLessThan(depth / 3);
  });
});

function repeat(words: string, count: number): string[] {
  return Array.from({ length: count }, () => words.split(' ')).flat();
}

/** A script of one command, longer than one that would be parsed. */
function commandOf(values: readonly string[]): ShellScript {
  let end = 0;
  const words = values.map(value => {
    const start = end;
    end += value.length + 1;
    return { value, start, end: end - 1, isDynamic: false };
  });
  const command = {
    name: words[0],
    args: words.slice(1),
    assignments: [],
    redirects: [],
    operator: '' as const,
    depth: 0,
    start: 0,
    end,
  };
  return { commands: [command], redirects: [], errors: [] };
}

/** The same commands many times, one behind the other. */
function scriptOf(text: string, count: number): ShellScript {
  const length = text.length + 1;
  const commands = Array.from({ length: count }, (_, index) =>
    parseShell(MappedText.at(index * length, text)),
  ).flatMap(script => script.commands);
  return { commands, redirects: [], errors: [] };
}
