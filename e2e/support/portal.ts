// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator, type Page } from '@playwright/test';

/** The widths that people have. */
export const WIDTHS = [375, 768, 1440] as const;

/** The themes that the app has. */
export const THEMES = ['light', 'dark'] as const;

/** The address of the page of a component. */
export function pageOf(name: string, rest = ''): string {
  return `/catalog/default/component/${name}${rest}`;
}

/** The card on the overview of an entity. */
export function cardOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Hardening', exact: true });
}

/** A section of the tab. */
export function sectionOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The mark of a card or a head, with the grade in its name. */
export function markOf(within: Locator): Locator {
  return within.getByRole('img', { name: /^Grade [A-F], \d+ of 100/ }).first();
}

/** Opens the overview of a component that has a score. */
export async function openCard(page: Page, name: string): Promise<Locator> {
  await page.goto(pageOf(name));
  const card = cardOf(page);
  await expect(markOf(card)).toBeVisible();
  return card;
}

/** Changes the theme, as a browser at nightfall does. */
export async function changeTheme(
  page: Page,
  colorScheme: (typeof THEMES)[number],
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
}

/** The page itself never scrolls sideways, whatever stands on it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.querySelectorAll('main *')];
    return all
      .filter(one => one.getBoundingClientRect().right > clientWidth)
      .map(one => `${one.tagName} ${one.textContent?.slice(0, 60)}`);
  });
  expect(tooWide).toEqual([]);
}
