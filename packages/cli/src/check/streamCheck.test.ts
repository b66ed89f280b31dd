// SPDX-License-Identifier: Apache-2.0
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { streamCheck } from './streamCheck.ts';

const OPTIONS = { policy: {}, now: new Date('2026-11-21') };

interface Answer {
  readonly id: unknown;
  readonly score: number | null;
  readonly grade: string | null;
  readonly level: string | null;
  readonly reason: string | null;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly error: string | null;
}

async function written(input: Iterable<string | Buffer>): Promise<string> {
  const output = new PassThrough();
  const [all] = await Promise.all([
    text(output),
    streamCheck(Readable.from(input), output, OPTIONS).then(() => output.end()),
  ]);
  return all;
}

async function answers(input: string): Promise<Answer[]> {
  const all = await written([input]);
  return all
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Answer);
}

function request(id: unknown, files: Readonly<Record<string, string>>): string {
  return `${JSON.stringify({ id, files })}\n`;
}

const KEYS = ['id', 'score', 'grade', 'level', 'reason', 'findings', 'error'];

it('answers with score, grade, level and a row for each finding', async () => {
  const dockerfile = 'FROM debian:13\nRUN --security=insecure \\\n  x\n';
  const [answer] = await answers(request('one', { Dockerfile: dockerfile }));
  expect(answer).toMatchObject({ id: 'one', reason: null, error: null });
  expect(typeof answer!.score).toBe('number');
  expect(answer!.grade).toMatch(/^[A-F]$/);
  expect(answer!.level).toMatch(/^(beginner|proficient|expert)$/);
  expect(
    answer!.findings.find(
      ({ rule }) => rule === 'dockerfile/no-privileged-build',
    ),
  ).toEqual({
    rule: 'dockerfile/no-privileged-build',
    path: 'Dockerfile',
    line: 2,
    endLine: 2,
    outcome: 'failed',
    severity: 'high',
    message: expect.stringContaining('--security=insecure'),
    scored: true,
  });
});

it('has a row for what is unknown', async () => {
  const [answer] = await answers(
    request(1, { Dockerfile: 'FROM a\nRUN <<E\n' }),
  );
  expect(answer!.findings).toContainEqual({
    rule: 'dockerfile/no-privileged-build',
    path: 'Dockerfile',
    line: null,
    endLine: null,
    outcome: 'unknown',
    severity: 'high',
    message: 'The file cannot be parsed.',
    scored: true,
  });
});

it('sorts rows by path, line and rule', async () => {
  const bad = 'FROM a\nFOO\nBAR\n';
  const [answer] = await answers(
    request(1, { 'b/Dockerfile': bad, Dockerfile: bad, 'a/Dockerfile': bad }),
  );
  const rows = answer!.findings.map(
    ({ path, line, rule }) =>
      [path, line ?? 0, rule] as [string, number, string],
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows).toEqual(
    [...rows].sort(
      (a, b) =>
        Number(a[0] > b[0]) - Number(a[0] < b[0]) ||
        a[1] - b[1] ||
        Number(a[2] > b[2]) - Number(a[2] < b[2]),
    ),
  );
});

it('says why there is no score', async () => {
  const [nothing, excluded] = await answers(
    request(1, {}) + request(2, { 'test/Dockerfile': 'FROM a\nFOO\n' }),
  );
  expect(nothing).toEqual({
    id: 1,
    score: null,
    grade: null,
    level: null,
    reason: 'no-container-artefacts',
    findings: [],
    error: null,
  });
  expect(excluded).toMatchObject({
    score: null,
    reason: 'no-container-artefacts',
  });
  expect(excluded!.findings[0]).toMatchObject({ scored: false });
});

it('has all keys in one order, whatever happens', async () => {
  const all = await answers(
    [
      request('scored', { Dockerfile: 'FROM a\n' }),
      request('nothing', {}),
      'no json\n',
    ].join(''),
  );
  expect(all.map(answer => Object.keys(answer))).toEqual([KEYS, KEYS, KEYS]);
});

it('answers in order and never ends at a bad line', async () => {
  const all = await answers(
    [
      request('a', { Dockerfile: 'FROM a' }),
      'no json with "a secret"\n',
      '[]\n',
      'null\n',
      '{"id": 5}\n',
      '\n',
      '{"id": 7, "files": ["FROM a"]}\n',
      '{"id": 8, "files": {"Dockerfile": 1}}\n',
      '{"files": {}}\n',
      request(null, { Dockerfile: 'FROM a' }),
      request('b', { Dockerfile: 'FROM a' }),
    ].join(''),
  );
  expect(all.map(({ id, error }) => [id, error])).toEqual([
    ['a', null],
    [null, 'line 2 is no JSON'],
    [null, 'line 3 is no object with "id" and "files"'],
    [null, 'line 4 is no object with "id" and "files"'],
    [5, 'line 5 has no "files" that is an object'],
    [7, 'line 7 has no "files" that is an object'],
    [8, 'line 8: the text of "Dockerfile" is no string'],
    [null, 'line 9 has no "id"'],
    [null, null],
    ['b', null],
  ]);
});

it('takes any name for a file', async () => {
  const [answer] = await answers(
    '{"id":1,"files":{"__proto__":"FROM a","constructor":"","Dockerfile":"FROM a"}}\n',
  );
  expect(answer).toMatchObject({ id: 1, error: null });
});

it('answers where the id could not be written', async () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000);
  const all = await answers(`{"id":${deep},"files":{}}\n${request(2, {})}`);
  expect(all.map(({ id }) => id)).toEqual([null, 2]);
});

it('joins lines and characters that come in pieces', async () => {
  const bytes = Buffer.from(request('é🐳', { Dockerfile: 'FROM a' }));
  const all = await written(Array.from(bytes, byte => Buffer.of(byte)));
  expect(JSON.parse(all)).toMatchObject({ id: 'é🐳', error: null });
});

it('answers a line before the next one is there', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const done = streamCheck(input, output, OPTIONS);
  for (const id of [1, 2]) {
    input.write(request(id, {}));
    const [answer] = (
      await output.iterator({ destroyOnReturn: false }).next()
    ).value
      .toString()
      .split('\n');
    expect(JSON.parse(answer)).toMatchObject({ id });
  }
  input.end();
  await done;
});
