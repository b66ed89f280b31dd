// SPDX-License-Identifier: Apache-2.0
import { count } from '../words/points';
import type { Pager } from './usePager';

/** How many there are: exactly only where that is known. */
export function ListCount<T>({
  pager: { value, offset, total, isLoading },
  noun,
}: {
  readonly pager: Pager<T>;
  readonly noun: string;
}) {
  if (!value) return null;
  if (total !== undefined) return <>{count(total, noun)}</>;
  if (isLoading) return null;
  const seen = offset + value.items.length;
  return value.nextCursor === undefined ? (
    <>{count(seen, noun)}</>
  ) : (
    <>
      more than {seen} {noun}s
    </>
  );
}
