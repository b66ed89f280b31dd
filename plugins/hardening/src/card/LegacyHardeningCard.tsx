// SPDX-License-Identifier: Apache-2.0
import { useRouteRef } from '@backstage/core-plugin-api';
import { legacyTabRouteRef } from '../legacyRoutes';
import { HardeningCard } from './HardeningCard';

/** The card in the old frontend system, which knows where the tab is. */
export function LegacyHardeningCard() {
  return <HardeningCard tabPath={useTabPath()} />;
}

/** Undefined where an app has the card alone. */
function useTabPath(): string | undefined {
  try {
    // It throws last, after its hooks: their order stays.
    return useRouteRef(legacyTabRouteRef)();
  } catch {
    return undefined;
  }
}
