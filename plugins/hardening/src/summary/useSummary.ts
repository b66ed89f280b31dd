// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { hardeningApiRef } from '../api/hardeningApiRef';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { followSummary } from './followSummary';

/** The summary of an entity, kept up to date while something is going on. */
export interface LiveSummary {
  /** The last that is known, also while the repository is read again. */
  readonly summary?: EntitySummary;
  /** Why nothing newer is known. */
  readonly error?: Error;
  readonly isRefreshing: boolean;
  /** Why a refresh could not be asked for. */
  readonly refreshError?: Error;
  /** Of the refresh that has just ended: what the score was before it. */
  readonly refreshed?: { readonly pointsBefore?: number };
  readonly refresh: () => void;
  readonly retry: () => void;
}

/** A refresh that was asked for here. */
type Asked =
  | { readonly state: 'no'; readonly error?: Error }
  | {
      readonly state: 'asking' | 'waiting' | 'done';
      readonly pointsBefore?: number;
    };

/** Follows the summary of one entity: give the component a key by its ref. */
export function useSummary(entityRef: string): LiveSummary {
  const api = useApi(hardeningApiRef);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<Asked>({ state: 'no' });
  const [known, setKnown] = useState<{
    readonly summary?: EntitySummary;
    readonly error?: Error;
  }>({});

  useEffect(
    () =>
      followSummary({
        load: signal => api.getEntitySummary(entityRef, { signal }),
        onSummary: summary => {
          setKnown({ summary });
          if (!summary.refreshing) setAsked(endOfWaiting);
        },
        onError: error => {
          setKnown(({ summary }) => ({ summary, error }));
          setAsked({ state: 'no' });
        },
      }),
    [api, entityRef, round],
  );

  const retry = useCallback(() => {
    setKnown(({ summary }) => ({ summary }));
    setRound(count => count + 1);
  }, []);

  const { summary } = known;
  const points =
    summary?.score?.status === 'scored' ? summary.score.points : undefined;
  const refresh = useCallback(() => {
    setAsked({ state: 'asking', pointsBefore: points });
    api.refreshEntity(entityRef).then(
      () => {
        setAsked({ state: 'waiting', pointsBefore: points });
        retry();
      },
      (error: Error) => setAsked({ state: 'no', error }),
    );
  }, [api, entityRef, points, retry]);

  return {
    ...known,
    isRefreshing:
      asked.state === 'asking' ||
      asked.state === 'waiting' ||
      summary?.refreshing === true,
    refreshError: asked.state === 'no' ? asked.error : undefined,
    refreshed: asked.state === 'done' ? asked : undefined,
    refresh,
    retry,
  };
}

function endOfWaiting(asked: Asked): Asked {
  return asked.state === 'waiting' ? { ...asked, state: 'done' } : asked;
}
