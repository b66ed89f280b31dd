// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LegacyApp } from '../dev/legacyApp';

// The catalog's own parts warn about their age.
beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

it('has card and tab in an app of the old frontend system', async () => {
  window.history.pushState({}, '', '/catalog/default/component/scored');
  render(<LegacyApp />);
  await userEvent.click(
    await screen.findByRole(
      'link',
      { name: 'Open hardening' },
      { timeout: 30_000 },
    ),
  );
  expect(
    await screen.findByText('Grade D', undefined, { timeout: 30_000 }),
  ).toBeInTheDocument();
  expect(window.location.pathname).toBe(
    '/catalog/default/component/scored/hardening',
  );
}, 90_000);

it('has the scorecards in an app of the old frontend system', async () => {
  window.history.pushState({}, '', '/hardening?tab=groups');
  render(<LegacyApp />);
  expect(
    await screen.findByText('5 owners', undefined, { timeout: 30_000 }),
  ).toBeInTheDocument();
}, 90_000);
