// SPDX-License-Identifier: Apache-2.0
import { SEVERITIES, type Severity } from '@plimsoll/model';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The lists of rules that the tab can show. */
export const VIEWS = ['failed', 'unknown', 'passed'] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

/** What the address says about the tab, so that a link shows the same. */
export interface TabQuery {
  readonly view: View;
  /** Only these; all when empty. */
  readonly severities: readonly Severity[];
  /** In ids and titles of rules, ids of peers, paths. */
  readonly search: string;
  /** The Dockerfile of the image that is looked at. */
  readonly image?: string;
  /** The rule that is open. */
  readonly rule?: string;
}

/** What the address says, and how to change it. */
export function useTabQuery(): readonly [
  TabQuery,
  (change: Partial<TabQuery>) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseTabQuery(params), [params]);
  const change = useCallback(
    (news: Partial<TabQuery>) =>
      setParams(
        before => writeTabQuery(before, { ...parseTabQuery(before), ...news }),
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return [query, change];
}

/** Reads an address; what makes no sense in it is left out. */
export function parseTabQuery(params: URLSearchParams): TabQuery {
  const view = VIEWS.find(one => one === params.get('view')) ?? 'failed';
  const wanted = params.getAll('severity');
  return {
    view,
    severities: SEVERITIES.filter(one => wanted.includes(one)),
    search: params.get('search') ?? '',
    image: params.get('image') ?? undefined,
    rule: params.get('rule') ?? undefined,
  };
}

/** Writes it into an address, whose other parameters stay. */
export function writeTabQuery(
  before: URLSearchParams,
  { view, severities, search, image, rule }: TabQuery,
): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const name of ['view', 'severity', 'search', 'image', 'rule'])
    params.delete(name);
  if (view !== 'failed') params.set('view', view);
  for (const severity of severities) params.append('severity', severity);
  if (search) params.set('search', search);
  if (image) params.set('image', image);
  if (rule) params.set('rule', rule);
  return params;
}
