// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import type { Severity } from '@plimsoll/model';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { useCallback } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { usePages, type Pages } from '../../api/usePages';
import type { TabQuery } from '../useTabQuery';

/** The backend gives no more at once. */
export const PAGE_SIZE = 100;

/** The findings of an entity that the address asks for, dearest first. */
export function useFindings(
  entityRef: string,
  version: string,
  { severities, image }: Pick<TabQuery, 'severities' | 'image'>,
): Pages<Finding> {
  const api = useApi(hardeningApiRef);
  const severity = severities.join(' ');
  return usePages<Finding>(
    useCallback(
      (cursor, signal) =>
        api.listFindings(
          entityRef,
          {
            limit: PAGE_SIZE,
            ...(severity && { severity: severity.split(' ') as Severity[] }),
            ...(image && { path: image }),
            ...(cursor && { cursor }),
          },
          { signal },
        ),
      [api, entityRef, severity, image],
    ),
    version,
  );
}
