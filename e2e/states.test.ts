// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { scenarios } from '../plugins/hardening/src/testing/scenarios';
import { expectAccessible } from './support/accessibility';
import { cardOf, pageOf, sectionOf } from './support/portal';
import { serveScenario } from './support/serveScenario';

// States of the backend that the portal of the tests cannot be brought into, or
// not for long enough to look at.
const STATES = [
  ['golden', 'Nothing to fix', 'Score'],
  ['gated', 'Not a B', 'Score'],
  ['too-little', 'Less than 30 %', 'Hardening'],
  ['pending', 'First assessment in progress', 'Hardening'],
  ['forbidden', 'You may not see this', 'Hardening'],
  ['broken', 'Could not be loaded', 'Hardening'],
] as const;

for (const [state, says, section] of STATES) {
  test(`card and tab are accessible when ${state}`, async ({ page }) => {
    await serveScenario(page, (await scenarios(new Date()))[state]!);
    await page.goto(pageOf('orders-node'));
    await expect(cardOf(page)).toContainText(says);
    await expectAccessible(page, '[role=region][aria-label=Hardening]');

    await page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'Hardening' })
      .click();
    await expect(page).toHaveURL(/\/hardening$/);
    await expect(
      sectionOf(page, section).getByRole('img').first(),
    ).toBeVisible();
    await expectAccessible(page, '[role=region][aria-labelledby]');
  });
}

test('nothing moves when the score arrives', async ({ page }) => {
  const { scored } = await scenarios(new Date());
  const release = await serveScenario(page, scored!, { holdBack: true });
  await page.goto(pageOf('orders-node'));
  const card = cardOf(page);
  await expect(card).toHaveAttribute('aria-busy', 'true');
  const loading = (await card.boundingBox())!;
  release();
  await expect(card).toHaveAttribute('aria-busy', 'false');
  const loaded = (await card.boundingBox())!;
  expect(Math.abs(loaded.height - loading.height)).toBeLessThan(8);
});

test('a filter stands in the address', async ({ page }) => {
  await serveScenario(page, {});
  await page.goto(pageOf('orders-node', '/hardening'));
  const findings = sectionOf(page, 'Findings');
  await findings.getByRole('button', { name: /Severity/ }).click();
  await page.getByRole('option', { name: 'Low' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/severity=low/);
  await expect(findings.locator('button[data-row]')).toHaveCount(1);

  await page.reload();
  await expect(findings.locator('button[data-row]')).toHaveCount(1);
});
