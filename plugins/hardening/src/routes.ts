// SPDX-License-Identifier: Apache-2.0
import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The tab, below the page of an entity. */
export const tabRouteRef = createRouteRef();

/** The scorecards of the organisation. */
export const scorecardsRouteRef = createRouteRef();
