// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { changeTheme, THEMES } from './portal';

/**
 * Looks, in both themes, for what axe calls serious or critical in the parts
 * that are ours.
 */
export async function expectAccessible(
  page: Page,
  selector: string,
): Promise<void> {
  for (const theme of THEMES) {
    await changeTheme(page, theme);
    // The app begins anew with another theme, and loads again.
    await expect(page.locator(selector).first()).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    // Halfway from one colour to the next nothing can be said of contrast.
    await expect(async () => {
      const { violations, passes } = await new AxeBuilder({ page })
        .include(selector)
        .analyze();
      const grave = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html, failureSummary }) => ({
            html,
            failureSummary,
          })),
        }));
      expect({ theme, grave }).toEqual({ theme, grave: [] });
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    }).toPass({ timeout: 20_000 });
  }
}
