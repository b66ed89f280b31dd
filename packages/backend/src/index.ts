// SPDX-License-Identifier: Apache-2.0
import { createBackend } from '@backstage/backend-defaults';
import { demoPlugin } from './demo/plugin';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@plimsoll/plugin-hardening-backend'));
backend.add(demoPlugin);

backend.start();
