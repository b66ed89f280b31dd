// SPDX-License-Identifier: Apache-2.0
import type { ScanSubject } from '@plimsoll/model';
import { digestOf, distinct } from '../imageDigest.ts';
import { utcInstant } from '../instant.ts';
import { UNKNOWN_SUBJECT } from '../reportDraft.ts';
import type { SarifRun } from './sarifShapes.ts';

/**
 * The image that a run is about. SARIF has no field for it: Trivy names it in
 * the properties of the run, Snyk in place of a path.
 *
 * @param place - where the first result is
 */
export function subjectOfRun(
  { properties = {} }: SarifRun,
  place: string | undefined,
): ScanSubject | undefined {
  const { imageName, imageID, repoDigests = [], repoTags = [] } = properties;
  const written = place?.replace(/@sha256_(?=[0-9a-f]{64}$)/, '@sha256:');
  const byPlace = written === place ? undefined : written;
  const name = imageName || byPlace;
  if (name === undefined) return undefined;
  return {
    kind: 'image',
    name,
    digests: distinct([name, ...repoDigests].map(digestOf)),
    ...(imageID && { imageId: imageID }),
    references: distinct([...repoTags, ...repoDigests]),
  };
}

/** One subject for a document whose runs may be about several. */
export function joinSubjects(subjects: readonly ScanSubject[]): ScanSubject {
  const [first] = subjects;
  if (!first) return UNKNOWN_SUBJECT;
  const isSame = subjects.every(
    one =>
      one.name === first.name && one.digests.join() === first.digests.join(),
  );
  return isSame ? first : { ...UNKNOWN_SUBJECT, kind: 'several' };
}

/** When the first of the calls of a run ended. */
export function earliestEnd({
  invocations = [],
}: SarifRun): string | undefined {
  return distinct(
    invocations.map(one => utcInstant(one.endTimeUtc ?? one.startTimeUtc)),
  )[0];
}
