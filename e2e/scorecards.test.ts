// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { expectNoSidewaysScroll, sectionOf, WIDTHS } from './support/portal';
import { serveOrganisation } from './support/serveOrganisation';

const PAGE = 'main';

test('the side bar leads to the scorecards of the portal itself', async ({
  page,
}) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: 'Hardening', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/hardening$/);
  const services = sectionOf(page, 'Services');
  await expect(
    services.getByRole('link', { name: 'orders-node', exact: true }),
  ).toBeVisible();

  // A grade of the head filters the table, and stands in the address.
  await page.getByRole('button', { name: /^Grade A [1-9]/ }).click();
  await expect(page).toHaveURL(/grade=A/);
  await expect(
    services.getByRole('link', { name: 'orders-node', exact: true }),
  ).toBeHidden();
  await page.reload();
  await expect(
    services.getByRole('img', { name: /^Grade A/ }).first(),
  ).toBeVisible();
  await expect(
    services.getByRole('img', { name: /^Grade [B-F],/ }),
  ).toHaveCount(0);

  // A group leads to its services, and a service to its page.
  await page.goto('/hardening?tab=groups');
  await sectionOf(page, 'Groups')
    .getByRole('button', { name: /^Services of / })
    .first()
    .click();
  await expect(page).toHaveURL(/owner=/);
  await services.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\//);
  await page.goBack();
  await expect(page).toHaveURL(/owner=/);
});

test('filters of the portal itself come together', async ({ page }) => {
  await page.goto('/hardening?rule=dockerfile/non-root-user&text=orders');
  const services = sectionOf(page, 'Services');
  await expect(
    services.getByRole('link', { name: 'orders-node', exact: true }),
  ).toBeVisible();
  await services.getByRole('searchbox').fill('no such service');
  await expect(services).toContainText(
    'No service with a score matches all filters.',
  );
  await expect(page).toHaveURL(/text=no\+such\+service/);
  await services.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).toHaveURL(/\/hardening$/);
});

test('who has no score is told why, and the list is exported', async ({
  page,
}) => {
  await page.goto('/hardening?tab=not-scored');
  const unscored = sectionOf(page, 'Not scored');
  await expect(
    unscored.getByRole('link', { name: 'tides-library' }),
  ).toBeVisible();
  await expect(unscored).toContainText('Is it a library?');

  await page.getByRole('tab', { name: 'Services' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^entity,title,owner,/);
  expect(csv).toContain('component:default/orders-node,');
});

test('the keyboard reaches tabs, filters, sorting and pages', async ({
  page,
}) => {
  await serveOrganisation(page);
  await page.goto('/hardening');
  const services = sectionOf(page, 'Services');
  await expect(services.getByRole('rowheader')).toHaveCount(25);

  await page.getByRole('button', { name: /^Grade B / }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/grade=B/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/hardening$/);

  await page.getByRole('tab', { name: 'Services' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=groups/);
  await expect(sectionOf(page, 'Groups')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(services.getByRole('rowheader')).toHaveCount(25);

  await services.getByRole('columnheader', { name: 'Owner' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/order=owner/);

  await services.getByRole('button', { name: /next/i }).focus();
  await page.keyboard.press('Enter');
  await expect(services).toContainText('26 to 50');
});

for (const [name, search, says] of [
  ['services', '', '138 services'],
  ['groups', '?tab=groups', '5 owners'],
  ['not scored', '?tab=not-scored', '14 components'],
] as const) {
  test(`${name} fit every screen, in both themes, for everybody`, async ({
    page,
  }) => {
    test.slow();
    await serveOrganisation(page);
    await page.goto(`/hardening${search}`);
    await expect(page.getByText(says)).toBeVisible();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page, PAGE);
    await page.setViewportSize({ width: 375, height: 900 });
    await expectAccessible(page, PAGE);
  });
}

test('empty, partly hidden, forbidden: each says so', async ({ page }) => {
  await serveOrganisation(page, { cards: [] });
  await page.goto('/hardening');
  await expect(page.getByText('Nothing here has a score yet.')).toBeVisible();
  await expectAccessible(page, PAGE);

  await page.unrouteAll();
  await serveOrganisation(page, { isPartial: true });
  await page.goto('/hardening');
  await expect(page.getByText('more than 138')).toBeVisible();

  await page.unrouteAll();
  const message = 'It takes the permission "hardening.assessment.read"';
  const failure = Object.assign(new Error(message), {
    statusCode: 403,
    body: { error: { name: 'NotAllowedError', message } },
  });
  await serveOrganisation(page, { failure });
  await page.goto('/hardening');
  await expect(page.getByText('You may not see this')).toBeVisible();
  await expectAccessible(page, PAGE);
});
