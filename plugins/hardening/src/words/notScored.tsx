// SPDX-License-Identifier: Apache-2.0
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import type { ReactNode } from 'react';
import text from '../text.module.css';

/** What a person can do about an entity without a score. */
export function adviceFor({ score }: EntitySummary): ReactNode {
  return adviceForReason(score?.status === 'notScored' ? score.reason : '');
}

/** The same by the word for why there is none. */
export function adviceForReason(reason: string): ReactNode {
  return ADVICE[reason] ?? DEFAULT_ADVICE;
}

const CATALOG_FILE = <code className={text.mono}>catalog-info.yaml</code>;

const DEFAULT_ADVICE = (
  <>
    Look at the source location of the entity in {CATALOG_FILE}: it has to name
    the repository, and the folder in it, as this portal can read them.
  </>
);

const ADVICE: Readonly<Record<string, ReactNode>> = {
  'no-container-artefacts': (
    <>
      Is it a library? Then nothing is needed, and it counts in no average. Are
      its containers elsewhere? Name their folder in {CATALOG_FILE}, with the
      annotation <code className={text.mono}>{ANNOTATION_SOURCE_LOCATION}</code>
      .
    </>
  ),
  'not-enough-evidence': (
    <>
      The hardening tab lists what is not known, and why. Each thing that
      becomes known brings the score closer.
    </>
  ),
  'source-not-allowed': (
    <>
      Describe the entity in the repository that holds its files, or ask those
      who run this portal to allow that repository.
    </>
  ),
  'source-forbidden': (
    <>Those who run this portal can give it access to the repository.</>
  ),
  'assessment-failed': (
    <>
      It is no mistake of yours. Those who run this portal find the reason in
      its log; a refresh tries again.
    </>
  ),
};
