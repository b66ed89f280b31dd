// SPDX-License-Identifier: Apache-2.0
import type { Vulnerability } from '@plimsoll/model';
import { hasAt, outlineAt, type Outline } from '../json/outline.ts';
import type { ReportDraft } from '../reportDraft.ts';
import {
  element,
  type ReportAdapter,
  type ReportProblem,
} from '../reportAdapter.ts';
import { GRYPE_MATCH, readMatch } from './grypeMatch.ts';
import { GRYPE_REPORT, readGrypeReport } from './grypeReport.ts';

/** `grype … -o json`, of an image, a folder, an SBOM. */
export const grypeAdapter: ReportAdapter = {
  id: 'grype',
  title: 'Grype JSON',
  homepage: 'https://github.com/anchore/grype',
  testedVersions: ['0.7', '0.63', '0.94'],
  recognise(head) {
    return isGrype(head) || hasMatches(head);
  },
  read(draft) {
    let problem: ReportProblem | undefined;
    return {
      elements: {
        $: element(GRYPE_REPORT, value => {
          problem = readGrypeReport(value, draft);
        }),
        '$.matches[*]': element(GRYPE_MATCH, value =>
          add(draft, readMatch(value, false)),
        ),
        '$.ignoredMatches[*]': element(GRYPE_MATCH, value =>
          add(draft, readMatch(value, true)),
        ),
      },
      finish: () => problem,
    };
  },
};

/** The descriptor comes last as Grype writes it, and first in sorted JSON. */
function isGrype(head: Outline): boolean {
  return outlineAt(head, 'descriptor', 'name') === 'grype';
}

function hasMatches(head: Outline): boolean {
  return (
    hasAt(head, 'matches', 0, 'vulnerability') ||
    (hasAt(head, 'matches') && hasAt(head, 'source', 'type'))
  );
}

function add(draft: ReportDraft, entry: Vulnerability | undefined): void {
  if (!entry) {
    draft.omit('not-understood');
    return;
  }
  const { kind } = entry.package;
  if (kind === 'os') draft.cover('os-packages');
  if (kind === 'application') draft.cover('application-packages');
  draft.addVulnerability(entry);
}
