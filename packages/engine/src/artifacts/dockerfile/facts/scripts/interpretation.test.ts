// SPDX-License-Identifier: Apache-2.0
import { programCalls } from '../../../../syntax/shell/programCalls.ts';
import { parseShell } from '../../../../syntax/shell/parseShell.ts';
import { MappedText } from '../../../../text/mappedText.ts';
import { interpretation } from './interpretation.ts';

function read(text: string) {
  const [call] = programCalls(parseShell(MappedText.at(0, text)));
  const found = interpretation(call!);
  return (
    found && {
      script: found.script?.value,
      file: found.file?.value,
      readsInput: found.readsInput,
    }
  );
}

it.each([
  'sh',
  'bash -',
  'bash -s -- --yes',
  'bash -euxo pipefail',
  'bash --rcfile x',
  'sh /dev/stdin a',
  'python3',
  'python3 -',
  'python3.12 -u -',
  'python3 -W ignore',
  'perl - a',
  'node --require x',
  'php',
  'php -d a=b -- --x',
  'ruby -r x -',
  'fish',
  'source /dev/stdin',
  'sudo bash',
])('%s reads its input', text => {
  expect(read(text)).toEqual({
    script: undefined,
    file: undefined,
    readsInput: true,
  });
});

it.each([
  ['sh x.sh', 'x.sh'],
  ['bash -ex -o pipefail x.sh -c y', 'x.sh'],
  ['sh -- x.sh', 'x.sh'],
  ['python3 -u x.py -c', 'x.py'],
  ['python3 -W ignore x.py', 'x.py'],
  ['perl -w x.pl', 'x.pl'],
  ['node --require y x.js', 'x.js'],
  ['node -- x.js', 'x.js'],
  ['php -d a=b x.php', 'x.php'],
  ['. ./x.sh', './x.sh'],
  ['source x', 'x'],
  ['java -Xmx1g -jar x.jar', 'x.jar'],
  ['xargs sh x.sh', 'x.sh'],
])('%s runs the file %s', (text, file) => {
  expect(read(text)).toEqual({ script: undefined, file, readsInput: false });
});

it.each([
  ["sh -c 'a b'", 'a b'],
  ["bash -lc 'a'", 'a'],
  ["python3 -c 'a'", 'a'],
  ["perl -ne 'a'", 'a'],
  ["node -p 'a'", 'a'],
  ["php -r 'a'", 'a'],
  ["eval 'a'", 'a'],
])('%s runs the script %s', (text, script) => {
  expect(read(text)).toEqual({ script, file: undefined, readsInput: false });
});

it.each(['xargs bash', 'find . -exec sh {} +', 'sh -c', 'java Main', 'php -v'])(
  '%s runs nothing that comes in',
  text => {
    expect(read(text)?.readsInput ?? false).toBe(false);
  },
);

it.each(['make', 'cat x', 'grep -c x', '$SHELL x'])(
  '%s is no interpreter',
  text => {
    expect(read(text)).toBeUndefined();
  },
);
