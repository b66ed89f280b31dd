// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { hardeningPermissions } from '@plimsoll/plugin-hardening-common';
import {
  hardeningExtensionPoint,
  type SourceReader,
} from '@plimsoll/plugin-hardening-node';
import { createRouter } from './api/router';
import { createMayUpload } from './api/uploaders';
import { readBacklog } from './database/backlog';
import { createHealthRouter } from './health';
import {
  createUploadMeter,
  createWorkerMeter,
  observeBacklog,
} from './metrics';
import { startHardening } from './startHardening';

/** Assesses the repositories of catalog entities and serves their scores. */
export const hardeningPlugin = createBackendPlugin({
  pluginId: 'hardening',
  register(env) {
    const addedReaders: SourceReader[] = [];
    const ruleFiles: string[] = [];
    env.registerExtensionPoint(hardeningExtensionPoint, {
      addSourceReader: reader => addedReaders.push(reader),
      addRules: file => ruleFiles.push(file),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { auditor, httpAuth, permissions } = services;
        const hardening = await startHardening({
          ...services,
          meter: createWorkerMeter(services.metrics),
          addedReaders,
          ruleFiles,
        });
        const { config, knex, lookedAgo, previews, requestRefresh, rules } =
          hardening;
        observeBacklog(services.metrics, () => readBacklog(knex));
        services.permissionsRegistry.addPermissions(hardeningPermissions);
        services.httpRouter.use(createHealthRouter({ lookedAgo }));
        services.httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
        services.httpRouter.use(
          createRouter({
            auditor,
            httpAuth,
            permissions,
            knex,
            requestRefresh,
            assessor: previews,
            uploads: {
              mayUpload: createMayUpload(config.uploaders, services),
              reader: hardening.reports,
              mostPerHour: config.limits.reportsPerHour,
              milliseconds: config.limits.reportSeconds * 1000,
              meter: createUploadMeter(services.metrics),
              wake: hardening.wake,
            },
            policy: config.policy,
            rules: rules.map(({ info }) => info),
            now: Date.now,
          }),
        );
      },
    });
  },
});
