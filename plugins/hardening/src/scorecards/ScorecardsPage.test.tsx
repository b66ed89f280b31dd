// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { hardeningApiRef } from '../api/hardeningApiRef';
import { EXAMPLE_RULES } from '../testing/exampleRules';
import {
  fakeScorecards,
  type FakeOrganisation,
} from '../testing/fakeScorecards';
import { ScorecardsPage } from './ScorecardsPage';

jest.setTimeout(60_000);

function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

function renderPage(organisation: FakeOrganisation = {}, search = '') {
  const api = {
    ...fakeScorecards(organisation),
    listRules: async () => ({ items: EXAMPLE_RULES }),
  };
  const spies = {
    list: jest.spyOn(api, 'listScorecards'),
    overview: jest.spyOn(api, 'getScorecardOverview'),
    save: jest.spyOn(api, 'exportScorecards'),
  };
  renderInTestApp(
    <TestApiProvider apis={[[hardeningApiRef, api]]}>
      <ScorecardsPage />
      <Address />
    </TestApiProvider>,
    {
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return spies;
}

const address = () => screen.getByTestId('address').textContent;
const region = (name: string) => screen.findByRole('region', { name });
const rowsOf = async (name: string) => {
  const table = await region(name);
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'));
  return within(table).queryAllByRole('rowheader');
};

function refusal(status: number, message: string): Error {
  return Object.create(ResponseError.prototype, {
    message: { value: message },
    statusCode: { value: status },
    body: { value: { error: { name: 'Error', message } } },
  });
}

it('shows how all stand, and the lowest services first', async () => {
  renderPage();
  expect(await screen.findByText('138 services')).toBeInTheDocument();
  const rows = await rowsOf('Services');
  expect(rows).toHaveLength(25);
  const link = within(rows[0]!).getByRole('link');
  expect(link.getAttribute('href')).toMatch(
    /^\/catalog\/default\/component\/\w/,
  );
  const marks = within(await region('Services')).getAllByRole('img', {
    name: /^Grade/,
  });
  expect(marks[0]).toHaveAccessibleName(/^Grade F/);
  expect(screen.getByText('With a score').nextSibling).toHaveTextContent('138');
  expect(
    screen.getByRole('img', { name: /^In 90 days, the median went from/ }),
  ).toBeInTheDocument();
});

it('filters by a grade of the head, and says so in the address', async () => {
  const { list } = renderPage();
  const grade = await screen.findByRole('button', { name: /A 45/ });
  await userEvent.click(grade);
  expect(address()).toBe('?grade=A');
  expect(grade).toHaveAttribute('aria-pressed', 'true');
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ grade: ['A'], state: ['scored'] }),
      expect.anything(),
    ),
  );
  await userEvent.click(grade);
  expect(address()).toBe('');
});

it('filters by a bar and by a level', async () => {
  renderPage({}, '?tab=groups');
  const [bar] = await screen.findAllByRole('button', { name: /only grade F$/ });
  await userEvent.click(bar!);
  expect(address()).toBe('?grade=F');
  await userEvent.click(
    await screen.findByRole('button', { name: /Beginner 61/ }),
  );
  expect(address()).toBe('?grade=F&level=beginner');
});

it('goes on page by page, and back', async () => {
  renderPage();
  const [first] = await rowsOf('Services');
  const name = first!.textContent;
  await userEvent.click(screen.getByRole('button', { name: /next/i }));
  expect(await screen.findByText(/^26 to 50;/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /previous/i }));
  await waitFor(async () =>
    expect((await rowsOf('Services'))[0]).toHaveTextContent(name!),
  );
});

it('sorts by a column', async () => {
  renderPage();
  await rowsOf('Services');
  const header = screen.getByRole('columnheader', { name: /^Owner/ });
  await userEvent.click(header);
  expect(address()).toBe('?order=owner');
  expect(header).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(header);
  expect(address()).toBe('?order=-owner');
});

it('says "more than" where nothing counts what is asked for', async () => {
  renderPage({}, '?text=api');
  expect(await screen.findByText('more than 25 services')).toBeInTheDocument();
});

it('leads from a group to its services', async () => {
  renderPage({}, '?tab=groups&sort=-median');
  const rows = await rowsOf('Groups');
  expect(rows).toHaveLength(5);
  await userEvent.click(within(rows[0]!).getByRole('button'));
  expect(address()).toMatch(
    /^\?owner=group%3Adefault%2Fteam-\w+&sort=-median$/,
  );
  expect(await region('Services')).toBeInTheDocument();
});

it('counts one group, and says so where it cannot count several', async () => {
  const { overview } = renderPage(
    {},
    '?owner=group:default/team-payments&type=service',
  );
  expect(
    await screen.findByText(/Counts are kept for one owner/),
  ).toBeInTheDocument();
  expect(overview).toHaveBeenCalledWith({}, expect.anything());
});

it('tells who has no score, why, and what to do', async () => {
  const { list } = renderPage({}, '?tab=not-scored');
  expect(await rowsOf('Not scored')).toHaveLength(14);
  const reasons = screen.getByRole('list', { name: 'Reasons' });
  expect(reasons).toHaveTextContent('Is it a library?');
  await userEvent.click(
    within(reasons).getByRole('button', { name: /may not read/ }),
  );
  expect(address()).toBe('?tab=not-scored&reason=source-forbidden');
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ reason: ['source-forbidden'] }),
      expect.anything(),
    ),
  );
});

it('exports what the filters leave', async () => {
  const create = jest.fn(() => 'blob:x');
  Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const { save } = renderPage({}, '?grade=B');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Export CSV' }),
  );
  await waitFor(() => expect(create).toHaveBeenCalled());
  expect(save).toHaveBeenCalledWith(
    expect.objectContaining({ grade: ['B'], state: ['scored'] }),
  );
});

it('tells an empty organisation what comes next', async () => {
  renderPage({ cards: [] });
  expect(
    await screen.findByText('Nothing here has a score yet.'),
  ).toBeInTheDocument();
  expect(
    await screen.findByText(/No service has a score yet/),
  ).toBeInTheDocument();
});

it('says that no service matches', async () => {
  renderPage({}, '?text=nothing-is-called-so');
  expect(
    await screen.findByText('No service with a score matches all filters.'),
  ).toBeInTheDocument();
});

it('counts "more than" for who may see only some', async () => {
  renderPage({ isPartial: true });
  expect(await screen.findByText('more than 138')).toBeInTheDocument();
  expect(screen.getByText(/There is no trend/)).toBeInTheDocument();
});

it('says who may not see it, and that it could not be loaded', async () => {
  renderPage({ failure: refusal(403, 'It takes a permission') });
  expect(await screen.findByText('You may not see this')).toBeInTheDocument();
});

it('tries again when that helps', async () => {
  const { overview } = renderPage({
    failure: new Error('The backend is away'),
  });
  const before = await screen.findByText('Could not be loaded');
  expect(before).toBeInTheDocument();
  const asked = overview.mock.calls.length;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(overview.mock.calls.length).toBe(asked + 1));
});
