// SPDX-License-Identifier: Apache-2.0
import { NotFoundError } from '@backstage/errors';
import { createExcerpts } from '@plimsoll/engine';
import {
  hardeningAssessmentReadPermission,
  hardeningSourceReadPermission,
} from '@plimsoll/plugin-hardening-common';
import { findFinding } from '../database/findingStore';
import { loadText } from '../database/treeStore';
import { openEntity } from './access';
import { audited } from './audited';
import type { Operation } from './operation';
import { findEntity } from './queries/entity';

const NEEDED = [
  hardeningAssessmentReadPermission,
  hardeningSourceReadPermission,
];

/** The lines of a finding: the only answer with source text in it. */
export const getExcerpt: Operation<'getExcerpt'> = async (context, call) => {
  const { knex } = context;
  const { fingerprint, ...entity } = call.request.params;
  call.response.set('Cache-Control', 'no-store');
  const event = { eventId: 'source-read', meta: { ...entity, fingerprint } };
  return audited(context, call, event, async () => {
    const { id, entityRef } = await openEntity(context, call, NEEDED, ref =>
      findEntity(knex, ref),
    );
    const finding = await findFinding(knex, id, fingerprint!);
    if (!finding) {
      throw new NotFoundError(
        `"${entityRef}" has no finding "${fingerprint}"; it may be mended`,
      );
    }
    const { path, oid, range } = finding;
    const text = oid === undefined ? undefined : await loadText(knex, oid);
    if (text === undefined) {
      throw new NotFoundError(`The text of "${path}" is not kept`);
    }
    return { path, ...createExcerpts(text)(range) };
  });
};
