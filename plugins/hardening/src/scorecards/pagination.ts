// SPDX-License-Identifier: Apache-2.0
import type { TablePaginationType } from '@backstage/ui';
import type { Pager } from './usePager';

const NOTHING = () => {};

/** Previous and next: pages have no numbers, as lists move. */
export function pagination<T>({
  value,
  onNext,
  onPrevious,
}: Pager<T>): TablePaginationType {
  if (!onNext && !onPrevious) return { type: 'none' };
  const shown = value?.items.length ?? 0;
  return {
    type: 'page',
    pageSize: shown,
    showPageSizeOptions: false,
    hasNextPage: onNext !== undefined,
    hasPreviousPage: onPrevious !== undefined,
    onNextPage: onNext ?? NOTHING,
    onPreviousPage: onPrevious ?? NOTHING,
    showPaginationLabel: false,
  };
}
