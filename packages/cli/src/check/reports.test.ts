// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { plimsoll } from '../testing/plimsoll.ts';

const REPORT = JSON.stringify({
  SchemaVersion: 2,
  CreatedAt: '2026-11-20T06:00:00Z',
  ArtifactName: 'registry.test/acme/api:1',
  ArtifactType: 'container_image',
  Results: [
    {
      Target: 'registry.test/acme/api:1 (alpine 3.22.1)',
      Class: 'os-pkgs',
      Type: 'alpine',
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2026-1000',
          PkgName: 'openssl',
          InstalledVersion: '3.5.1-r0',
          FixedVersion: '3.5.2-r0',
          Status: 'fixed',
          Severity: 'CRITICAL',
        },
      ],
    },
  ],
});
const DOCKERFILE = 'FROM alpine:3.22\nUSER 10001\n';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll reports '));
  const files = {
    'one/Dockerfile': DOCKERFILE,
    'two/api/Dockerfile': DOCKERFILE,
    'two/web/Dockerfile': DOCKERFILE,
    'report.json': REPORT,
    'a=b.json': REPORT,
    'report.json.gz': gzipSync(REPORT),
    'cut.json': REPORT.slice(0, -40),
    'cut.json.gz': gzipSync(REPORT).subarray(0, 90),
    'bomb.gz': gzipSync(`${REPORT.slice(0, -1)},"a":"${'x'.repeat(9 << 20)}"}`),
    'sbom.json': '{"bomFormat":"CycloneDX"}',
    'empty.json': '',
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

function check(...args: readonly string[]) {
  return plimsoll(['check', '--now', '2026-11-21', ...args], { cwd: root });
}

function checkJson(...args: readonly string[]) {
  const { stdout, stderr } = check('--format', 'json', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

function failedPaths(assessment: {
  readonly results: readonly Readonly<
    Record<'rule' | 'path' | 'outcome', string>
  >[];
}): string[] {
  return assessment.results
    .filter(
      ({ rule, outcome }) =>
        rule === 'scan/critical-fixable' && outcome === 'failed',
    )
    .map(one => one.path);
}

describe('plimsoll check --report', () => {
  it('judges the image, too', () => {
    const files = checkJson('one');
    const full = checkJson('--report', 'report.json', 'one');
    expect([files.scope, full.scope]).toEqual(['files', 'full']);
    expect(failedPaths(files)).toEqual([]);
    expect(failedPaths(full)).toEqual(['Dockerfile']);
    expect(full.score.points).toBeLessThan(files.score.points);
  });

  it('shows a person what the report says', () => {
    const { status, stdout } = check(
      ...['--report', 'report.json', '--fail-on', 'critical', 'one'],
    );
    expect(status).toBe(1);
    expect(stdout).toContain('CVE-2026-1000');
  });

  it.each([['report.json.gz'], ['a=b.json']])('takes %s as the same', name => {
    expect(checkJson('--report', name, 'one')).toEqual(
      checkJson('--report', 'report.json', 'one'),
    );
  });

  it('finds the image by its name, unless it is told', () => {
    expect(failedPaths(checkJson('--report', 'report.json', 'two'))).toEqual([
      'api/Dockerfile',
    ]);
    expect(
      failedPaths(checkJson('--report', 'report.json=web/Dockerfile', 'two')),
    ).toEqual(['web/Dockerfile']);
  });

  it('takes several', () => {
    const assessment = checkJson(
      ...['--report', 'report.json', '--report', 'a=b.json=web/Dockerfile'],
      'two',
    );
    expect(failedPaths(assessment)).toEqual([
      'api/Dockerfile',
      'web/Dockerfile',
    ]);
  });

  it.each([
    [
      'cut.json',
      `at byte ${REPORT.length - 40} ($.Results[0].Vulnerabilities[0]`,
    ],
    ['sbom.json', 'at byte 0 ($): The document is none of: Trivy JSON'],
    ['empty.json', 'at byte 0 ($): There is nothing to read'],
    ['cut.json.gz', 'it cannot be unpacked by gzip'],
    ['bomb.gz', 'it is more than 200 times as large'],
    ['nothing.json', 'there is no such file or folder'],
    ['nothing.json=Dockerfile', 'cannot read the report "nothing.json"'],
    ['one', 'it is a folder'],
    ['report.json=../Dockerfile', 'after "=" comes the path of a Dockerfile'],
    ['report.json=', 'after "=" comes the path of a Dockerfile'],
  ])('refuses %s, and says where and why', (name, message) => {
    const { status, stdout, stderr } = check('--report', name, 'one');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('is about one folder, and no line of standard input', () => {
    for (const args of [['one', 'two'], ['--jsonl']]) {
      const { status, stderr } = check('--report', 'report.json', ...args);
      expect(status).toBe(2);
      expect(stderr).toContain('--report');
    }
  });
});
