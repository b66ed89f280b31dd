// SPDX-License-Identifier: Apache-2.0
import type { Pager } from './usePager';
import table from './table.module.css';

/** Which of the list this page shows, where there are others. */
export function PageNote<T>({
  pager: { value, offset, onNext, onPrevious },
}: {
  readonly pager: Pager<T>;
}) {
  if (!value || (!onNext && !onPrevious)) return null;
  const shown = value.items.length;
  return (
    <p className={table.foot}>
      {shown === 0 ? 'None here' : `${offset + 1} to ${offset + shown}`}; the
      position is kept while scores change
    </p>
  );
}
