// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { useSummary, type LiveSummary } from '../summary/useSummary';
import { CardFrame } from './CardFrame';
import { CardSkeleton } from './CardSkeleton';
import { NotScoredBody } from './NotScoredBody';
import { PendingBody } from './PendingBody';
import { ProblemBody } from './ProblemBody';
import { ScoredBody } from './ScoredBody';

/** What the card has to know of the app around it. */
export interface HardeningCardProps {
  /** Where the tab with everything else is; without it nothing links there. */
  readonly tabPath?: string;
}

/** How hardened the containers of an entity are, on one card. */
export function HardeningCard({ tabPath }: HardeningCardProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return <LiveCard key={entityRef} entityRef={entityRef} tabPath={tabPath} />;
}

function LiveCard({
  entityRef,
  tabPath,
}: HardeningCardProps & { readonly entityRef: string }) {
  const live = useSummary(entityRef);
  return (
    <CardFrame live={live} tabPath={tabPath}>
      {bodyOf(live, tabPath)}
    </CardFrame>
  );
}

function bodyOf(live: LiveSummary, tabPath: string | undefined): ReactNode {
  const { summary, error, retry } = live;
  if (!summary) {
    return error ? (
      <ProblemBody error={error} onRetry={retry} />
    ) : (
      <CardSkeleton />
    );
  }
  return <SummaryBody summary={summary} tabPath={tabPath} />;
}

function SummaryBody({
  summary,
  tabPath,
}: {
  readonly summary: EntitySummary;
  readonly tabPath?: string;
}) {
  const { score } = summary;
  if (summary.state === 'pending') return <PendingBody summary={summary} />;
  return score?.status === 'scored' ? (
    <ScoredBody summary={summary} score={score} tabPath={tabPath} />
  ) : (
    <NotScoredBody summary={summary} />
  );
}
