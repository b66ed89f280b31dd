// SPDX-License-Identifier: Apache-2.0
import { UsageError } from '../exitCodes.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

const COMMAND: Command = {
  name: 'look',
  operands: '[PATH]',
  maxOperands: 2,
  summary: 'Look',
  options: {
    format: { value: 'text|json', summary: '' },
    trust: { value: 'PREFIX', isList: true, summary: '' },
    all: { summary: '' },
  },
  examples: [],
  run: async () => 0,
};

it('sorts options and operands', () => {
  const given = readArguments(COMMAND, [
    'a b',
    '--format=json',
    '--all',
    '--trust',
    'x/',
    '--trust=y=z',
    '--',
    '--all',
  ]);
  expect(given.operands).toEqual(['a b', '--all']);
  expect(given.value('format')).toBe('json');
  expect(given.values('trust')).toEqual(['x/', 'y=z']);
  expect(given.has('all')).toBe(true);
});

it('knows what is not given', () => {
  const given = readArguments(COMMAND, []);
  expect(given.operands).toEqual([]);
  expect(given.value('format')).toBeUndefined();
  expect(given.values('trust')).toEqual([]);
  expect(given.has('all')).toBe(false);
});

it('leaves numbers as they were typed', () => {
  expect(readArguments(COMMAND, ['007', '--format', '1e3'])).toMatchObject({
    operands: ['007'],
  });
});

it.each([
  [
    ['--frmat', 'json'],
    'look has no option --frmat; did you mean --format? (plimsoll look --help lists them)',
  ],
  [['--zzz'], 'look has no option --zzz (plimsoll look --help lists them)'],
  [
    ['--constructor'],
    'look has no option --constructor (plimsoll look --help lists them)',
  ],
  [
    ['--__proto__=1'],
    'look has no option --__proto__ (plimsoll look --help lists them)',
  ],
  [['-a'], 'look has no option -a (plimsoll look --help lists them)'],
  [['--all=yes'], '--all takes no value, and was given "yes"'],
  [['--format'], '--format needs a value: --format text|json'],
  [['--format', '--all'], '--format needs a value: --format text|json'],
  [['--format='], '--format needs a value: --format text|json'],
  [
    ['--format', 'text', '--format', 'json'],
    '--format is given twice; once is enough',
  ],
  [
    ['a', 'b', 'c'],
    'look does not know what to do with "c"; it takes: plimsoll look [PATH]',
  ],
  [['a', ''], 'look was given an empty argument'],
])('says what is wrong with %j', (args, message) => {
  expect(() => readArguments(COMMAND, args)).toThrow(new UsageError(message));
});
