// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import { Icon } from '../glyphs/Icon';
import type { LiveSummary } from '../summary/useSummary';

/** Has the repository read again. */
export function RefreshButton({ live }: { readonly live: LiveSummary }) {
  return (
    <Button
      variant="secondary"
      size="small"
      iconStart={<Icon name="refresh" />}
      isPending={live.isRefreshing}
      onPress={live.refresh}
    >
      Refresh
    </Button>
  );
}
