// SPDX-License-Identifier: Apache-2.0
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import text from '../text.module.css';
import { formatAge, formatInstant, shortRevision } from '../words/time';
import { useNow } from './useNow';

/** When the repository was read last, and at which revision. */
export function ReadAt({
  summary: { readAt, assessedAt, revision },
}: {
  readonly summary: EntitySummary;
}) {
  const now = useNow();
  const at = readAt ?? assessedAt;
  if (!at) return null;
  const instant = new Date(at);
  return (
    <span>
      Read{' '}
      <time dateTime={at} title={formatInstant(instant)}>
        {formatAge(instant, now)}
      </time>
      {revision && (
        <>
          {' '}
          at{' '}
          <span className={text.mono} title={revision}>
            {shortRevision(revision)}
          </span>
        </>
      )}
    </span>
  );
}
