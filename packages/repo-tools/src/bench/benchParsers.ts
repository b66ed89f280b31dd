// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile, resolveBuild } from '@plimsoll/engine/parsers';
import { DockerfileParser } from 'dockerfile-ast';
import { bestMilliseconds } from './bestMilliseconds.ts';
import { table } from './table.ts';

/** One program, run over all files. */
interface Contestant {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

const OURS_PARSE: Contestant = { name: 'parse', read: parseDockerfile };
const OURS_WHOLE: Contestant = {
  name: 'parse, stages and shell',
  read: text => {
    const { stages } = resolveBuild(parseDockerfile(text));
    for (const { steps } of stages) {
      // Scripts are read when they are asked for.
      for (const step of steps) void step.script;
    }
  },
};
const PEER: Contestant = {
  name: 'dockerfile-ast',
  read: text => DockerfileParser.parse(text),
};

/** Less is read several times over: a cold program measures its compiler. */
const LEAST_BYTES = 10_000_000;

/** Compares our parser with dockerfile-ast; a table for people. */
export function benchParsers(files: readonly string[]): string {
  const size = files.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rounds = Math.max(1, Math.ceil(LEAST_BYTES / size));
  const bytes = size * rounds;
  const contestants = [OURS_PARSE, OURS_WHOLE, PEER];
  const times = bestMilliseconds(
    contestants.map(({ read }) => () => {
      for (let round = 0; round < rounds; round++) {
        for (const text of files) read(text);
      }
    }),
  );
  const peer = times.at(-1)!;
  const rows = contestants.map(({ name }, index) => {
    const time = times[index]!;
    const speed = bytes / 1e6 / (time / 1000);
    return [
      name,
      `${time.toFixed(1)} ms`,
      `${speed.toFixed(1)} MB/s`,
      `${(peer / time).toFixed(1)}×`,
    ];
  });
  return [
    `${files.length} Dockerfiles, ${(bytes / 1e6).toFixed(
      2,
    )} MB; processor time, best of five`,
    '',
    ...table([['', 'time', 'speed', 'dockerfile-ast = 1'], ...rows]),
  ].join('\n');
}
