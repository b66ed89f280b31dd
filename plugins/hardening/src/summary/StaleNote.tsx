// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@backstage/ui';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { Icon } from '../glyphs/Icon';
import { asSentence } from '../words/problems';
import { formatDay, formatInstant } from '../words/time';

/** Since when the repository cannot be read, why, and what comes next. */
export function StaleNote({
  summary: { stale, assessedAt },
}: {
  readonly summary: EntitySummary;
}) {
  if (!stale) return null;
  const { since, reason, nextTryAt } = stale;
  const next = nextTryAt
    ? `Next try: ${formatInstant(new Date(nextTryAt))}.`
    : 'Not tried again until somebody asks.';
  const shown =
    assessedAt && `What you see is of ${formatDay(new Date(assessedAt))}.`;
  return (
    <Alert
      status="warning"
      icon={<Icon name="warning" />}
      title={`Cannot be read since ${formatInstant(new Date(since))}`}
      description={[asSentence(reason), next, shown].filter(Boolean).join(' ')}
    />
  );
}
