// SPDX-License-Identifier: Apache-2.0
import text from '../text.module.css';
import type { LiveSummary } from './useSummary';

/** Tells those who listen what a refresh has come to. */
export function RefreshNews({ live }: { readonly live: LiveSummary }) {
  return (
    <p role="status" className={text.unseen}>
      {newsOf(live)}
    </p>
  );
}

function newsOf({ isRefreshing, refreshed, summary }: LiveSummary): string {
  if (isRefreshing) return 'The repository is being read.';
  if (!refreshed) return '';
  if (summary?.stale) return 'The repository could not be read.';
  if (summary?.score?.status !== 'scored') return 'Read, without a score.';
  const { points, grade } = summary.score;
  const { pointsBefore } = refreshed;
  const before =
    pointsBefore === undefined || pointsBefore === points
      ? 'as before'
      : `${pointsBefore} before`;
  return `Done: grade ${grade}, ${points} of 100, ${before}.`;
}
