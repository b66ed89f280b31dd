// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../commandLine/command.ts';

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  maxOperands: Infinity,
  summary: 'Judge the Dockerfiles of a folder, or one file; give a score',
  details: `PATH is a folder or a file; without one it is the folder you are in. In a Git
checkout the files count that are tracked or not ignored. Each PATH gets a score
of its own, and the exit code is that of the worst.`,
  options: {
    format: {
      value: 'text|json',
      summary: 'for people (the default), or programs',
    },
    'min-score': { value: 'N', summary: 'exit with 1 below N of 100 points' },
    'min-grade': {
      value: 'GRADE',
      summary: 'exit with 1 below this grade, A to F',
    },
    'fail-on': {
      value: 'SEVERITY',
      summary: `exit with 1 when a finding that counts is critical,
high, medium or low, or worse than that`,
    },
    trust: {
      value: 'PREFIX',
      isList: true,
      summary: `trust images whose full name begins so, for example
registry.example.com/base/; may be repeated`,
    },
    report: {
      value: 'FILE[=PATH]',
      isList: true,
      summary: `judge the image, too, by a scan report: Trivy, Grype
or SARIF; may be repeated. The image's name tells its
Dockerfile, unless PATH does`,
    },
    now: {
      value: 'TIME',
      summary: `judge as of 2026-11-21, or 2026-11-21T12:00:00Z`,
    },
    all: { summary: 'show all places, and cut no list' },
    jsonl: {
      summary: `answer lines of standard input,
{"id": …, "files": {"Dockerfile": "FROM …"}},
each with a line of JSON`,
    },
    threads: {
      value: 'N',
      summary: `with --jsonl: how many threads, 1 to 8; when absent one,
and all that the machine has after 20,000 lines`,
    },
  },
  examples: [
    'plimsoll check',
    'plimsoll check --min-grade B --fail-on critical services/*',
    'plimsoll check --format json . > assessment.json',
    'plimsoll check --report trivy.json --report api.json=api/Dockerfile',
  ],
  async run(given) {
    const { runCheck } = await import('../check/runCheck.ts');
    return runCheck(given);
  },
};
