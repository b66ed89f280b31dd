// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES } from '@plimsoll/model';
import {
  hardeningAssessmentReadPermission,
  type Finding,
} from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import {
  listFindings as listKept,
  type KeptFinding,
} from '../database/findingStore';
import { openEntity } from './access';
import { readCursor, writeCursor } from './cursor';
import { listOf, PAGE, parseInput, textUpTo } from './input';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';

const querySchema = z.strictObject({
  severity: listOf(SEVERITIES),
  rule: textUpTo(200).optional(),
  path: textUpTo(4096).optional(),
  ...PAGE,
});

/** The findings of an entity, dearest first. */
export const listFindings: Operation<'listFindings'> = async (
  context,
  call,
) => {
  const { knex, now } = context;
  const query = parseInput('query', querySchema, call.request.query);
  const { limit, cursor, ...filters } = query;
  const {
    id,
    entityRef,
    assessedAt = 0,
  } = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findEntity(knex, ref),
  );
  // Positions hold for one assessment only.
  const list = ['findings', entityRef, filters, assessedAt];
  const [afterPosition] = cursor ? readCursor(list, cursor, 1, now()) : [];
  const findings = await listKept(knex, id, {
    severities: filters.severity,
    rule: filters.rule,
    subject: filters.path,
    limit: limit + 1,
    afterPosition,
  });
  const last = findings[limit - 1];
  return {
    items: findings.slice(0, limit).map(findingOf),
    nextCursor:
      findings.length > limit
        ? writeCursor(list, [last!.position], now())
        : undefined,
  };
};

/** Without offsets and data, which nobody needs to show it. */
function findingOf(finding: KeptFinding): Finding {
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    subject: finding.subject,
    path: finding.path,
    start: finding.start,
    end: finding.end,
    severity: finding.severity,
    messageId: finding.messageId,
    message: finding.message,
    count: finding.count,
    scored: finding.scored,
    pointsLost: finding.pointsLost,
    firstSeenAt: new Date(finding.firstSeenAt).toISOString(),
  };
}
