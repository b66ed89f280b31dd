// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import {
  compareAnswers,
  type CompareOptions,
  type Difference,
} from './compareAnswers.ts';
import { isExplained } from './explained.ts';
import { generate, type Seeds } from './generate.ts';
import type { Answers, Kind, Questions, Responder } from './questions.ts';
import type { AllRecorded, Recorded } from './readRecorded.ts';
import { shrinkQuestion } from './shrinkQuestion.ts';
import type { Oracle } from './startOracle.ts';

export interface ConformOptions {
  kinds: readonly Kind[];
  /** How many inputs to generate of each kind. */
  count: number;
  /** The number of the first one. */
  start: number;
  seed: number;
  /** Go on after a difference, and group all there are. */
  keepGoing: boolean;
  compare: CompareOptions;
  /** How many inputs to try while one difference is minimised. */
  shrinkTries: number;
}

export interface ConformParties {
  oracle: Oracle;
  ours: Responder;
  recorded: AllRecorded;
  print(line: string): void;
}

const batchSize = 250;
const progressEvery = 5000;
/** From how many milliseconds on an answer of ours is worth a word. */
const slow = 200;
/** How often a difference is asked for again before it counts. */
const chances = 4;
/** How many kinds of difference are minimised and shown in full. */
const shownGroups = 40;

interface Input<K extends Kind> {
  /** How to make this input again. */
  source: string;
  question: Questions[K];
}

interface Group<K extends Kind> {
  count: number;
  first: Input<K>;
}

/** Puts recorded and generated inputs to both; true where all conform. */
export async function conform(
  options: ConformOptions,
  parties: ConformParties,
): Promise<boolean> {
  const seeds: Seeds = {
    dockerfile: parties.recorded.dockerfile.map(row => row.question),
    word: parties.recorded.word.map(row => row.question),
    dockerignore: parties.recorded.dockerignore.map(row => row.question),
    imageReference: parties.recorded.imageReference.map(row => row.question),
  };
  let conforms = true;
  for (const kind of options.kinds) {
    conforms =
      (await checkOracle(kind, parties)) &&
      (await conformKind(kind, seeds, options, parties)) &&
      conforms;
  }
  return conforms;
}

/** Whether the oracle still answers what was recorded. */
async function checkOracle<K extends Kind>(
  kind: K,
  { oracle, recorded, print }: ConformParties,
): Promise<boolean> {
  const rows: readonly Recorded<K>[] = recorded[kind];
  const answers = await oracle.ask(
    kind,
    rows.map(row => row.question),
  );
  for (const [at, answer] of answers.entries()) {
    const {
      checkErrorLine,
      checkErrorLines,
      ...comparable
    }: Partial<Answers['dockerfile']> = answer as Partial<
      Answers['dockerfile']
    >;
    if (!isDeepStrictEqual(comparable, rows[at]?.answer)) {
      print(`${kind}: the oracle differs from recorded row ${at + 1}:`);
      print(`  input    ${JSON.stringify(rows[at]?.question)}`);
      print(`  oracle   ${JSON.stringify(comparable)}`);
      print(`  recorded ${JSON.stringify(rows[at]?.answer)}`);
      return false;
    }
  }
  print(
    rows.length === 0
      ? `${kind}: nothing recorded was found`
      : `${kind}: the oracle answers ${rows.length} rows as recorded`,
  );
  return true;
}

function* inputsOf<K extends Kind>(
  kind: K,
  seeds: Seeds,
  { count, start, seed }: ConformOptions,
): Generator<Input<K>> {
  const rows: readonly Questions[K][] = seeds[kind];
  for (const [at, question] of rows.entries()) {
    yield { source: `recorded row ${at + 1}`, question };
  }
  for (let index = start; index < start + count; index++) {
    yield {
      source: `--kind ${kind} --seed ${seed} --start ${index} --count 1`,
      question: generate(kind, index, seed, seeds),
    };
  }
}

function takeBatch<K extends Kind>(inputs: Generator<Input<K>>): Input<K>[] {
  const batch: Input<K>[] = [];
  while (batch.length < batchSize) {
    const next = inputs.next();
    if (next.done) {
      break;
    }
    batch.push(next.value);
  }
  return batch;
}

async function conformKind<K extends Kind>(
  kind: K,
  seeds: Seeds,
  options: ConformOptions,
  parties: ConformParties,
): Promise<boolean> {
  const { oracle, print } = parties;
  const tally = new Tally<K>();
  const inputs = inputsOf(kind, seeds, options);
  const ask = (batch: readonly Input<K>[]) =>
    oracle.ask(
      kind,
      batch.map(input => input.question),
    );

  let shownAt = Date.now();
  let batch = takeBatch(inputs);
  let asked = ask(batch);
  while (batch.length > 0 && (options.keepGoing || !tally.hasFailed())) {
    const answers = await asked;
    const current = batch;
    batch = takeBatch(inputs);
    // The oracle goes on with the next ones while ours answer these.
    asked = ask(batch);
    for (const [at, input] of current.entries()) {
      const answer = answers[at];
      if (answer === undefined || (tally.hasFailed() && !options.keepGoing)) {
        break;
      }
      const before = performance.now();
      const our = answerOf(kind, input.question, parties);
      tally.noteTime(input, performance.now() - before);
      let differences = differencesOf(kind, answer, our, options);
      for (let tries = 0; tries < chances; tries++) {
        if (differences.every(one => isMeant(input, one))) break;
        // BuildKit decides some things by chance: whom it blames of several.
        const [other = answer] = await oracle.ask(kind, [input.question]);
        differences = differencesOf(kind, other, our, options);
      }
      tally.note(input, differences);
    }
    if (Date.now() - shownAt >= progressEvery) {
      shownAt = Date.now();
      print(`  ${kind}: ${tally}`);
    }
  }
  await asked;
  print(`${kind}: ${tally}`);

  for (const [category, count] of tally.explained) {
    print(`  explained: ${category} (${count} times)`);
  }
  const sorted = [...tally.groups].sort(([, a], [, b]) => b.count - a.count);
  for (const [category, group] of sorted.slice(0, shownGroups)) {
    await report(kind, category, group, options, parties);
  }
  for (const [category, { count }] of sorted.slice(shownGroups)) {
    print(`DIFFERENCE ${category} (${count} times)`);
  }
  return !tally.hasFailed();
}

function isMeant<K extends Kind>(
  { question }: Input<K>,
  { category }: Difference,
): boolean {
  return isExplained(category, 'text' in question ? question.text : '');
}

/** What came of the inputs of one kind. */
class Tally<K extends Kind> {
  readonly groups = new Map<string, Group<K>>();
  /** How often each kind of difference came that is meant. */
  readonly explained = new Map<string, number>();
  private readonly startedAt = Date.now();
  private done = 0;
  private slowest = { source: '', took: 0 };

  note(input: Input<K>, differences: readonly Difference[]): void {
    this.done += 1;
    for (const difference of differences) {
      const { category } = difference;
      const group = this.groups.get(category);
      if (isMeant(input, difference)) {
        this.explained.set(category, (this.explained.get(category) ?? 0) + 1);
      } else if (group) {
        group.count += 1;
      } else {
        this.groups.set(category, { count: 1, first: input });
      }
    }
  }

  /** Whether there is a difference that nothing explains. */
  hasFailed(): boolean {
    return this.groups.size > 0;
  }

  noteTime({ source }: Input<K>, took: number): void {
    if (took > this.slowest.took) {
      this.slowest = { source, took };
    }
  }

  toString(): string {
    const seconds = Math.max(0.001, (Date.now() - this.startedAt) / 1000);
    const { source, took } = this.slowest;
    return [
      `${this.done} inputs`,
      `${Math.round(this.done / seconds)}/s`,
      `kinds of difference: ${this.groups.size + this.explained.size}`,
      ...(took > slow
        ? [`the slowest of ours took ${Math.round(took)} ms: ${source}`]
        : []),
    ].join(', ');
  }
}

/** Our answer, or why there is none. */
function answerOf<K extends Kind>(
  kind: K,
  question: Questions[K],
  { ours }: ConformParties,
): Answers[K] | Error {
  const respond: Responder[K] = ours[kind];
  try {
    return respond(question);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function differencesOf<K extends Kind>(
  kind: K,
  docker: Answers[K],
  our: Answers[K] | Error,
  options: ConformOptions,
): Difference[] {
  return our instanceof Error
    ? [{ category: `${kind}: ours throws`, detail: our.message }]
    : compareAnswers(kind, docker, our, options.compare);
}

async function report<K extends Kind>(
  kind: K,
  category: string,
  { count, first }: Group<K>,
  options: ConformOptions,
  parties: ConformParties,
): Promise<void> {
  const { oracle, print } = parties;
  const find = async (question: Questions[K]) => {
    const [docker] = await oracle.ask(kind, [question]);
    if (docker === undefined) {
      return undefined;
    }
    const our = answerOf(kind, question, parties);
    const difference = differencesOf(kind, docker, our, options).find(
      one => one.category === category,
    );
    return difference && { docker, our, difference };
  };
  const smallest = await shrinkQuestion(
    kind,
    first.question,
    async question => (await find(question)) !== undefined,
    { left: options.shrinkTries },
  );
  const found = await find(smallest);
  print('');
  print(`DIFFERENCE ${category}${count > 1 ? ` (${count} times)` : ''}`);
  print(`  from       ${first.source}`);
  print(`  minimised  ${JSON.stringify(smallest)}`);
  print(`  difference ${found?.difference.detail}`);
  print(`  Docker     ${JSON.stringify(found?.docker)}`);
  const our = found?.our;
  print(
    `  ours       ${our instanceof Error ? our.stack : JSON.stringify(our)}`,
  );
}
