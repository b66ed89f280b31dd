// SPDX-License-Identifier: Apache-2.0
import {
  CONFIDENCES,
  EFFORTS,
  GRADES,
  MATURITY_LEVELS,
  OUTCOMES,
  SCORE_AREAS,
  SEVERITIES,
} from '@plimsoll/model';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HardeningClient } from './hardeningClient';

const root = path.resolve(__dirname, '..');
const text = readFileSync(path.join(root, 'openapi.yaml'), 'utf8');

describe('openapi.yaml', () => {
  it('is what the types were generated from', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/generate.mjs', '--check'],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('has a method of the client for each operation, and no other', () => {
    const operations = [...text.matchAll(/operationId: (\w+)/g)].map(
      ([, id]) => id,
    );
    const methods = Object.getOwnPropertyNames(HardeningClient.prototype);
    expect(operations.length).toBeGreaterThan(10);
    expect(methods.filter(name => name !== 'constructor').sort()).toEqual(
      operations.sort(),
    );
  });

  it.each([
    ['Severity', SEVERITIES],
    ['Confidence', CONFIDENCES],
    ['Grade', GRADES],
    ['Level', MATURITY_LEVELS],
    ['Effort', EFFORTS],
    ['ScoreArea', SCORE_AREAS],
    ['Outcome', OUTCOMES],
  ])('lists each %s of the model, in its order', (name, values) => {
    const [, listed] = new RegExp(
      `\\n    ${name}:\\n      type: string\\n      enum: \\[(.+)\\]`,
    ).exec(text)!;
    expect(listed!.split(', ')).toEqual([...values]);
  });
});
