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

describe('a fingerprint', () => {
  const fingerprints = (text: string, drafts: FindingDraft[]) =>
    write(text, drafts).map(({ fingerprint }) => fingerprint);

  it('stays when lines move, and when only spaces change', () => {
    const make = { ...draft('RUN'), at: { start: 7, end: 18 } };
    const moved = { ...make, at: { start: 16, end: 27 } };
    const spaced = { ...make, at: { start: 9, end: 22 } };
    const before = fingerprints('FROM a\nRUN make it\n', [make]);
    expect(before).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(fingerprints('# words\n\nFROM a\nRUN make it\n', [moved])).toEqual(
      before,
    );
    expect(fingerprints('FROM a\n\n\nRUN   make\tit\n', [spaced])).toEqual(
      before,
    );
  });

  it('differs between equal findings, by their order', () => {
    const twice = [
      { ...draft('RUN make'), at: { start: 16, end: 24 } },
      draft('RUN make'),
    ];
    const both = fingerprints(TEXT, twice);
    expect(new Set(both).size).toBe(2);
    expect(fingerprints(TEXT, [draft('RUN make')])).toEqual([both[0]]);
  });

  it('differs by rule, file, message data and text', () => {
    const one = { ...draft('FROM a'), at: { start: 0, end: 4 } };
    const all = [
      write(TEXT, [one]),
      write(TEXT, [one], { info: { id: 'dockerfile/b' } }),
      write(TEXT, [one], { path: 'api/Dockerfile' }),
      write(TEXT, [{ ...one, data: { words: 'other' } }]),
      write(TEXT, [{ ...one, at: { start: 7, end: 15 } }]),
    ].map(([finding]) => finding!.fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what a message is made from', () => {
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
