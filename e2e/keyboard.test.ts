// SPDX-License-Identifier: Apache-2.0
import { expect, test, type Page } from '@playwright/test';
import { cardOf, openCard, pageOf, sectionOf } from './support/portal';

test('everything on the card is reached with Tab, and shows it', async ({
  page,
}) => {
  const card = await openCard(page, 'orders-node');
  const stops = await card.locator('a[href], button:not([disabled])').count();
  expect(stops).toBeGreaterThan(5);
  await card.getByRole('button', { name: 'Refresh' }).focus();
  for (let stop = 1; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toEqual({ isInCard: true, isVisible: true });
  }
  await page.keyboard.press('Tab');
  expect((await focusOf(page)).isInCard).toBe(false);
  await expect(cardOf(page)).toBeVisible();
});

test('findings open and close without a mouse', async ({ page }) => {
  await page.goto(pageOf('orders-node', '/hardening'));
  const rows = sectionOf(page, 'Findings').locator('button[data-row]');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL(/rule=/);
  await page.keyboard.press('Escape');
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'false');
  await expect(rows.nth(1)).toBeFocused();
  await expect(page).not.toHaveURL(/rule=/);
});

async function focusOf(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement!;
    const { outlineStyle, boxShadow } = getComputedStyle(focused);
    return {
      isInCard: focused.closest('[aria-label=Hardening]') !== null,
      isVisible: outlineStyle !== 'none' || boxShadow !== 'none',
    };
  });
}
