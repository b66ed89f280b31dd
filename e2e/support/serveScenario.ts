// SPDX-License-Identifier: Apache-2.0
import type { Page, Route } from '@playwright/test';
import {
  fakeHardening,
  type FakeBackend,
} from '../../plugins/hardening/src/testing/fakeHardening';

const ENTITY = 'component:default/orders-node';

/**
 * Answers for the hardening backend, with a state that the demo has not.
 *
 * @returns lets out what was held back
 */
export async function serveScenario(
  page: Page,
  backend: FakeBackend,
  { holdBack = false } = {},
): Promise<() => void> {
  const api = fakeHardening(backend);
  let release = () => {};
  const mayAnswer = holdBack
    ? new Promise<void>(resolve => (release = resolve))
    : Promise.resolve();
  await page.route('**/api/hardening/**', async route => {
    const url = new URL(route.request().url());
    await mayAnswer;
    await answer(route, () => ask(api, url));
  });
  return () => release();
}

async function ask(
  api: ReturnType<typeof fakeHardening>,
  { pathname, searchParams }: URL,
): Promise<unknown> {
  const parts = pathname.replace('/api/hardening/', '').split('/');
  if (parts[0] === 'rules') return api.listRules();
  const [, , , , resource, fingerprint] = parts;
  const text = (name: string) => searchParams.get(name) ?? undefined;
  switch (resource) {
    case undefined:
      return api.getEntitySummary(ENTITY);
    case 'assessment':
      return api.getAssessment(ENTITY);
    case 'findings':
      return fingerprint
        ? api.getExcerpt(ENTITY, decodeURIComponent(fingerprint))
        : api.listFindings(ENTITY, {
            severity: searchParams.getAll('severity') as never,
            rule: text('rule'),
            path: text('path'),
            limit: Number(text('limit')),
            cursor: text('cursor'),
          });
    case 'history':
      return api.getHistory(ENTITY, { days: Number(text('days')) });
    case 'changes':
      return api.listChanges(ENTITY);
    case 'refresh':
      return api.refreshEntity(ENTITY);
    default:
      throw new Error(`There is no answer for "${pathname}"`);
  }
}

async function answer(
  route: Route,
  give: () => Promise<unknown>,
): Promise<void> {
  try {
    await route.fulfill({ json: await give() });
  } catch (error) {
    const { statusCode, body } = error as {
      readonly statusCode: number;
      readonly body: object;
    };
    await route.fulfill({ status: statusCode, json: body });
  }
}
