// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { parseArgs } from 'node:util';
import { conform } from './conform.ts';
import { ours } from './ours.ts';
import { kinds } from './questions.ts';
import { readRecorded } from './readRecorded.ts';
import { isGoInstalled, startOracle } from './startOracle.ts';

const usage = `npm run conform -- [options]

Compares our parsers with Docker's own libraries on recorded and generated
inputs, and shows the first difference of each kind, minimised.

  --kind NAME      only this kind, may be repeated: ${kinds.join(', ')}
  --count N        how many inputs of each kind (100000)
  --seed N         makes the same inputs again
  --start N        the number of the first generated input (0)
  --keep-going     count and group all differences instead of the first one
  --no-checks      leave out what \`docker build --check\` refuses
  --messages       compare the texts of errors too
  --shrink-tries N how many inputs to try for one minimised difference (3000)
  --fixtures DIR   where the recorded answers are, below (packages/engine/src)
`;

function readNumber(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new Error(`Not a number: ${text}`);
  }
  return number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string', multiple: true },
      count: { type: 'string' },
      seed: { type: 'string' },
      start: { type: 'string' },
      'keep-going': { type: 'boolean', default: false },
      'no-checks': { type: 'boolean', default: false },
      messages: { type: 'boolean', default: false },
      'shrink-tries': { type: 'string' },
      fixtures: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(usage);
    return 0;
  }
  const chosen = kinds.filter(kind => values.kind?.includes(kind) ?? true);
  const unknown = values.kind?.find(name => !kinds.some(kind => kind === name));
  if (unknown !== undefined) {
    throw new Error(`No such kind: ${unknown}`);
  }
  if (!isGoInstalled()) {
    print(
      'NOT RUN: conform needs Go, install Go 1.26 or newer (go.dev/doc/install)',
    );
    return process.env.PLIMSOLL_TEST_ALL === '1' ? 1 : 0;
  }

  const seed = readNumber(values.seed, Date.now() % 2 ** 31);
  print(`seed ${seed}`);
  const folders = values.fixtures ?? [
    path.join(__dirname, '../../../engine/src'),
  ];
  const recorded = readRecorded(folders);
  const checks = !values['no-checks'];
  const oracle = startOracle(path.join(__dirname, '../../conform'));
  try {
    const conforms = await conform(
      {
        kinds: chosen,
        count: readNumber(values.count, 100_000),
        start: readNumber(values.start, 0),
        seed,
        keepGoing: values['keep-going'],
        compare: {
          checks,
          messages: values.messages,
        },
        shrinkTries: readNumber(values['shrink-tries'], 3000),
      },
      { oracle, ours: ours(checks), recorded, print },
    );
    print(conforms ? 'All conform.' : `Not all conform (seed ${seed}).`);
    return conforms ? 0 : 1;
  } finally {
    oracle.stop();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
