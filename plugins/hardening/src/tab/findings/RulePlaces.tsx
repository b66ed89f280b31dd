// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { useCallback, useEffect, useState } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { usePages } from '../../api/usePages';
import type { RuleFindings } from './groupFindings';
import { LoadProblem } from './LoadProblem';
import { Places, PLACES_AT_FIRST } from './Places';
import { PAGE_SIZE } from './useFindings';

interface RulePlacesProps {
  readonly entityRef: string;
  /** Another one when there is another assessment. */
  readonly version: string;
  readonly rule: RuleFindings;
}

/** The places of a rule; those that the list has not loaded are loaded here. */
export function RulePlaces(props: RulePlacesProps) {
  const { findings, total } = props.rule;
  const [most, setMost] = useState(PLACES_AT_FIRST);
  const shared = { ...props, most, onMost: setMost };
  return findings.length < total ? (
    <LoadedPlaces {...shared} />
  ) : (
    <Places {...shared} findings={findings} total={total} />
  );
}

function LoadedPlaces({
  entityRef,
  version,
  rule: { id, subjects, total },
  most,
  onMost,
}: RulePlacesProps & {
  readonly most: number;
  readonly onMost: (most: number) => void;
}) {
  const api = useApi(hardeningApiRef);
  const path = subjects.length === 1 ? subjects[0] : undefined;
  const { items, error, isLoading, hasMore, loadMore } = usePages<Finding>(
    useCallback(
      (cursor, signal) =>
        api.listFindings(
          entityRef,
          {
            limit: PAGE_SIZE,
            rule: id,
            ...(path !== undefined && { path }),
            ...(cursor && { cursor }),
          },
          { signal },
        ),
      [api, entityRef, id, path],
    ),
    version,
  );
  const wanted = new Set(subjects);
  const loaded = items?.filter(({ subject }) => wanted.has(subject));
  const isShort = loaded !== undefined && loaded.length < Math.min(most, total);
  useEffect(() => {
    if (isShort && hasMore && !isLoading && !error) loadMore();
  }, [isShort, hasMore, isLoading, error, loadMore]);

  if (error) return <LoadProblem error={error} onRetry={loadMore} />;
  if (!loaded) return <Skeleton width="100%" height={160} aria-hidden="true" />;
  return (
    <Places
      entityRef={entityRef}
      findings={loaded}
      // A backend keeps the dearest ones only.
      total={hasMore ? total : loaded.length}
      most={most}
      onMost={onMost}
      isLoading={isLoading}
    />
  );
}
