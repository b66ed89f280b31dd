// SPDX-License-Identifier: Apache-2.0
import { parseYaml, type YamlNode } from '@plimsoll/engine/parsers';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { bestMilliseconds } from './bestMilliseconds.ts';
import { table } from './table.ts';

/** So many files are read in a run; those that there are, several times. */
const FILES = 2_000;

/** Longer files are not read, which would look fast. */
const MAX_LENGTH = 1 << 20;

/** One program, run over all files. */
interface Contestant {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

const CONTESTANTS: readonly Contestant[] = [
  { name: 'parse', read: parseYaml },
  {
    name: 'parse and decode every scalar',
    read: text => {
      for (const { root } of parseYaml(text).documents) {
        if (root) readScalars(root);
      }
    },
  },
  { name: 'js-yaml loadAll', read: text => quietly(() => loadAll(text)) },
  { name: 'yaml parseAllDocuments', read: text => parseAllDocuments(text) },
];

/** Compares our parser with the libraries; a table for people. */
export function benchYaml(found: readonly string[]): string {
  const texts = found.filter(text => text.length <= MAX_LENGTH);
  if (texts.length === 0) return 'There is no YAML file';
  const files = Array.from(
    { length: FILES },
    (_, index) => texts[index % texts.length] ?? '',
  );
  const bytes = files.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const times = bestMilliseconds(
    CONTESTANTS.map(({ read }) => () => {
      for (const text of files) read(text);
    }),
  );
  const [first = 1] = times;
  const rows = CONTESTANTS.map(({ name }, index) => {
    const time = times[index] ?? 0;
    return [
      name,
      `${time.toFixed(1)} ms`,
      `${(bytes / 1e6 / (time / 1000)).toFixed(1)} MB/s`,
      `${(time / first).toFixed(1)}×`,
    ];
  });
  return [
    `${FILES} YAML files, of which ${Math.min(FILES, texts.length)} differ, ${(
      bytes / 1e6
    ).toFixed(2)} MB; processor time, best of five`,
    '',
    ...table([['', 'time', 'speed', 'parse = 1'], ...rows]),
  ].join('\n');
}

function readScalars(node: YamlNode): void {
  switch (node.kind) {
    case 'scalar':
      void node.text;
      break;
    case 'mapping':
      for (const { key, value } of node.pairs) {
        readScalars(key);
        readScalars(value);
      }
      break;
    case 'sequence':
      for (const item of node.items) readScalars(item);
      break;
    default:
  }
}

/** js-yaml throws for what it cannot read, and for tags. */
function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // The time counts all the same.
  }
}
