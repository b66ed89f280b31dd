// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import { Mark, type MarkState } from './Mark';

it.each<readonly [MarkState, string, string]>([
  [
    { state: 'scored', points: 83, grade: 'B', coverage: 0.949 },
    'Grade B, 83 of 100, 94 % of controls known',
    'B',
  ],
  [
    { state: 'stale', points: 83, grade: 'B', coverage: 1 },
    'Grade B, 83 of 100, 100 % of controls known, stale',
    'B',
  ],
  [{ state: 'notScored' }, 'Not scored', '–'],
  [{ state: 'notEnough' }, 'Not enough is known for a grade', '?'],
  [{ state: 'scanning' }, 'First assessment in progress', '…'],
])('says %j as "%s"', (mark, words, letter) => {
  render(<Mark {...mark} size={72} />);
  expect(screen.getByRole('img', { name: words })).toHaveTextContent(letter);
});

it('writes the points below on request, and once only for those who listen', () => {
  render(
    <Mark
      state="scored"
      points={83}
      grade="B"
      coverage={1}
      size={72}
      showPoints
    />,
  );
  expect(screen.getByText('83')).toHaveAttribute('aria-hidden', 'true');
});
