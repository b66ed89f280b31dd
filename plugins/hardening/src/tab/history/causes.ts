// SPDX-License-Identifier: Apache-2.0
import type { Change } from '@plimsoll/plugin-hardening-common';
import type { IconName } from '../../glyphs/Icon';
import { shortRevision, shortRuleset } from '../../words/time';

/** The shape of what moved a score. */
export const CAUSE_ICONS: Readonly<Record<Change['cause'], IconName>> = {
  first: 'first',
  commit: 'commit',
  scan: 'file',
  ruleset: 'ruleset',
  policy: 'policy',
  time: 'clock',
};

/** What moved a score, in words. */
export function describeCause({
  cause,
  revision,
  rulesetVersion,
}: Change): string {
  switch (cause) {
    case 'first':
      return 'First assessment';
    case 'commit':
      return revision ? `Commit ${shortRevision(revision)}` : 'New files';
    case 'scan':
      return 'A scan report came, or what is known of its findings changed';
    case 'ruleset':
      return `Ruleset ${shortRuleset(
        rulesetVersion,
      )}, no change in the repository`;
    case 'policy':
      return 'The policy changed, not the repository';
    case 'time':
      return 'Time passed: support of something ended, or a term did';
    default:
      return cause;
  }
}
