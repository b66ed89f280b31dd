// SPDX-License-Identifier: Apache-2.0
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { getAssessment } from './assessment';
import { listChanges } from './changes';
import type { ApiContext } from './context';
import { getExcerpt } from './excerpt';
import { listFindings } from './findings';
import { getHistory } from './history';
import { jsonBody } from './jsonBody';
import type { Operation, OperationId } from './operation';
import { getScorecardOverview } from './overview';
import { createPreview } from './preview';
import { refreshEntity } from './refresh';
import { listReports } from './reports';
import { getRollup } from './rollup';
import { getRule, listRules } from './rules';
import { exportScorecards } from './scorecardExport';
import { listScorecards } from './scorecards';
import { getEntitySummary } from './summary';
import { createUploadReport } from './uploadReport';

/** What the router stands on. */
export interface RouterOptions extends ApiContext {
  readonly httpAuth: HttpAuthService;
}

/** The HTTP API as `openapi.yaml` of the common package describes it. */
export function createRouter({ httpAuth, ...context }: RouterOptions): Router {
  const answer =
    <Id extends OperationId>(
      operation: Operation<Id>,
      status: 200 | 202 | 'own' = 200,
    ): RequestHandler =>
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      // A copy may be kept, and used when we say that it still holds for who
      // asks then.
      response.set('Cache-Control', 'private, no-cache').vary('Authorization');
      const body = await operation(context, { request, response, credentials });
      if (body === undefined) response.status(304).end();
      else if (status === 'own') response.json(body);
      else response.status(status).json(body);
    };

  const router = PromiseRouter();
  router.use((request, _, next) => {
    if (request.url.includes('%00')) {
      throw new InputError('The character 0 stands in no name and no path');
    }
    next();
  });
  const entity = '/entities/:kind/:namespace/:name';
  router.get(entity, answer(getEntitySummary));
  router.get(`${entity}/assessment`, answer(getAssessment));
  router.get(`${entity}/findings`, answer(listFindings));
  router.get(`${entity}/findings/:fingerprint/excerpt`, answer(getExcerpt));
  router.get(`${entity}/history`, answer(getHistory));
  router.get(`${entity}/changes`, answer(listChanges));
  router.post(`${entity}/refresh`, answer(refreshEntity, 202));
  router.get(`${entity}/reports`, answer(listReports));
  const uploadReport = createUploadReport(context);
  router.post(`${entity}/reports`, answer(uploadReport, 'own'));
  router.get('/scorecards', answer(listScorecards));
  router.get('/scorecards/export', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await exportScorecards(context, { request, response, credentials });
  });
  router.get('/scorecards/overview', answer(getScorecardOverview));
  router.get('/scorecards/rollup', answer(getRollup));
  router.get('/rules', answer(listRules));
  router.get('/rules/:area/:rule', answer(getRule));
  router.post('/preview', jsonBody('3mb'), answer(createPreview()));
  return router;
}
