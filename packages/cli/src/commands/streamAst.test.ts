// SPDX-License-Identifier: Apache-2.0
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { streamAst } from './streamAst.ts';

interface Answer {
  readonly id: unknown;
  readonly nodes: readonly unknown[] | null;
  readonly escape: string | null;
  readonly error: string | null;
}

async function answers(input: string): Promise<Answer[]> {
  const output = new PassThrough();
  const [written] = await Promise.all([
    text(output),
    streamAst(Readable.from([input]), output).then(() => output.end()),
  ]);
  return written
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Answer);
}

function request(id: unknown, dockerfile: string): string {
  return `${JSON.stringify({ id, text: dockerfile })}\n`;
}

it('answers with the tree of each text', async () => {
  const dockerfile =
    '# escape=`\nFROM a AS b\nRUN <<-\'E\' cat `\n  x\n\ty\nE\nCMD ["z"]\nONBUILD USER 1\n';
  expect(await answers(request('one', dockerfile))).toEqual([
    {
      id: 'one',
      nodes: [
        {
          keyword: 'from',
          flags: [],
          args: ['a', 'AS', 'b'],
          json: false,
          startLine: 2,
          endLine: 2,
          heredocs: [],
          onbuild: null,
        },
        {
          keyword: 'run',
          flags: [],
          args: ["<<-'E' cat   x"],
          json: false,
          startLine: 3,
          endLine: 6,
          heredocs: [
            { name: 'E', content: '\ty\n', expand: false, chomp: true },
          ],
          onbuild: null,
        },
        {
          keyword: 'cmd',
          flags: [],
          args: ['z'],
          json: true,
          startLine: 7,
          endLine: 7,
          heredocs: [],
          onbuild: null,
        },
        {
          keyword: 'onbuild',
          flags: [],
          args: [],
          json: false,
          startLine: 8,
          endLine: 8,
          heredocs: [],
          onbuild: {
            keyword: 'user',
            flags: [],
            args: ['1'],
            json: false,
            startLine: 0,
            endLine: 0,
            heredocs: [],
            onbuild: null,
          },
        },
      ],
      escape: '`',
      error: null,
    },
  ]);
});

it('gives null for what Docker rejects', async () => {
  expect(await answers(request(1, 'FROM a\nRUN <<E'))).toEqual([
    { id: 1, nodes: null, escape: '\\', error: 'unterminated heredoc' },
  ]);
});

it('answers in order and never ends at a bad line', async () => {
  const input = [
    request('a', 'FROM a'),
    'no json\n',
    '[]\n',
    '"text"\n',
    '{"id": 7}\n',
    '\n',
    request('b', 'FROM b'),
  ].join('');
  const found = await answers(input);
  expect(found.map(({ id, error }) => [id, error !== null])).toEqual([
    ['a', false],
    [null, true],
    [null, true],
    [null, true],
    [7, true],
    ['b', false],
  ]);
  expect(found[4]!.error).toBe('line 5 has no "text" that is a string');
});

it('keeps bytes that are not UTF-8', async () => {
  const [answer] = await answers(request(1, 'FROM a\nRUN \udcff\ud83d\n'));
  expect(answer!.nodes![1]).toMatchObject({ args: ['\udcff\ud83d'] });
});

it('answers where neither text nor id could be written by a simpler program', async () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000);
  const found = await answers(
    [
      request(1, `${'ONBUILD \\\n'.repeat(50_000)}RUN x`),
      `{"id":${deep},"text":5}\n`,
      request(2, 'FROM a'),
    ].join(''),
  );
  expect(found.map(({ id, error }) => [id, error !== null])).toEqual([
    [1, false],
    [null, true],
    [2, false],
  ]);
});

it('takes line separators of Unicode for text', async () => {
  const line = '{"id":1,"text":"FROM a\u2028b\u2029"}\n';
  expect(await answers(line)).toMatchObject([{ id: 1, error: null }]);
});

it('joins lines and characters that come in pieces', async () => {
  const output = new PassThrough();
  const bytes = Buffer.from(request('é🐳', 'FROM é'));
  const pieces = Array.from(bytes, byte => Buffer.of(byte));
  const [written] = await Promise.all([
    text(output),
    streamAst(Readable.from(pieces), output).then(() => output.end()),
  ]);
  expect(JSON.parse(written)).toMatchObject({
    id: 'é🐳',
    nodes: [{ args: ['é'] }],
  });
});
