// SPDX-License-Identifier: Apache-2.0
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { tabRouteRef } from '../routes';
import { HardeningCard } from './HardeningCard';

/** The card in the new frontend system, which knows where the tab is. */
export function EntityHardeningCard() {
  const tabPath = useRouteRef(tabRouteRef);
  return <HardeningCard tabPath={tabPath?.()} />;
}
