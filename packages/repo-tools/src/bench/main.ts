// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheck } from './benchCheck.ts';
import { benchParsers } from './benchParsers.ts';
import { benchCard, benchRefresh } from './benchPortal.ts';
import { benchScores } from './benchScores.ts';
import { benchStart } from './benchStart.ts';
import { benchYaml } from './benchYaml.ts';
import { machine } from './machine.ts';
import { readDockerfiles, readYamlFiles } from './readDockerfiles.ts';
import { benchReports } from './reports.ts';

const EXAMPLES = path.join(__dirname, '../../../../examples');

const usage = `npm run bench -- [FOLDER] [options]

Measures over the Dockerfiles and YAML files below a folder (examples/ when absent), and what
the portal takes.

  --only NAME  one part only, may be repeated: parsers, yaml, check, start,
               scores, reports, card, refresh
  --now TIME   judge scores as of then (now)
`;

/** The parts, in the order in which they run. */
const PARTS = {
  parsers: ({ texts }) => benchParsers(texts),
  yaml: ({ folder }) => benchYaml(readYamlFiles(folder)),
  check: ({ texts, scratch }) => benchCheck(texts, scratch),
  start: ({ scratch }) => benchStart(scratch),
  scores: ({ folder, now }) => benchScores(folder, now),
  reports: ({ scratch }) => benchReports(scratch),
  card: () => benchCard(),
  refresh: () => benchRefresh(),
} satisfies Record<string, (given: Given) => string>;

interface Given {
  readonly folder: string;
  readonly texts: readonly string[];
  /** A folder that is removed afterwards. */
  readonly scratch: string;
  readonly now: string;
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      now: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [folder = EXAMPLES] = positionals;
  if (!existsSync(folder)) return complain(`There is no folder "${folder}"`);
  const texts = readDockerfiles(folder);
  if (texts.length === 0) {
    return complain(`There is no Dockerfile below "${folder}"`);
  }
  const unknown = values.only?.find(name => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) return complain(`There is no part "${unknown}"`);

  const scratch = mkdtempSync(path.join(tmpdir(), 'plimsoll-bench-'));
  const now = values.now ?? new Date().toISOString();
  try {
    process.stdout.write(`${machine()}\n`);
    for (const [name, part] of Object.entries(PARTS)) {
      if (values.only && !values.only.includes(name)) continue;
      const text = part({ folder, texts, scratch, now });
      process.stdout.write(`\n── ${name} ──\n${text}\n`);
    }
    return 0;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = main() || process.exitCode;
