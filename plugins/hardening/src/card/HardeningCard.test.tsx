// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { exampleSummary } from '../testing/examples';
import { fakeHardening } from '../testing/fakeHardening';
import { renderForEntity } from '../testing/renderForEntity';
import { refusal, scenarios } from '../testing/scenarios';
import { HardeningCard } from './HardeningCard';

const TAB = '/catalog/default/component/orders/hardening';
const NOW = new Date();

function renderCard(
  api: Parameters<typeof renderForEntity>[1],
  tabPath: string | undefined = TAB,
) {
  return renderForEntity(<HardeningCard tabPath={tabPath} />, api);
}

const card = () => screen.findByRole('region', { name: 'Hardening' });

describe('the card', () => {
  // What each state must say; what it must not say behind "not".
  it.each<{
    readonly state: string;
    readonly says: readonly (string | RegExp)[];
    readonly not?: readonly (string | RegExp)[];
    readonly mark: string;
  }>([
    {
      state: 'scored',
      mark: 'Grade D, 61 of 100, 91 % of controls known',
      says: [
        'Beginner',
        'in 30 days',
        'Lowest of 2 images:',
        'Build in one stage, run in another',
        '+9',
        'grade C',
        '−15.9',
        'Rounded down',
        'Not judged: Scan, Image, Repository',
        /Read 2 h ago/,
        '11 findings, 1 unknown',
      ],
      not: [/Not an? [A-F]:/, 'Stale', 'no trend yet'],
    },
    {
      state: 'golden',
      mark: 'Grade A, 100 of 100, 100 % of controls known',
      says: ['Expert', 'highest level', 'Nothing to fix', '0 findings'],
      not: ['Next best fixes', 'Rounded down'],
    },
    {
      state: 'gated',
      mark: 'Grade C, 79 of 100, 91 % of controls known',
      says: [
        'Not a B: runs as root in production',
        /The score stops at 79; it would be 87/,
        'Gate at 79',
        '−8.0',
        'Become a B: The container does not run as root',
      ],
      not: [/Not an A/],
    },
    {
      state: 'not-scored',
      mark: 'Not scored',
      says: [
        'There is no Dockerfile, no workload and no image build to judge.',
        'What to do',
        'backstage.io/source-location',
      ],
      not: ['Areas', 'Next best fixes'],
    },
    {
      state: 'too-little',
      mark: 'Not enough is known for a grade',
      says: [/Less than 30 %/],
    },
    {
      state: 'stale',
      mark: 'Grade D, 61 of 100, 91 % of controls known, stale',
      says: [
        'Stale',
        'Cannot be read since',
        /The host answered 403 .* Next try: .* What you see is of /,
        'no news since',
      ],
    },
    {
      state: 'pending',
      mark: 'First assessment in progress',
      says: ['First assessment in progress', /fills in by itself/],
      not: ['Areas'],
    },
    {
      state: 'no-trend',
      mark: 'Grade D, 61 of 100, 91 % of controls known',
      says: ['no trend yet'],
      not: ['in 30 days'],
    },
    {
      state: 'forbidden',
      mark: 'Not scored',
      says: ['You may not see this', /give you the permission/],
      not: ['Try again', 'Areas'],
    },
    {
      state: 'missing',
      mark: 'Not scored',
      says: ['Not known yet', 'Try again'],
    },
    {
      state: 'broken',
      mark: 'Not scored',
      says: ['Could not be loaded', /The database is away\./, 'Try again'],
    },
  ])(
    'says all that is known when $state',
    async ({ state, says, not, mark }) => {
      const backend = (await scenarios(NOW))[state]!;
      renderCard(fakeHardening(backend));

      const shown = await card();
      const [first = ''] = says;
      await waitFor(() => expect(shown).toHaveTextContent(first));
      for (const words of says) expect(shown).toHaveTextContent(words);
      for (const words of not ?? []) expect(shown).not.toHaveTextContent(words);
      expect(within(shown).getByRole('img', { name: mark })).toBeVisible();
    },
  );

  it('says that the first assessment could not be made', async () => {
    const summary: EntitySummary = {
      entityRef: 'component:default/orders',
      state: 'pending',
      refreshing: false,
      stale: { since: NOW.toISOString(), reason: 'The host did not answer' },
    };
    renderCard(fakeHardening({ summaries: [summary] }));
    expect(await screen.findByText('Not assessed yet')).toBeInTheDocument();
    expect(
      screen.getByText(/The host did not answer\. Not tried again/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Stale')).not.toBeInTheDocument();
  });

  it('is busy, and silent to the eye, until the summary is there', async () => {
    renderCard({ getEntitySummary: () => new Promise(() => {}) });
    const region = await card();
    expect(region).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('Loading the score')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Refresh' }),
    ).not.toBeInTheDocument();
  });

  it('makes one request', async () => {
    const api = fakeHardening();
    const asked = Object.entries(api).map(([name, method]) => {
      const spy = jest.fn(method as () => Promise<unknown>);
      Object.assign(api, { [name]: spy });
      return { name, spy };
    });
    renderCard(api);
    await screen.findByText('61');
    const calls = asked.filter(({ spy }) => spy.mock.calls.length > 0);
    expect(calls.map(({ name }) => name)).toEqual(['getEntitySummary']);
    expect(calls[0]!.spy).toHaveBeenCalledTimes(1);
  });

  it('shows areas, rounding and gate that add up to what is missing', async () => {
    const { gated } = await scenarios(NOW);
    renderCard(fakeHardening(gated));
    const areas = await screen.findByRole('region', { name: 'Areas' });
    const lost = [...areas.textContent!.matchAll(/−(\d+\.\d)/g)].map(
      ([, points]) => Math.round(10 * Number(points)),
    );
    expect(lost.reduce((sum, tenths) => sum + tenths, 0)).toBe(210);
  });

  it.each([
    ['Open hardening', TAB],
    [
      'Build in one stage, run in another',
      `${TAB}?rule=dockerfile%2Fmulti-stage-build`,
    ],
    ['11 findings, 1 unknown', `${TAB}#findings`],
  ])('links "%s" to the tab', async (name, href) => {
    renderCard(fakeHardening());
    expect(await screen.findByRole('link', { name })).toHaveAttribute(
      'href',
      href,
    );
  });

  it('links nowhere in an app without the tab', async () => {
    renderCard(fakeHardening(), '');
    await screen.findByText('61');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('a refresh', () => {
  const before = exampleSummary(NOW);
  const after = exampleSummary(NOW, {
    score: { status: 'scored', points: 83, raw: 83.4, grade: 'B' },
  });

  it('keeps the old numbers until the new ones are there', async () => {
    const refreshing = { ...before, refreshing: true };
    renderCard(
      fakeHardening({ summaries: [before, refreshing, refreshing, after] }),
    );
    const button = await screen.findByRole('button', { name: 'Refresh' });
    await userEvent.click(button);

    expect(await card()).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('61')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      'The repository is being read.',
    );

    expect(
      await screen.findByText('83', undefined, { timeout: 4000 }),
    ).toBeInTheDocument();
    expect(await card()).toHaveAttribute('aria-busy', 'false');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Done: grade B, 83 of 100, 61 before.',
    );
  });

  it('says why it could not be asked for, and keeps the numbers', async () => {
    const refresh = await refusal(403, 'You may look only.');
    renderCard(fakeHardening({ refresh }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(await screen.findByText(/You may look only\./)).toBeInTheDocument();
    expect(screen.getByText('61')).toBeInTheDocument();
    expect(await card()).toHaveAttribute('aria-busy', 'false');
  });
});

it('tries again on request', async () => {
  const broken = (await refusal(500, 'The database is away')) as never;
  renderCard(fakeHardening({ summaries: [broken, exampleSummary(NOW)] }));
  await userEvent.click(
    await screen.findByRole('button', { name: 'Try again' }),
  );
  await waitFor(() => expect(screen.getByText('61')).toBeInTheDocument());
});
