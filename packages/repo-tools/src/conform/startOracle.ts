// SPDX-License-Identifier: Apache-2.0

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answers, Kind, Questions } from './questions.ts';

/** Docker's own libraries, as a program that answers questions. */
export interface Oracle {
  ask<K extends Kind>(
    kind: K,
    questions: readonly Questions[K][],
  ): Promise<Answers[K][]>;
  stop(): void;
}

export function isGoInstalled(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** Builds the Go program in `sources` and starts it. */
export function startOracle(sources: string): Oracle {
  const directory = mkdtempSync(path.join(tmpdir(), 'conform-'));
  try {
    const program = path.join(directory, 'conform');
    const build = spawnSync('go', ['build', '-o', program, '.'], {
      cwd: sources,
      encoding: 'utf8',
    });
    if (build.status !== 0) {
      throw new Error(`go build failed:\n${build.stderr}`);
    }
    return startProgram(program, () =>
      rmSync(directory, { recursive: true, force: true }),
    );
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

interface Waiting {
  question: string;
  resolve(line: string): void;
  reject(error: Error): void;
}

function startProgram(program: string, onStop: () => void): Oracle {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting: Waiting[] = [];
  let complaints = '';
  let partial = '';
  let stopped = false;

  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) {
      waiting.shift()?.resolve(line);
    }
  });
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk: string) => {
    complaints = (complaints + chunk).slice(0, 4000);
  });
  child.stdin.on('error', () => {
    // The program has ended; 'close' says why.
  });
  child.on('error', error => fail(error));
  child.on('close', code => {
    if (!stopped) {
      const first = waiting[0]?.question ?? 'none';
      fail(
        new Error(
          `The oracle ended with ${code}.\n${complaints}\n` +
            `First question without an answer: ${first}`,
        ),
      );
    }
    onStop();
  });

  function fail(error: Error) {
    for (const { reject } of waiting.splice(0)) {
      reject(error);
    }
  }

  return {
    async ask<K extends Kind>(kind: K, questions: readonly Questions[K][]) {
      const lines = questions.map(question =>
        JSON.stringify({ kind, ...question }),
      );
      const answers = lines.map(
        line =>
          new Promise<string>((resolve, reject) => {
            waiting.push({ question: line, resolve, reject });
          }),
      );
      const all = Promise.all(answers);
      // Whoever asked waits for the answers, not for the pipe.
      all.catch(() => {});
      if (!child.stdin.write(lines.map(line => `${line}\n`).join(''))) {
        await Promise.race([once(child.stdin, 'drain').catch(() => all), all]);
      }
      return (await all).map(readAnswer<K>);
    },
    stop() {
      stopped = true;
      child.stdin.end();
      child.kill();
    },
  };
}

function readAnswer<K extends Kind>(line: string): Answers[K] {
  const answer: Answers[K] & { protocolError?: string } = JSON.parse(line);
  if (answer.protocolError !== undefined) {
    throw new Error(`The oracle did not understand: ${answer.protocolError}`);
  }
  return answer;
}
