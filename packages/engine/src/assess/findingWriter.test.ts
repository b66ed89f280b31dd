// SPDX-License-Identifier: Apache-2.0
import type { FileRole, RuleInfo } from '@plimsoll/model';
import { readRepository } from '../artifacts/repository.ts';
import type { FindingDraft } from '../rules/verdict.ts';
import { inventRule } from '../testing/inventRule.ts';
import { FindingWriter } from './findingWriter.ts';

const TEXT = 'FROM a\nRUN make\nRUN make\n';

it('says where, for machines and for people', () => {
  const [finding] = write(TEXT, [draft('RUN make')]);
  expect(finding).toMatchObject({
    path: 'Dockerfile',
    range: { start: 7, end: 15 },
    start: { line: 2, column: 1 },
    end: { line: 2, column: 9 },
    severity: 'high',
    messageId: 'said',
    message: 'The file says so: words.',
    data: { words: 'words' },
    scored: true,
  });
});

it('brings findings into the order of the text, file by file', () => {
  const findings = write(TEXT, [
    { ...draft('RUN make'), at: { start: 16, end: 24 } },
    { ...draft('RUN make'), at: { start: 0, end: 0, path: 'z' } },
    { ...draft('FROM a'), data: { words: 'b' } },
    { ...draft('FROM a'), data: { words: 'a' } },
    draft('FROM'),
  ]);
  expect(
    findings.map(({ path, range, data }) => [path, range.start, data.words]),
  ).toEqual([
    ['Dockerfile', 0, 'words'],
    ['Dockerfile', 0, 'a'],
    ['Dockerfile', 0, 'b'],
    ['Dockerfile', 16, 'words'],
    ['z', 0, 'words'],
  ]);
});

describe('scored', () => {
  it.each<[boolean, string, FileRole, FindingDraft['severity'], object]>([
    [true, 'high, in production', 'production', undefined, {}],
    [true, 'low, in development', 'development', 'low', {}],
    [false, 'a remark', 'production', 'info', {}],
    [false, 'high, in a file that is excluded', 'excluded', undefined, {}],
    [
      false,
      'of an experimental rule',
      'production',
      undefined,
      { lifecycle: 'experimental' },
    ],
    [
      false,
      'of a deprecated rule',
      'production',
      undefined,
      { lifecycle: 'deprecated' },
    ],
  ])('is %s for one that is %s', (scored, _, role, severity, info) => {
    const one = { ...draft('FROM a'), severity };
    expect(write(TEXT, [one], { role, info })).toMatchObject([{ scored }]);
  });
});

describe('what a message is made from', () => {
  const text = 'FROM postgres\nENV DB_PASSWORD=postgres-7Gq2vX\n';

  it('shows no secret that only its place gives away', () => {
    const at = { start: text.indexOf('ENV'), end: text.length };
    const words = 'postgres-7Gq2vX';
    const [finding] = write(text, [{ ...draft('FROM'), at, data: { words } }]);
    expect(finding!.message).not.toContain('7Gq2vX');
    expect(finding!.data.words).toHaveLength(words.length);
  });

  it('hides no word that is a secret somewhere else', () => {
    const other = 'FROM postgres\nENV DB_PASSWORD=postgres7Gq2vX\n';
    const words = 'postgres7Gq2vX';
    const [finding] = write(other, [{ ...draft('FROM a'), data: { words } }]);
    expect(finding!.data).toEqual({ words });
  });

  it.each([
    ['a\nb', 'a\\nb'],
    ['\u202eevil', '\\u{202e}evil'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
    // No half of a pair is left over.
    [`${'x'.repeat(118)}🐳🐳`, `${'x'.repeat(118)}…`],
    ['{words} {other}', '{words} {other}'],
  ])('%j becomes %j', (words, shown) => {
    const [finding] = write(TEXT, [{ ...draft('FROM a'), data: { words } }]);
    expect(finding!.data).toEqual({ words: shown });
    expect(finding!.message).toBe(`The file says so: ${shown}.`);
  });
});

function draft(text: string): FindingDraft {
  const start = TEXT.indexOf(text);
  return {
    messageId: 'said',
    at: { start, end: start + text.length },
    data: { words: 'words' },
    severity: undefined,
  };
}

function write(
  text: string,
  drafts: readonly FindingDraft[],
  {
    path = 'Dockerfile',
    role = 'production',
    info = {},
  }: { path?: string; role?: FileRole; info?: Partial<RuleInfo> } = {},
) {
  const files = [{ path, size: text.length, text }];
  const writer = new FindingWriter(readRepository(files, 'complete'));
  const rule = inventRule(
    { id: 'dockerfile/a', ...info },
    'dockerfile',
    (_, verdict) => verdict.passed(),
  );
  return writer.write(rule, { path, role }, drafts);
}
