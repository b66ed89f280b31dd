// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { openCard, sectionOf } from './support/portal';
import { TEST_COMPONENTS } from './support/testComponents';

test('more than five hundred findings stay readable, and quick', async ({
  page,
}) => {
  test.slow();
  const card = await openCard(page, TEST_COMPONENTS.crowded);
  const total = /^(\d+) findings/.exec(
    await card.getByText(/^\d+ findings/).innerText(),
  )!;
  expect(Number(total[1])).toBeGreaterThan(500);

  await card.getByRole('link', { name: 'Open hardening' }).click();
  const findings = sectionOf(page, 'Findings');
  // Every rule that fails is there at once, and their sum.
  const rows = findings.locator('button[data-row]');
  await expect(findings.getByText('Sum of points lost')).toBeVisible();
  await expect(rows).toHaveCount(14);
  await rows.filter({ hasText: 'dockerfile/cache-mounts' }).click();
  await expect(findings.getByRole('group')).toHaveCount(3);
  await findings
    .getByRole('button', { name: 'Show 10 more of 60 places' })
    .click();
  await expect(findings.getByRole('group')).toHaveCount(13);
  await expectAccessible(page, '#findings');
  await findings.getByRole('searchbox').fill('service-37/');
  await expect(rows).toHaveCount(13);
});
