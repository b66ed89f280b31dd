// SPDX-License-Identifier: Apache-2.0
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { Policy, Rule } from '@plimsoll/engine';
import { statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  parseSourcePattern,
  SOURCE_PATTERN_FORM,
  type SourcePattern,
} from './catalog/allowedSources';
import type { EntityFilter } from './catalog/reconcile';
import { DEFAULT_SOURCE_LIMITS } from './sources/sourceLimits';

/** What an administrator may set, with what holds where nothing is set. */
export interface HardeningConfig {
  readonly sources: {
    /** Absolute. */
    readonly localRoots: readonly string[];
    readonly allow: readonly SourcePattern[];
  };
  readonly filter: EntityFilter;
  /** Who may send reports for which entities; nobody where it is empty. */
  readonly uploaders: readonly Uploader[];
  readonly evidence: {
    /** Absolute. */
    readonly knownExploited: string | undefined;
    /** Absolute. */
    readonly epss: string | undefined;
  };
  readonly periodMilliseconds: number;
  readonly limits: Limits;
  readonly policy: Policy;
  /** Before which missing scans and images are no fault of a new repository. */
  readonly firstEvidenceGraceDays: number;
}

/** Who may send reports, and for what. */
export interface Uploader {
  /** As Backstage knows the holder of a service token. */
  readonly subject: string;
  /** Full references. */
  readonly entityRefs: readonly string[];
  readonly filters: EntityFilter;
}

/** See `config.d.ts`. */
export type Limits = z.output<typeof limits>;

/** What the configuration is read against. */
export interface ConfigSurroundings {
  readonly rules: readonly Rule[];
  readonly isProduction: boolean;
  /** What relative folders are relative to. */
  readonly folder: string;
}

/**
 * Reads and checks `hardening` of the configuration.
 *
 * @throws Error - that names each wrong key and says what it may be
 */
export function readConfig(
  root: Config,
  surroundings: ConfigSurroundings,
): HardeningConfig {
  const problems: string[] = [];
  const value = root.getOptional('hardening') ?? {};
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const at = ['hardening', ...issue.path].reduce(
        (key: string, part) =>
          typeof part === 'number'
            ? `${key}[${part}]`
            : `${key}.${String(part)}`,
        '',
      );
      problems.push(`${at.slice(1)} ${issue.message}${shown(issue.input)}`);
    }
    throw problemsError(problems);
  }
  const { sources, entities, policy, uploads, evidence, ...rest } = parsed.data;
  const absolute = (file: string | undefined) =>
    file === undefined ? undefined : path.resolve(surroundings.folder, file);
  const localRoots = sources.local.roots.map(folder =>
    path.resolve(surroundings.folder, folder),
  );
  problems.push(...problemsOfRoots(localRoots, surroundings));
  problems.push(...problemsOfMultipliers(policy.multipliers, surroundings));
  const periodMilliseconds = readPeriod(root, problems);
  if (problems.length > 0) throw problemsError(problems);
  const { firstEvidenceGraceDays, ...enginePolicy } = policy;
  return {
    sources: {
      localRoots,
      allow: sources.allow.map(pattern => parseSourcePattern(pattern)!),
    },
    filter: Array.isArray(entities.filter)
      ? entities.filter
      : [entities.filter],
    uploaders: uploads.subjects.map(({ subject, entities: own }) => ({
      subject,
      entityRefs: own.flatMap(one =>
        typeof one === 'string' ? fullRef(one)! : [],
      ),
      filters: own.filter(one => typeof one !== 'string'),
    })),
    evidence: {
      knownExploited: absolute(evidence.knownExploited),
      epss: absolute(evidence.epss),
    },
    periodMilliseconds,
    limits: rest.limits,
    policy: enginePolicy,
    firstEvidenceGraceDays,
  };
}

/** An object of which every key is known. */
function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has no key "${issue.keys.join('", "')}"; it has ${known}`
        : `must be an object with keys among ${known}`,
  });
}

/** A whole number; also as text, as an environment variable gives it. */
function whole(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.preprocess(
    value =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    z
      .number({ error })
      .int({ error })
      .min(least, { error })
      .max(most, { error }),
  );
}

function text(error: string) {
  return z.string({ error }).min(1, { error });
}

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: 'must be a list' }).default([]);
}

const limits = section({
  fileBytes: whole(1024, 16 * 1024 ** 2).default(
    DEFAULT_SOURCE_LIMITS.fileBytes,
  ),
  files: whole(1, 10_000).default(DEFAULT_SOURCE_LIMITS.files),
  bytes: whole(1024, 256 * 1024 ** 2).default(DEFAULT_SOURCE_LIMITS.bytes),
  treeFiles: whole(1, 2_000_000).default(DEFAULT_SOURCE_LIMITS.treeFiles),
  treeBytes: whole(1024, 1024 ** 4).default(DEFAULT_SOURCE_LIMITS.treeBytes),
  archives: whole(1, 20).default(2),
  slots: whole(1, 100).optional(),
  attempts: whole(1, 100).default(5),
  leaseSeconds: whole(5, 3600).default(60),
  refreshSeconds: whole(1, 7200).default(600),
  assessSeconds: whole(1, 3600).default(60),
  assessMebibytes: whole(64, 16_384).default(512),
  assessThreads: whole(1, 32).default(1),
  findings: whole(1, 50_000).default(5_000),
  historyDays: whole(1, 3660).default(400),
  removedDays: whole(1, 3660).default(30),
  reportDays: whole(1, 3660).default(90),
  reportSeconds: whole(1, 600).default(60),
  reportThreads: whole(1, 32).default(2),
  reportsPerHour: whole(1, 10_000).default(60),
});

const IMAGE_FORM =
  'must be the start of an image name, as in "registry.example.com/base/"';
const filterError =
  'must give a text, or a list of texts, for each key, as in "kind: Component"';
const entityFilter = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())], { error: filterError }),
  { error: filterError },
);

const REF_FORM =
  'must be an entity reference, as in "component:default/shop", or a filter, as in "kind: Component"';
const uploader = section({
  subject: text('must be a subject, as in "ci"'),
  entities: z
    .array(
      z.custom<string | Readonly<Record<string, string | string[]>>>(
        isUploadTarget,
        { error: REF_FORM },
      ),
      { error: 'must be a list' },
    )
    .min(1, { error: 'must name an entity' }),
});

const schema = section({
  sources: section({
    local: section({ roots: list(text('must be a folder')) }).prefault({}),
    allow: list(
      z
        .string({ error: `must be ${SOURCE_PATTERN_FORM}` })
        .refine(pattern => parseSourcePattern(pattern) !== undefined, {
          error: `must be ${SOURCE_PATTERN_FORM}`,
        }),
    ),
  }).prefault({}),
  entities: section({
    filter: z
      .union([entityFilter, z.array(entityFilter).min(1)], {
        error: filterError,
      })
      .default({ kind: 'Component' }),
  }).prefault({}),
  uploads: section({ subjects: list(uploader) }).prefault({}),
  evidence: section({
    knownExploited: text('must be a file').optional(),
    epss: text('must be a file').optional(),
  }).prefault({}),
  refresh: section({
    period: z.unknown().optional(),
  }).prefault({}),
  limits: limits.prefault({}),
  policy: section({
    trustedImages: z
      .array(
        z
          .string({ error: IMAGE_FORM })
          .regex(/^[^\s@]+$/, { error: IMAGE_FORM }),
        { error: 'must be a list' },
      )
      .optional(),
    multipliers: z
      .record(
        z.string(),
        z
          .number({ error: 'must be a number from 1 to 2' })
          .min(1, { error: 'must be a number from 1 to 2' })
          .max(2, { error: 'must be a number from 1 to 2' }),
        { error: 'must give a number from 1 to 2 for each rule' },
      )
      .optional(),
    graceDays: section({
      critical: whole(0, 365).optional(),
      high: whole(0, 365).optional(),
      medium: whole(0, 365).optional(),
    }).optional(),
    firstEvidenceGraceDays: whole(0, 365).default(14),
  }).prefault({}),
});

/** A reference, or a filter; an empty one would mean every entity unsaid. */
function isUploadTarget(value: unknown): boolean {
  if (typeof value === 'string') return fullRef(value) !== undefined;
  const { success, data } = entityFilter.safeParse(value);
  return success && Object.keys(data).length > 0;
}

function fullRef(ref: string): string | undefined {
  if (!/^[^\s/:]+:(?:[^\s/:]+\/)?[^\s/:]+$/.test(ref)) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}

function problemsOfRoots(
  roots: readonly string[],
  { isProduction }: ConfigSurroundings,
): string[] {
  const key = 'hardening.sources.local.roots';
  if (isProduction && roots.length > 0) {
    return [`${key} is for development, and refused with NODE_ENV=production`];
  }
  return roots.flatMap((folder, index) =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory()
      ? []
      : [`${key}[${index}] must be a folder, and "${folder}" is none`],
  );
}

function problemsOfMultipliers(
  multipliers: Policy['multipliers'] = {},
  { rules }: ConfigSurroundings,
): string[] {
  const known = new Set(rules.map(({ info }) => info.id));
  return Object.keys(multipliers)
    .filter(id => !known.has(id))
    .map(
      id => `hardening.policy.multipliers names a rule, and "${id}" is none`,
    );
}

const HOUR = 3_600_000;
const LEAST_PERIOD = HOUR / 60;
const MOST_PERIOD = 30 * 24 * HOUR;

function readPeriod(root: Config, problems: string[]): number {
  const key = 'hardening.refresh.period';
  if (!root.has(key)) return HOUR;
  const form = `${key} must be a duration from one minute to 30 days, as in "{ hours: 1 }" or "90 minutes"`;
  try {
    const period = durationToMilliseconds(
      readDurationFromConfig(root, { key }),
    );
    if (period >= LEAST_PERIOD && period <= MOST_PERIOD) return period;
    problems.push(form);
  } catch (error) {
    problems.push(`${form}: ${(error as Error).message}`);
  }
  return HOUR;
}

function shown(input: unknown): string {
  if (input === undefined || (typeof input === 'object' && input !== null)) {
    return '';
  }
  return `; it is ${JSON.stringify(input).slice(0, 100)}`;
}

function problemsError(problems: readonly string[]): Error {
  return new Error(
    ['The configuration of the hardening backend is wrong.', ...problems].join(
      '\n- ',
    ),
  );
}
