// SPDX-License-Identifier: Apache-2.0
import { createRouteRef } from '@backstage/core-plugin-api';

/** The tab, where an app of the old frontend system has put it. */
export const legacyTabRouteRef = createRouteRef({ id: 'hardening' });

/** The scorecards of the organisation, likewise. */
export const legacyScorecardsRouteRef = createRouteRef({
  id: 'hardening-scorecards',
});
