// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cardOf, openCard, pageOf, sectionOf } from './support/portal';
import { serveOrganisation } from './support/serveOrganisation';
import { serveScenario } from './support/serveScenario';
import { TEST_COMPONENTS } from './support/testComponents';

// The pictures of the documentation: npm run screenshots.

const FOLDER = path.join(__dirname, '../docs/images');

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 812 };

async function take(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // Playwright itself writes no WebP, which is a third of the size.
  const clip = await page.evaluate(() => ({
    x: window.scrollX,
    y: window.scrollY,
    width: window.innerWidth,
    height: window.innerHeight,
    scale: window.devicePixelRatio,
  }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 85,
    clip,
  });
  await writeFile(path.join(FOLDER, `${name}.webp`), data, 'base64');
}

async function openTab(page: Page, name: string, rest = ''): Promise<void> {
  await page.goto(pageOf(name, `/hardening${rest}`));
  await expect(
    sectionOf(page, 'Findings').locator('button[data-row]').first(),
  ).toBeVisible();
  await expect(sectionOf(page, 'History').getByRole('list')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: DESKTOP, deviceScaleFactor: 1.5 });

    test('card', async ({ page }) => {
      await openCard(page, 'orders-node');
      await take(page, `card-${colorScheme}`);
    });

    test('tab', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 1500 });
      await openTab(page, 'photos-node', '?rule=dockerfile/non-root-user');
      await expect(
        sectionOf(page, 'Findings').getByRole('group'),
      ).toBeVisible();
      await page.evaluate(() => window.scrollTo(0, 0));
      await take(page, `tab-${colorScheme}`);
    });
  });
}

test.describe('a service that got better', () => {
  test.use({ viewport: { width: 1280, height: 620 }, deviceScaleFactor: 1.5 });

  // A portal that has just started has no past: this one is made up.
  test('history', async ({ page }) => {
    await serveScenario(page, {});
    await openTab(page, 'orders-node');
    await sectionOf(page, 'History').evaluate(one => one.scrollIntoView());
    await take(page, 'tab-history');
  });
});

test.describe('an organisation', () => {
  // Larger than the demo, and with a past: made up.
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({
        colorScheme,
        viewport: { width: 1280, height: 1100 },
        deviceScaleFactor: 1.5,
      });

      test('scorecards', async ({ page }) => {
        await serveOrganisation(page);
        await page.goto('/hardening');
        await expect(page.getByText('138 services')).toBeVisible();
        await take(page, `scorecards-${colorScheme}`);
      });
    });
  }

  test.describe('groups', () => {
    test.use({
      viewport: { width: 1280, height: 460 },
      deviceScaleFactor: 1.5,
    });

    test('scorecards', async ({ page }) => {
      await serveOrganisation(page);
      await page.goto('/hardening?tab=groups&sort=-median');
      await expect(page.getByText('5 owners')).toBeVisible();
      await page
        .getByRole('tab', { name: 'Groups' })
        .evaluate(one => one.scrollIntoView());
      await take(page, 'scorecards-groups');
    });
  });
});

test.describe('many findings', () => {
  test.use({ viewport: { width: 1280, height: 1400 }, deviceScaleFactor: 1.5 });

  test('tab', async ({ page }) => {
    await openTab(page, TEST_COMPONENTS.crowded);
    await sectionOf(page, 'Findings').scrollIntoViewIfNeeded();
    await take(page, 'tab-many');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, deviceScaleFactor: 2 });

  test('card', async ({ page }) => {
    const card = await openCard(page, 'orders-node');
    await card.evaluate(element => element.scrollIntoView());
    await take(page, 'card-phone');
  });

  test('tab', async ({ page }) => {
    await openTab(page, 'orders-node');
    await sectionOf(page, 'Score').evaluate(head => head.scrollIntoView());
    await take(page, 'tab-phone');
  });
});

test.describe('without a score', () => {
  test.use({ viewport: { width: 1280, height: 560 }, deviceScaleFactor: 1.5 });

  for (const name of ['tides-library', 'parcels'])
    test(name, async ({ page }) => {
      await page.goto(pageOf(name));
      await expect(cardOf(page).getByRole('img').first()).toBeVisible();
      await take(page, `card-${name}`);
    });
});
