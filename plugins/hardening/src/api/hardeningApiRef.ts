// SPDX-License-Identifier: Apache-2.0
import { createApiRef } from '@backstage/core-plugin-api';
import type { HardeningApi } from '@plimsoll/plugin-hardening-common';

/** Where card and tab get what they show. */
export const hardeningApiRef = createApiRef<HardeningApi>({
  id: 'plugin.hardening.client',
});
