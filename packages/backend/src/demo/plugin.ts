// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { HardeningClient } from '@plimsoll/plugin-hardening-common';
import { setTimeout } from 'node:timers/promises';
import { exampleReports, type ExampleReport } from './exampleReports';

const ATTEMPTS = 60;
const PAUSE_MILLISECONDS = 2_000;

/**
 * Sends scan reports of the examples, as the jobs that build them would: by the
 * API, with a token of its own, which the configuration maps to them.
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, discovery, lifecycle, logger }) {
        const client = new HardeningClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const stopping = new AbortController();
        const { signal } = stopping;
        const send = async ({ entityRef, dockerfile, body }: ExampleReport) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'hardening',
          });
          const options = { token, signal };
          await client.uploadReport(
            entityRef,
            { body },
            { dockerfile },
            options,
          );
        };
        const sendAll = async () => {
          for (const report of exampleReports(new Date())) {
            await untilKnown(() => send(report), signal);
          }
        };
        lifecycle.addStartupHook(() => {
          sendAll().catch(error => {
            if (!signal.aborted) {
              logger.warn('Cannot send the reports of the examples', error);
            }
          });
        });
        lifecycle.addShutdownHook(() => stopping.abort());
      },
    });
  },
});

/** Entities are known some seconds after the start. */
async function untilKnown(
  send: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const { statusCode } = error as { readonly statusCode?: number };
      const isEarly = statusCode === undefined || statusCode === 404;
      if (!isEarly || attempt >= ATTEMPTS || signal.aborted) throw error;
      await setTimeout(PAUSE_MILLISECONDS, undefined, { signal });
    }
  }
}
