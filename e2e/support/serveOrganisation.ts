// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test';
import {
  fakeScorecards,
  type FakeOrganisation,
} from '../../plugins/hardening/src/testing/fakeScorecards';

const LISTS = ['grade', 'level', 'state', 'reason'];

/** Answers for the scorecards of an organisation that is larger than the demo. */
export async function serveOrganisation(
  page: Page,
  organisation: FakeOrganisation = {},
): Promise<void> {
  const api = fakeScorecards(organisation);
  await page.route('**/api/hardening/scorecards**', async route => {
    const { pathname, searchParams } = new URL(route.request().url());
    const query = Object.fromEntries(
      [...new Set(searchParams.keys())].map(name => [
        name,
        LISTS.includes(name)
          ? searchParams.getAll(name)
          : searchParams.get(name),
      ]),
    ) as Record<string, never>;
    const asked = { ...query, limit: Number(query.limit ?? 50) as never };
    try {
      if (pathname.endsWith('/overview')) {
        await route.fulfill({ json: await api.getScorecardOverview(query) });
      } else if (pathname.endsWith('/rollup')) {
        await route.fulfill({ json: await api.getRollup(asked) });
      } else {
        await route.fulfill({ json: await api.listScorecards(asked) });
      }
    } catch (error) {
      const { statusCode, body } = error as {
        readonly statusCode: number;
        readonly body: object;
      };
      await route.fulfill({ status: statusCode, json: body });
    }
  });
}
