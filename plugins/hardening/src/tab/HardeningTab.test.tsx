// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EXAMPLE_ASSESSMENT, exampleSummary } from '../testing/examples';
import { fakeHardening, type FakeBackend } from '../testing/fakeHardening';
import { renderForEntity } from '../testing/renderForEntity';
import { refusal, scenarios } from '../testing/scenarios';
import { HardeningTab } from './HardeningTab';

const NOW = new Date();

function renderTab(backend: FakeBackend = {}, path = '/') {
  const api = fakeHardening({ now: NOW, ...backend });
  const listFindings = jest.fn(api.listFindings);
  const getExcerpt = jest.fn(api.getExcerpt);
  const listRules = jest.fn(api.listRules);
  const whole = { ...api, listFindings, getExcerpt, listRules };
  renderForEntity(<HardeningTab />, whole, { path });
  return whole;
}

const section = (name: string) => screen.findByRole('region', { name });
const row = (name: RegExp) => screen.findByRole('button', { name });

describe('the tab', () => {
  it.each<readonly [string, readonly (string | RegExp)[]]>([
    ['golden', ['Grade A', 'highest level', 'Nothing here', '100 %']],
    ['gated', ['Not a B: runs as root in production', '−8.0']],
    ['stale', ['Cannot be read since', 'Grade D']],
    ['not-scored', ['Not scored', 'What to do', 'Refresh']],
    ['pending', ['First assessment in progress']],
    ['forbidden', ['You may not see this']],
    ['broken', ['Could not be loaded', 'Try again']],
  ])('says all that is known when %s', async (state, says) => {
    renderTab((await scenarios(NOW))[state]);
    for (const words of says)
      expect(await screen.findAllByText(words, { exact: false })).not.toEqual(
        [],
      );
  });

  it('reports an assessment that cannot be loaded, and tries again', async () => {
    const api = fakeHardening({ now: NOW });
    const problem = await refusal(500, 'The database is away');
    const getAssessment = jest
      .fn(api.getAssessment)
      .mockRejectedValueOnce(problem);
    renderForEntity(<HardeningTab />, { ...api, getAssessment });
    await userEvent.click(await row(/Try again/));
    expect(await section('Score')).toBeInTheDocument();
  });
});

describe('the head', () => {
  it('explains the score to the tenth of a point', async () => {
    renderTab();
    const points = await section('Points');
    const lost = [...points.textContent!.matchAll(/−(\d+\.\d)/g)]
      .map(([, number]) => Math.round(10 * Number(number)))
      .reduce((sum, tenths) => sum + tenths, 0);
    expect(1000 - lost).toBe(610);
  });

  it('names what the next level still asks for', async () => {
    renderTab();
    const ladder = within(await section('Maturity level'));
    expect(ladder.getByText('missing for Proficient')).toBeInTheDocument();
    expect(
      ladder.getByRole('link', { name: 'dockerfile/non-root-user' }),
    ).toBeInTheDocument();
    // Needed for Expert only.
    expect(
      ladder.queryByText('dockerfile/cache-mounts'),
    ).not.toBeInTheDocument();
  });

  it('says what is not known, and why', async () => {
    renderTab();
    const coverage = await section('Coverage');
    expect(coverage).toHaveTextContent('91 %');
    expect(coverage).toHaveTextContent(
      '1 check could not be decided, and costs 2.4 points.',
    );
    expect(coverage).toHaveTextContent(
      'The image reference does not tell the version.',
    );
    expect(coverage).toHaveTextContent(
      'Repository No rule of this version judges it.',
    );
  });
});

describe('findings', () => {
  it('add up with what is unknown to what is lost', async () => {
    renderTab();
    const findings = await section('Findings');
    await within(findings).findByText('Sum of points lost');
    const points = [...findings.textContent!.matchAll(/−(\d+\.\d)/g)].map(
      ([, number]) => Math.round(10 * Number(number)),
    );
    expect(points.at(-1)).toBe(390);
    expect(points.slice(0, -1).reduce((sum, tenths) => sum + tenths)).toBe(390);
  });

  it('open to the excerpt, the reason, the fix and what it maps to', async () => {
    const api = renderTab();
    const button = await row(/The container does not run as root/);
    expect(api.getExcerpt).not.toHaveBeenCalled();
    await userEvent.click(button);

    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(api.getExcerpt).toHaveBeenCalledTimes(1);
    expect(
      await screen.findByRole('group', { name: 'Dockerfile, line 3' }),
    ).toHaveTextContent('RUN apt-get update');
    const detail = document.getElementById(
      button.getAttribute('aria-controls')!,
    );
    for (const words of [
      'No USER is set, and containers of "node" run as root.',
      'Who breaks out of a process',
      'Create a user with a number of its own',
      'CIS-Docker-1.6.0 4.1',
      'hadolint DL3002 · trivy DS-0002',
      'Proficient',
    ])
      expect(detail).toHaveTextContent(words);

    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  it('link only to pages', async () => {
    renderTab({}, '/?rule=dockerfile/non-root-user');
    const link = await screen.findByRole('link', { name: /docs\.docker\.com/ });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.queryByText(/javascript:/)).not.toBeInTheDocument();
  });

  it('open where the address says', async () => {
    renderTab({}, '/?rule=dockerignore/present');
    expect(await row(/Every build context/)).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  it('keep the source from those who may not see it', async () => {
    const excerpt = await refusal(403, 'No');
    renderTab({ excerpt }, '/?rule=dockerignore/present');
    expect(
      await screen.findByText(
        'You may see that it failed, and not the source.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Why it matters')).toBeInTheDocument();
  });

  it('move with the arrow keys, open with Enter and close with Escape', async () => {
    renderTab();
    const first = await row(/No container may gain privileges/);
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    const second = await row(/What is built is signed/);
    expect(second).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(second).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    expect(second).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
  });

  it.each([
    ['DL3002', ['dockerfile/non-root-user']],
    ['docker builds', ['dockerfile/parses-cleanly']],
    ['jobs/', ['dockerfile/base-image-digest-pinned']],
  ])('are found by "%s"', async (search, ids) => {
    renderTab();
    await row(/The container does not run as root/);
    await userEvent.type(screen.getByRole('searchbox'), search);
    const findings = await section('Findings');
    await waitFor(() => {
      const rows = within(findings)
        .getAllByRole('button')
        .filter(button => button.dataset.row !== undefined);
      expect(rows).toHaveLength(ids.length);
      ids.forEach((id, at) => expect(rows[at]).toHaveTextContent(id));
    });
  });

  it('say when nothing fits, and how to see all again', async () => {
    renderTab({}, '/?search=nonsense');
    await userEvent.click(await row(/Clear the filters/));
    expect(await row(/The container does not run as root/)).toBeInTheDocument();
  });

  it('ask the backend for the severities and the image of the address', async () => {
    const api = renderTab(
      {},
      '/?severity=critical&severity=high&image=jobs%2Fmigrate%2FDockerfile',
    );
    await waitFor(() => expect(api.listFindings).toHaveBeenCalled());
    expect(api.listFindings.mock.calls[0]![1]).toEqual({
      limit: 100,
      severity: ['critical', 'high'],
      path: 'jobs/migrate/Dockerfile',
    });
    expect(
      await screen.findByRole('radio', { name: /^jobs\/migrate\/Dockerfile/ }),
    ).toBeChecked();
  });

  it('are those of the image that is chosen', async () => {
    renderTab();
    await userEvent.click(
      await screen.findByRole('radio', { name: /^jobs\/migrate\/Dockerfile/ }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('The container does not run as root', {
          selector: 'button *',
        }),
      ).not.toBeInTheDocument(),
    );
    expect(await row(/Images are named by digest/)).toHaveTextContent(
      'Dockerfile:2',
    );
  });
});

describe('many findings', () => {
  it('show all rules at once, with their sum, and a search asks for nothing', async () => {
    const { many } = await scenarios(NOW);
    const api = renderTab(many);
    expect(await screen.findByText('Sum of points lost')).toBeInTheDocument();
    const findings = within(await section('Findings'));
    const rows = () =>
      findings
        .getAllByRole('button')
        .filter(({ dataset }) => dataset.row !== undefined);
    expect(rows()).toHaveLength(10);
    await userEvent.type(screen.getByRole('searchbox'), 'cache-mounts');
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]).toHaveTextContent('43 places');
    expect(api.listFindings).toHaveBeenCalledTimes(1);
  });

  it('come a page at a time for a severity, and all of them for a search', async () => {
    const { many } = await scenarios(NOW);
    const api = renderTab(many, '/?severity=high&severity=medium');
    await userEvent.click(await row(/Show more than these 100/));
    expect(await row(/Show more than these 200/)).toBeInTheDocument();
    expect(api.listFindings).toHaveBeenCalledTimes(2);

    await userEvent.type(screen.getByRole('searchbox'), 'healthcheck');
    expect(await row(/healthcheck-present/)).toBeInTheDocument();
    expect(screen.queryByText(/Show more than these/)).not.toBeInTheDocument();
  });

  it('show a few places of a rule at once', async () => {
    const { many } = await scenarios(NOW);
    const api = renderTab(many, '/?rule=kubernetes/no-privilege-escalation');
    const more = await row(/Show 10 more of 43 places/);
    expect(api.getExcerpt).toHaveBeenCalledTimes(3);
    await userEvent.click(more);
    await waitFor(() => expect(api.getExcerpt).toHaveBeenCalledTimes(13));
    expect(api.listFindings).toHaveBeenCalledTimes(1);
  });

  it('load the places of a rule that are not among the first', async () => {
    const { many } = await scenarios(NOW);
    const api = renderTab(many, '/?rule=dockerfile/cache-mounts');
    expect(await row(/Show 10 more of 43 places/)).toBeInTheDocument();
    expect(api.listFindings).toHaveBeenCalledTimes(2);
    expect(api.listFindings.mock.calls[1]![1]).toEqual({
      limit: 100,
      rule: 'dockerfile/cache-mounts',
      path: 'Dockerfile',
    });
  });
});

describe('many images', () => {
  it('are shown lowest first, a few at once, with the one that is chosen', async () => {
    const images = Array.from({ length: 30 }, (_, at) => ({
      ...EXAMPLE_ASSESSMENT.images[0]!,
      path: `service-${at}/Dockerfile`,
    }));
    renderTab(
      { assessment: { ...EXAMPLE_ASSESSMENT, images } },
      '/?image=service-20%2FDockerfile',
    );
    const list = within(await section('Images'));
    expect(list.getAllByRole('radio')).toHaveLength(10);
    expect(
      list.getByRole('radio', { name: /^service-20\/Dockerfile/ }),
    ).toBeChecked();
    await userEvent.click(list.getByRole('button', { name: 'Show 21 more' }));
    expect(list.getAllByRole('radio')).toHaveLength(31);
  });
});

describe('rules that did not fail', () => {
  it('stand under their reason when they are unknown', async () => {
    renderTab();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Unknown 1' }),
    );
    const findings = within(await section('Findings'));
    expect(
      await findings.findByText(
        'The image reference does not tell the version.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      findings.getByRole('button', { name: /Base images still get/ }),
    );
    expect(findings.getByText('How to fix')).toBeInTheDocument();
  });

  it('are listed when they pass everywhere', async () => {
    renderTab({}, '/?view=passed');
    expect(
      await row(/No program from the network runs before it is verified/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /The container does not run/ }),
    ).not.toBeInTheDocument();
  });
});

describe('the history', () => {
  it('names what moved the score, and selects it by its mark', async () => {
    renderTab();
    const history = within(await section('History'));
    const mark = await history.findByRole('button', {
      name: /: 52 to 49, Ruleset 0\.1\.0-46ea17a, no change in the repository/,
    });
    await userEvent.click(mark);
    expect(mark).toHaveAttribute('aria-pressed', 'true');
    const [selected] = history
      .getAllByRole('listitem')
      .filter(item => item.getAttribute('aria-current'));
    expect(selected).toHaveTextContent('now fail: dockerfile/cache-mounts');
  });

  it('says so when there is no line to draw yet', async () => {
    const api = fakeHardening({ now: NOW });
    const getHistory = async () => ({ items: [] });
    renderForEntity(<HardeningTab />, { ...api, getHistory });
    expect(
      await screen.findByText(
        'The line begins when something has moved the score.',
      ),
    ).toBeInTheDocument();
  });
});

it('loads everything again when a refresh has brought another score', async () => {
  const before = exampleSummary(NOW);
  const after = exampleSummary(NOW, {
    score: { status: 'scored', points: 83, raw: 83.4, grade: 'B' },
    assessedAt: NOW.toISOString(),
  });
  const api = renderTab({ summaries: [before, after] });
  await screen.findByText('Grade D');
  await userEvent.click(
    within(await section('Score')).getByRole('button', { name: 'Refresh' }),
  );
  expect(await screen.findByText('Grade B')).toBeInTheDocument();
  await waitFor(() => expect(api.listFindings).toHaveBeenCalledTimes(2));
  // The rules are those of the same ruleset.
  expect(api.listRules).toHaveBeenCalledTimes(1);
});

it('shows no images where there is one only', async () => {
  const [image] = EXAMPLE_ASSESSMENT.images;
  renderTab({ assessment: { ...EXAMPLE_ASSESSMENT, images: [image!] } });
  await section('Findings');
  expect(
    screen.queryByRole('region', { name: 'Images' }),
  ).not.toBeInTheDocument();
});
