// SPDX-License-Identifier: Apache-2.0
import { hardeningAssessmentReadPermission } from '@plimsoll/plugin-hardening-common';
import { describeNotScored } from '../catalog/notScoredReasons';
import { loadAssessment } from '../database/assessmentStore';
import { z } from 'zod';
import { openEntity } from './access';
import { detailOf } from './assessmentDetail';
import { parseInput } from './input';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';
import { isoOf } from './times';

const querySchema = z.strictObject({
  scope: z.enum(['files', 'full']).default('full'),
});

/** How the score of an entity comes about. */
export const getAssessment: Operation<'getAssessment'> = async (
  context,
  call,
) => {
  const { knex } = context;
  const { query } = call.request;
  const { scope } = parseInput('query', querySchema, query);
  const entity = await openEntity(
    context,
    call,
    [hardeningAssessmentReadPermission],
    ref => findEntity(knex, ref),
  );
  const { id, entityRef, status, reason, revision, assessedAt } = entity;
  const assessment = await loadAssessment(knex, id, scope);
  return {
    entityRef,
    state: status,
    notScoredReason: reason && describeNotScored(reason),
    revision,
    assessedAt: isoOf(assessedAt),
    assessment: assessment && detailOf(assessment),
  };
};
