// SPDX-License-Identifier: Apache-2.0
import type { ScannedOs, ScanSubject, ScanSubjectKind } from '@plimsoll/model';
import { digestOf, distinct } from '../imageDigest.ts';
import { utcInstant } from '../instant.ts';
import { listOf, textOr, type ShapeValue } from '../json/shape.ts';
import type { ReportProblem } from '../reportAdapter.ts';
import type { ReportDraft } from '../reportDraft.ts';

/** What is kept of a report itself. */
export const GRYPE_REPORT = {
  matches: 'presence',
  source: {
    type: 'text',
    target: textOr({
      userInput: 'text',
      imageID: 'text',
      manifestDigest: 'text',
      tags: listOf('text'),
      repoDigests: listOf('text'),
      architecture: 'text',
      os: 'text',
    }),
  },
  distro: { name: 'text', version: 'text' },
  descriptor: {
    name: 'text',
    version: 'text',
    timestamp: 'text',
    db: { built: 'text', status: { built: 'text' } },
  },
} as const;

type GrypeReport = ShapeValue<typeof GRYPE_REPORT>;

/** Puts into the draft what a report says of itself. */
export function readGrypeReport(
  report: GrypeReport,
  draft: ReportDraft,
): ReportProblem | undefined {
  const { name, version, timestamp, db } = report.descriptor ?? {};
  if (name !== undefined && name !== 'grype') return OTHER_TOOL;
  if (!report.matches) return NO_MATCHES;
  const builtAt = utcInstant(db?.status?.built ?? db?.built);
  draft.scanner = {
    name: 'Grype',
    ...(version && { version }),
    ...(builtAt !== undefined && { databaseBuiltAt: builtAt }),
  };
  draft.scannedAt = utcInstant(timestamp);
  draft.subject = subjectOf(report);
  draft.cover('vulnerabilities');
  return undefined;
}

const OTHER_TOOL: ReportProblem = {
  code: 'unrecognised',
  message: 'The descriptor names another tool than Grype',
  path: '$.descriptor.name',
};

const NO_MATCHES: ReportProblem = {
  code: 'field-missing',
  message: 'A report of Grype has a list of matches, empty when there are none',
  path: '$.matches',
};

function subjectOf({ source, distro }: GrypeReport): ScanSubject {
  // A path, or an image.
  const told = source?.target;
  const target = typeof told === 'object' ? told : { userInput: told ?? '' };
  const { tags = [], repoDigests = [], imageID, os, architecture } = target;
  const digests = [target.manifestDigest, ...repoDigests].map(digestOf);
  return {
    kind: SUBJECT_KINDS.get(source?.type ?? '') ?? 'unknown',
    name: target.userInput ?? '',
    digests: distinct(digests),
    ...(imageID && { imageId: imageID }),
    references: distinct([...tags, ...repoDigests]),
    ...(os && architecture && { platform: `${os}/${architecture}` }),
    ...(distro?.name && { os: osOf(distro.name, distro.version) }),
  };
}

function osOf(family: string, version = ''): ScannedOs {
  return { family, version };
}

const SUBJECT_KINDS = new Map<string, ScanSubjectKind>([
  ['image', 'image'],
  ['directory', 'filesystem'],
  ['file', 'filesystem'],
]);
