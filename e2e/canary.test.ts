// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { PLANTED_SECRETS } from '../packages/engine/src/testing/plantedSecrets';
import { openCard, sectionOf } from './support/portal';
import { TEST_COMPONENTS } from './support/testComponents';

test('no planted secret reaches a browser', async ({ page }) => {
  test.slow();
  const seen: string[] = [];
  const answers: Promise<unknown>[] = [];
  let excerpts = 0;
  page.on('response', response => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/')) return;
    if (pathname.endsWith('/excerpt')) excerpts += 1;
    // A navigation ends what is under way.
    const text = response.text().catch(() => '');
    answers.push(text.then(body => seen.push(body)));
  });

  const card = await openCard(page, TEST_COMPONENTS.planted);
  seen.push(await page.content());
  await card.getByRole('link', { name: 'Open hardening' }).click();
  const findings = sectionOf(page, 'Findings');
  const rows = findings.locator('button[data-row]');
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.all()) {
    await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const more = findings.getByRole('button', { name: /^Show \d+ more of/ });
    const isAboutSecrets = /secret/i.test(await row.innerText());
    while (isAboutSecrets && (await more.count()) > 0) {
      await more.click();
      await expect(findings.locator('[data-pending]')).toHaveCount(0);
    }
    await expect(findings.getByText('Why it matters')).toBeVisible();
    await expect(findings.getByRole('group').first()).toBeVisible();
    seen.push(await page.content());
    await row.click();
  }
  await Promise.all(answers);

  // It did look: at excerpts from all kinds of places.
  expect(excerpts).toBeGreaterThan(PLANTED_SECRETS.length / 2);
  expect(seen.join('')).toContain('install-app');
  const leaked = PLANTED_SECRETS.filter(({ secret }) =>
    seen.some(text => text.includes(secret)),
  ).map(({ kind }) => kind);
  expect(leaked).toEqual([]);
});
