// SPDX-License-Identifier: Apache-2.0
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  cardOf,
  expectNoSidewaysScroll,
  markOf,
  openCard,
  pageOf,
  sectionOf,
  WIDTHS,
} from './support/portal';
import { expectAccessible } from './support/accessibility';
import { COMPONENTS } from './support/settings';
import { TEST_COMPONENTS } from './support/testComponents';

const CARD = '[role=region][aria-label=Hardening]';
const TAB = '#score, #fixes, #findings, #history';

test.describe('whoever comes for the first time', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('signs in as a guest and finds the score of a component', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/hardening')) asked.push(pathname);
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'orders-node' }).click();

    const card = cardOf(page);
    // Before the demo has sent its scan report, or after.
    await expect(markOf(card)).toHaveAccessibleName(
      /^Grade (?:E, 49|F, 36) of 100, \d\d % of controls known$/,
    );
    await expect(card.getByText('Beginner')).toBeVisible();
    await expect(card.getByText(/^\d\d findings, \d+ unknown$/)).toBeVisible();
    // Everything on the card comes with one request.
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([
      '/api/hardening/entities/component/default/orders-node',
    ]);
    // No other card is left of it or above it.
    const { x, y } = (await card.boundingBox())!;
    const others = await page.locator('main .bui-Card').all();
    expect(others.length).toBeGreaterThan(3);
    for (const other of others) {
      const box = (await other.boundingBox())!;
      expect(box.x >= x && box.y >= y).toBe(true);
    }

    await card.getByRole('link', { name: 'Open hardening' }).click();
    await expect(sectionOf(page, 'Findings')).toBeVisible();
    await expect(page).toHaveURL(pageOf('orders-node', '/hardening'));
  });
});

test('card and tab fit every screen, in both themes, for everybody', async ({
  page,
}) => {
  test.slow();
  const card = await openCard(page, 'orders-node');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await card.scrollIntoViewIfNeeded();
    await expectNoSidewaysScroll(page);
    expect((await card.boundingBox())!.height).toBeLessThan(900);
  }
  await expectAccessible(page, CARD);

  await card.getByRole('link', { name: 'Open hardening' }).click();
  await sectionOf(page, 'Findings')
    .getByRole('button', { name: /The container does not run as root/ })
    .click();
  await expect(page.getByText('Why it matters')).toBeVisible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page, TAB);
  // Narrow, other parts of it are shown.
  await page.setViewportSize({ width: 375, height: 900 });
  await expectAccessible(page, TAB);
});

test('the tab explains the score to the tenth, and every finding', async ({
  page,
}) => {
  // The demo sends its scan reports after the start.
  await expect(async () => {
    await page.goto(pageOf('orders-node', '/hardening'));
    await expect(markOf(sectionOf(page, 'Score'))).toHaveAccessibleName(
      /^Grade F, 36 of 100/,
    );
  }).toPass();
  const points = sectionOf(page, 'Points');
  await expect(points).toContainText('possible100');
  expect(sumOfTenths(await points.innerText())).toBe(1000 - 360);

  const ladder = sectionOf(page, 'Maturity level');
  await expect(ladder).toContainText('missing for Proficient');
  const fixes = sectionOf(page, 'Next best fixes');
  await expect(fixes).toContainText('dockerfile/no-secrets-in-env');
  // What the image holds is told, too.
  await expect(fixes).toContainText('scan/critical-fixable');

  const findings = sectionOf(page, 'Findings');
  await expect(findings.getByText('Sum of points lost')).toBeVisible();
  // What each control lost, what nobody knows and the rounding; then their sum.
  expect(sumOfTenths(await findings.innerText())).toBe(2 * (1000 - 360));

  await findings
    .getByRole('button', { name: /The container does not run as root/ })
    .click();
  await expect(
    findings.getByRole('group', { name: 'Dockerfile, line 3' }),
  ).toContainText('FROM node');
  await expect(findings).toContainText('Why it matters');
  await expect(findings).toContainText('How to fix');
  await expect(findings).toContainText('hadolint DL3002');
  await expect(sectionOf(page, 'History')).toContainText('First assessment');
});

test('an image can be looked at on its own', async ({ page }) => {
  await page.goto(pageOf('photos-node', '/hardening'));
  const images = sectionOf(page, 'Images');
  const rows = sectionOf(page, 'Findings').locator('button[data-row]');
  await expect(rows.first()).toBeVisible();
  const ofAll = await rows.count();
  await images.getByRole('radio', { name: /^Dockerfile Grade A/ }).click();
  await expect(page).toHaveURL(/image=/);
  await expect.poll(() => rows.count()).toBeLessThan(ofAll);
});

test('an edit of a Dockerfile and a refresh move the score', async ({
  page,
}) => {
  const { edited } = TEST_COMPONENTS;
  const file = path.join(COMPONENTS, edited, 'Dockerfile');
  const careless = await readFile(file, 'utf8');
  let loads = 0;
  page.on('load', () => (loads += 1));
  const card = await openCard(page, edited);
  const mark = markOf(card);
  await expect(mark).toHaveAccessibleName(/^Grade E, 49 of 100/);

  await writeFile(file, `${careless}\nUSER 10001\n`);
  await card.getByRole('button', { name: 'Refresh' }).click();
  await expect(mark).not.toHaveAccessibleName(/, 49 of 100/);
  await expect(card.getByRole('status')).toContainText(
    /^Done: grade [A-F], \d+ of 100, 49 before\.$/,
  );
  await expect(card.getByText(/just now/)).toBeVisible();

  await card.getByRole('link', { name: 'Open hardening' }).click();
  const history = sectionOf(page, 'History').getByRole('listitem');
  await expect(history.first()).toContainText(
    'now pass: dockerfile/non-root-user',
  );

  // And back, from the tab.
  await writeFile(file, careless);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const head = sectionOf(page, 'Score');
  await expect(markOf(head)).toHaveAccessibleName(/^Grade E, 49 of 100/);
  await expect(history.first()).toContainText(
    'now fail: dockerfile/non-root-user',
  );
  expect(loads).toBe(1);
});

test('what can no longer be read keeps its score, and says so', async ({
  page,
}) => {
  const { adrift } = TEST_COMPONENTS;
  const folder = path.join(COMPONENTS, adrift);
  const card = await openCard(page, adrift);
  const name = (await markOf(card).getAttribute('aria-label'))!;

  await rename(folder, `${folder}-away`);
  await card.getByRole('button', { name: 'Refresh' }).click();
  await expect(card.getByText(/^Cannot be read since/)).toBeVisible();
  await expect(markOf(card)).toHaveAccessibleName(`${name}, stale`);
  await expectAccessible(page, CARD);

  await rename(`${folder}-away`, folder);
  await card.getByRole('button', { name: 'Refresh' }).click();
  await expect(card.getByText(/^Cannot be read since/)).toBeHidden();
  await expect(markOf(card)).toHaveAccessibleName(name);
});

test('a repository that was never read tells why', async ({ page }) => {
  await page.goto(pageOf('parcels'));
  const card = cardOf(page);
  await expect(card.getByText(/^Cannot be read since/)).toBeVisible();
  await expect(card).toContainText('git.example.org');
  await expect(card.getByText('Not assessed yet')).toBeVisible();
  await expectAccessible(page, CARD);
});

test('a library without containers is told so, kindly', async ({ page }) => {
  await page.goto(pageOf('tides-library'));
  const card = cardOf(page);
  await expect(card.getByText('Not scored')).toBeVisible();
  await expect(card).toContainText(
    'Is it a library? Then nothing is needed, and it counts in no average.',
  );
  await expectAccessible(page, CARD);
});

/** Of all points lost that are printed. */
function sumOfTenths(text: string): number {
  return [...text.matchAll(/−(\d+\.\d)/g)]
    .map(([, points]) => Math.round(10 * Number(points)))
    .reduce((sum, tenths) => sum + tenths, 0);
}
