// SPDX-License-Identifier: Apache-2.0
import { assess } from '@plimsoll/engine';
import path from 'node:path';
import { Assessor } from './assessor';
import { judge, type JudgeRequest } from './judge';
import { ScanReading } from '../scans/readScan';
import { trivyReport } from '../scans/testing/trivyReport';
import { loadRules } from './loadRules';

const NOW = new Date('2026-11-21T00:00:00Z');
const inputOf = (text: string): JudgeRequest => ({
  files: [{ path: 'Dockerfile', size: text.length, text }],
  now: NOW,
  mostFindings: 100,
});
const hereOf = (text: string) =>
  JSON.parse(JSON.stringify(judge(inputOf(text), loadRules([]))));

describe('Assessor', () => {
  let assessor: Assessor;
  afterEach(() => assessor.close());

  it('says what the engine says', async () => {
    assessor = new Assessor({ threads: 2 });
    const text = 'FROM alpine:3.22\nUSER 10001\n';
    const answers = await Promise.all([
      assessor.assess(inputOf(text)),
      assessor.assess(inputOf('FROM')),
      assessor.assess(inputOf(text)),
    ]);
    expect(answers[0]).toEqual(hereOf(text));
    expect(answers[1]).toEqual(hereOf('FROM'));
    expect(answers[2]).toEqual(answers[0]);
  });

  it('ends what takes too long, and goes on', async () => {
    assessor = new Assessor({ timeoutMilliseconds: 1 });
    for (const text of ['FROM a', 'FROM b']) {
      await expect(assessor.assess(inputOf(text))).rejects.toThrow(
        'took longer than 1 ms',
      );
    }
  });

  it('survives what takes too much memory', async () => {
    assessor = new Assessor({ memoryMebibytes: 24 });
    const files = Array.from({ length: 60_000 }, (_, index) => ({
      path: `${index}/Dockerfile`,
      size: 1,
      text: 'FROM a\n'.repeat(20),
    }));
    await expect(assessor.assess({ ...inputOf(''), files })).rejects.toThrow(
      /assessment (?:failed|ended)/,
    );
    expect(await assessor.assess(inputOf('FROM a\n'))).toEqual(
      hereOf('FROM a\n'),
    );
  });

  it('replaces a thread that ended while it had nothing to do', async () => {
    assessor = new Assessor({ idleMilliseconds: 0 });
    const first = await assessor.assess(inputOf('FROM a\n'));
    // The timer of the idle threads comes before this one.
    await new Promise(resolve => {
      setTimeout(resolve, 1);
    });
    expect(await assessor.assess(inputOf('FROM a\n'))).toEqual(first);
  });

  it('says what a rule of another module says', async () => {
    const file = path.join(__dirname, 'testing', 'houseRules.ts');
    assessor = new Assessor({ ruleFiles: [file] });
    const { assessment } = await assessor.assess(inputOf('FROM a\n'));
    expect(assessment.outcomes).toContainEqual(
      expect.objectContaining({ rule: 'dockerfile/house', outcome: 'failed' }),
    );
    const { rulesetVersion } = assess({
      files: [],
      listing: 'complete',
      now: NOW,
    });
    expect(assessment.rulesetVersion).not.toBe(rulesetVersion);
  });

  it('tells which file gives no rules', () => {
    assessor = new Assessor();
    expect(() =>
      loadRules([__filename.replace('assessor.test', 'thread')]),
    ).toThrow(/thread\.ts" was added as a file of rules and exports no array/);
  });

  describe('of a scan report', () => {
    const destination = {
      entityRef: 'component:default/a',
      dockerfile: 'Dockerfile',
    };
    const report = trivyReport();
    async function* pieces(text: string, size: number) {
      const bytes = Buffer.from(text);
      for (let start = 0; start < bytes.length; start += size) {
        yield bytes.subarray(start, start + size);
      }
    }
    const readHere = (text: string) => {
      const reading = new ScanReading(destination);
      reading.push(Buffer.from(text));
      return reading.end();
    };

    it('says the same, however it comes, and while others are read', async () => {
      assessor = new Assessor({ threads: 2 });
      const results = await Promise.all(
        [1, 100, 65_536].map(size =>
          assessor.readScan(destination, pieces(report, size)),
        ),
      );
      for (const result of results) expect(result).toEqual(readHere(report));
    });

    it('takes no more of it once something is wrong', async () => {
      assessor = new Assessor();
      let taken = 0;
      async function* endless() {
        for (;;) {
          taken += 1;
          yield Buffer.alloc(1024, '}');
        }
      }
      const result = await assessor.readScan(destination, endless());
      expect(result).toMatchObject({ ok: false, error: { offset: 0 } });
      expect(taken).toBeLessThan(100);
      expect(await assessor.readScan(destination, pieces(report, 50))).toEqual(
        readHere(report),
      );
    });

    it('ends what takes too long, or too much memory, and goes on', async () => {
      assessor = new Assessor({ memoryMebibytes: 24 });
      const vulnerabilities = Array.from({ length: 40_000 }, (_, index) => ({
        id: `CVE-2026-${index}`,
        package: `${index}`.repeat(40),
      }));
      const large = trivyReport({ vulnerabilities });
      await expect(
        assessor.readScan(destination, pieces(large, 1 << 16)),
      ).rejects.toThrow(/assessment (?:failed|ended)/);
      expect(await assessor.readScan(destination, pieces(report, 50))).toEqual(
        readHere(report),
      );
    });
  });

  it('refuses work once it is closed', async () => {
    assessor = new Assessor();
    const answers = Promise.allSettled([
      assessor.assess(inputOf('FROM a\n')),
      assessor.assess(inputOf('FROM b\n')),
    ]);
    await assessor.close();
    expect(await answers).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    await expect(assessor.assess(inputOf('FROM c\n'))).rejects.toThrow(
      'stopping',
    );
  });
});
