// SPDX-License-Identifier: Apache-2.0
import type { Finding, PlacedFinding } from '@plimsoll/model';
import { readRepository } from '../artifacts/repository.ts';
import { addFingerprints } from './fingerprints.ts';

const TEXT = 'FROM a\nRUN make\nRUN make\n';

describe('a fingerprint', () => {
  it('stays when lines move, and when only spaces change', () => {
    const make = place('FROM a\nRUN make it\n', 7, 18);
    expect(make).toMatch(/^[0-9a-f]{32}$/);
    expect(place('# words\n\nFROM a\nRUN make it\n', 16, 27)).toBe(make);
    expect(place('FROM a\n\n\nRUN   make\tit\n', 9, 22)).toBe(make);
  });

  it('differs between equal findings, by their order', () => {
    const both = identify(TEXT, [finding(7, 15), finding(16, 24)]);
    expect(new Set(both).size).toBe(2);
    expect(identify(TEXT, [finding(16, 24)])).toEqual([both[0]]);
  });

  it('differs by rule, file, message, data and text', () => {
    const one = finding(0, 4);
    const all = [
      identify(TEXT, [one]),
      identify(TEXT, [one], 'dockerfile/b'),
      identify(TEXT, [{ ...one, path: 'api/Dockerfile' }]),
      identify(TEXT, [{ ...one, messageId: 'told' }]),
      identify(TEXT, [{ ...one, data: { words: 'other' } }]),
      identify(TEXT, [{ ...one, range: { start: 7, end: 15 } }]),
    ].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells nothing of a secret', () => {
    const withSecret = (secret: string) => {
      const text = `FROM a\nENV PASSWORD=${secret}\n`;
      return place(text, 7, text.length - 1);
    };
    expect(withSecret('kuegel7Gq2vX')).toBe(withSecret('1rZ8mNw4LsyT'));
  });
});

function place(text: string, start: number, end: number): string {
  return identify(text, [finding(start, end)])[0]!;
}

function identify(
  text: string,
  findings: readonly PlacedFinding[],
  rule = 'dockerfile/a',
): string[] {
  const files = ['Dockerfile', 'api/Dockerfile'].map(path => ({
    path,
    size: text.length,
    text,
  }));
  const result = {
    rule,
    path: 'Dockerfile',
    role: 'production',
    outcome: 'failed',
    findings,
  } as const;
  const [identified] = addFingerprints(readRepository(files, 'complete'), [
    result,
  ]);
  return identified!.findings.map(({ fingerprint }: Finding) => fingerprint);
}

function finding(start: number, end: number): PlacedFinding {
  return {
    path: 'Dockerfile',
    range: { start, end },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
    severity: 'high',
    messageId: 'said',
    data: { words: 'words' },
    message: 'The file says so.',
    scored: true,
  };
}
