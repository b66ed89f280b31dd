// SPDX-License-Identifier: Apache-2.0
import { ConfigReader } from '@backstage/config';
import { RULES } from '@plimsoll/engine';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from './config';

const folder = path.dirname(__dirname);
const rule = RULES[0]!.info.id;
const read = (hardening: object | undefined, isProduction = false) =>
  readConfig(new ConfigReader(hardening ? ({ hardening } as {}) : {}), {
    rules: RULES,
    isProduction,
    folder,
  });

describe('readConfig', () => {
  it('has an answer to everything where nothing is set', () => {
    expect(read(undefined)).toMatchObject({
      sources: { localRoots: [], allow: [] },
      filter: [{ kind: 'Component' }],
      periodMilliseconds: 3_600_000,
      limits: {
        fileBytes: 262_144,
        files: 500,
        bytes: 16_777_216,
        leaseSeconds: 60,
        attempts: 5,
      },
      policy: {},
      firstEvidenceGraceDays: 14,
    });
    expect(read({ limits: {}, sources: { local: {} } })).toEqual(
      expect.objectContaining({ periodMilliseconds: 3_600_000 }),
    );
  });

  it('takes what is set', () => {
    const config = read({
      sources: {
        local: { roots: ['src', __dirname] },
        allow: ['https://github.com/acme/*'],
      },
      entities: { filter: { kind: ['Component', 'Resource'] } },
      refresh: { period: '30 minutes' },
      limits: { slots: '7' },
      policy: {
        trustedImages: ['registry.example.com/base/'],
        multipliers: { [rule]: 1.5 },
        firstEvidenceGraceDays: 0,
      },
    });
    expect(config.sources.localRoots).toEqual([__dirname, __dirname]);
    expect(config.sources.allow[0]!('https://github.com/acme/shop')).toBe(true);
    expect(config).toMatchObject({
      filter: [{ kind: ['Component', 'Resource'] }],
      periodMilliseconds: 1_800_000,
      limits: { slots: 7 },
      policy: {
        trustedImages: ['registry.example.com/base/'],
        multipliers: { [rule]: 1.5 },
      },
      firstEvidenceGraceDays: 0,
    });
  });

  it.each([
    [
      { polcy: {} },
      'hardening has no key "polcy"; it has sources, entities, uploads, evidence, refresh, limits, policy',
    ],
    [
      { limits: { slot: 3 } },
      /hardening\.limits has no key "slot"; it has .*slots/,
    ],
    [
      { limits: { slots: 'ten' } },
      'hardening.limits.slots must be a whole number from 1 to 100; it is "ten"',
    ],
    [{ limits: { slots: 0 } }, 'from 1 to 100; it is 0'],
    [{ limits: { fileBytes: 2.5 } }, 'must be a whole number'],
    [{ limits: 7 }, 'hardening.limits must be an object with keys among'],
    [
      { refresh: { period: '5' } },
      'hardening.refresh.period must be a duration from one minute to 30 days',
    ],
    [
      { refresh: { period: { seconds: 5 } } },
      'hardening.refresh.period must be a duration',
    ],
    [
      { sources: { local: { roots: ['nowhere'] } } },
      `hardening.sources.local.roots[0] must be a folder, and "${folder}/nowhere" is none`,
    ],
    [
      { sources: { allow: ['acme/*'] } },
      'hardening.sources.allow[0] must be the address of repositories',
    ],
    [{ sources: { allow: 'x' } }, 'hardening.sources.allow must be a list'],
    [
      { entities: { filter: 'Component' } },
      'hardening.entities.filter must give a text',
    ],
    [
      { policy: { multipliers: { 'dockerfile/none': 2 } } },
      'hardening.policy.multipliers names a rule, and "dockerfile/none" is none',
    ],
    [
      { policy: { multipliers: { [rule]: 3 } } },
      `hardening.policy.multipliers.${rule} must be a number from 1 to 2; it is 3`,
    ],
    [
      { policy: { trustedImages: ['a b'] } },
      'hardening.policy.trustedImages[0] must be the start of an image name',
    ],
    [
      { uploads: { subjects: [{ entities: ['component:a'] }] } },
      'hardening.uploads.subjects[0].subject must be a subject, as in "ci"',
    ],
    [
      { uploads: { subjects: [{ subject: 'external:ci' }] } },
      'hardening.uploads.subjects[0].entities must be a list',
    ],
    [
      { uploads: { subjects: [{ subject: 'external:ci', entities: [] }] } },
      'hardening.uploads.subjects[0].entities must name an entity',
    ],
    ...['*', 'a b:c', {}].map((one): [object, string] => [
      { uploads: { subjects: [{ subject: 'external:ci', entities: [one] }] } },
      'hardening.uploads.subjects[0].entities[0] must be an entity reference',
    ]),
    [
      { policy: { graceDays: { critical: -1 } } },
      'hardening.policy.graceDays.critical must be a whole number from 0 to 365',
    ],
  ])('refuses %j', (hardening, message) => {
    expect(() => read(hardening)).toThrow(message);
  });

  it('lets nobody send reports, unless it says who and for what', () => {
    expect(read(undefined).uploaders).toEqual([]);
    const filter = { kind: 'Component', 'spec.system': 'shop' };
    const entities = ['component:Shop', 'component:acme/orders', filter];
    const subjects = [{ subject: 'external:ci', entities }];
    expect(read({ uploads: { subjects } }).uploaders).toEqual([
      {
        subject: 'external:ci',
        entityRefs: ['component:default/shop', 'component:acme/orders'],
        filters: [filter],
      },
    ]);
  });

  it('reads no folders of the machine in production', () => {
    const hardening = { sources: { local: { roots: ['src'] } } };
    expect(() => read(hardening, true)).toThrow(
      'hardening.sources.local.roots is for development, and refused with NODE_ENV=production',
    );
  });

  it('names all that is wrong at once', () => {
    expect(() => read({ limits: { slots: 0, files: 0 } })).toThrow(
      /slots.*\n- hardening\.limits\.files|files.*\n- hardening\.limits\.slots/,
    );
  });
});

describe('the README', () => {
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  it('names each key that the schema has, and no other', () => {
    const keys: string[] = [];
    const sections: string[] = [];
    for (const line of text('config.d.ts').split('\n')) {
      const [, key = '', value = ''] = /^ +(\w+)\?:(.*)$/.exec(line) ?? [];
      if (value === ' {') sections.push(key);
      else if (key !== '') keys.push([...sections.slice(1), key].join('.'));
      // Of a list of objects, the list is the key.
      if (/^ +\}\[\];$/.test(line)) keys.push(sections.slice(1).join('.'));
      if (/^ +\}(?:\[\])?;$/.test(line)) sections.pop();
    }
    const listed = [
      ...text('README.md').matchAll(
        /^\| `((?!hardening\.)[a-z]\w*\.[\w.]+)`/gm,
      ),
    ];
    expect(keys.length).toBeGreaterThan(20);
    expect(listed.map(([, key]) => key).sort()).toEqual(keys.sort());
  });

  it('says what holds where nothing is set', () => {
    const { limits } = read(undefined);
    const rows = text('README.md').matchAll(/^\| `limits\.(\w+)` +\| (\d+) /gm);
    const listed = [...rows].map(([, key, value]) => [key, Number(value)]);
    const { slots: _, ...known } = limits;
    expect(Object.fromEntries(listed)).toMatchObject(known);
  });
});
