// SPDX-License-Identifier: Apache-2.0
import { Mark } from '../../figures/Mark';
import text from '../../text.module.css';
import { GROUPINGS, type ScorecardsQuery } from '../useScorecardsQuery';
import table from '../table.module.css';

/** The list is empty: why. */
export function NoServices({
  query,
  hasMore,
}: {
  readonly query: ScorecardsQuery;
  /** Far into a long list few may be left that match. */
  readonly hasMore: boolean;
}) {
  const { grades, levels, rule, text: search } = query;
  const isFiltered =
    grades.length + levels.length > 0 ||
    rule !== undefined ||
    search !== '' ||
    GROUPINGS.some(name => query[name] !== undefined);
  let words =
    'No service has a score yet. The list of those without one says what each needs.';
  if (isFiltered) words = 'No service with a score matches all filters.';
  if (hasMore) words = 'None among these: go on to look at more of them.';
  return (
    <div className={table.empty}>
      <Mark state="notScored" size={48} />
      <p className={text.muted}>{words}</p>
    </div>
  );
}
