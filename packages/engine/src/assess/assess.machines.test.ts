// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeOf } from '../testing/nodeOf.ts';

const PACKAGE = path.join(__dirname, '../..');

/** Compiles TypeScript on the fly, as the tools of the repository do. */
const LOADER = require.resolve('@backstage/cli/config/nodeTransform.cjs');

const PROGRAM = `
const { assess } = require('./src/assess/assess.ts');
const texts = {
  'Dockerfile': 'FROM node:18\\nCOPY . .\\nRUN npm install\\nENV ÄPFEL=1 apfel=2\\n',
  'İstanbul/Dockerfile': 'FROM ubuntu:18.04\\nRUN apt-get install -y curl\\n',
  'i/Dockerfile': 'FROM debian\\nCOPY ı I\\n',
  'ä/Dockerfile': 'FROM alpine:3.9\\nUSER root\\n',
  'z/Dockerfile': 'FROM alpine:3.9\\nUSER root\\n',
};
const files = Object.entries(texts).map(([path, text]) => (
  { path, text, size: Buffer.byteLength(text) }
));
const now = new Date('2026-10-25T00:30:00.000Z');
const vulnerabilities = Array.from({ length: 150 }, (_, index) => ({
  id: 'CVE-2026-' + index,
  aliases: [],
  package: { name: 'İi'[index % 2] + index, version: '1', kind: 'os' },
  fix: 'fixed',
  fixedVersions: ['2'],
  status: 'affected',
  severity: { level: ['critical', 'high', 'medium'][index % 3], word: '' },
  cvss: [],
}));
const report = {
  kind: 'scanReport',
  format: 'trivy',
  scanner: { name: 'Trivy' },
  scannedAt: '2026-10-01T00:00:00.000Z',
  subject: { kind: 'image', name: 'i', digests: [], references: [] },
  covers: ['vulnerabilities'],
  vulnerabilities,
  misconfigurations: [],
  secrets: [],
  malware: [],
  omissions: [],
};
for (const evidence of [undefined, { scope: 'full', scans: [{ report }] }]) {
  const answer = assess({ files, listing: 'complete', now, evidence });
  process.stdout.write(JSON.stringify(answer));
}
`;

it('says the same in every time zone and language', () => {
  const answers = [
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
  ].map(setting => answer(process.execPath, setting));
  expect(answers[0]).toContain('"schemaVersion":1');
  expect(answers[0]).toContain('İstanbul/Dockerfile');
  expect(new Set(answers).size).toBe(1);
}, 60_000);

it.each(['22', '24'])(
  'says the same under Node %s',
  major => {
    const node = nodeOf(major);
    if (node === undefined && process.env.PLIMSOLL_TEST_ALL !== '1') {
      process.stderr.write(`NOT RUN: Node ${major}, install it or npm\n`);
      return;
    }
    expect(answer(node ?? `node@${major}`)).toBe(answer(process.execPath));
  },
  90_000,
);

/** What a process of its own says. */
function answer(node: string, setting: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(
    node,
    ['--no-warnings', '--require', LOADER, '--eval', PROGRAM],
    { cwd: PACKAGE, env: { ...process.env, ...setting }, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}
