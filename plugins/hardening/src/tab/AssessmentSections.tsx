// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import type {
  AssessmentDetail,
  EntitySummary,
} from '@plimsoll/plugin-hardening-common';
import { useCallback, useMemo } from 'react';
import { hardeningApiRef } from '../api/hardeningApiRef';
import { useRequest } from '../api/useRequest';
import { ProblemBody } from '../card/ProblemBody';
import type { LiveSummary } from '../summary/useSummary';
import type { Scored } from '../words/points';
import { ActionsSection } from './ActionsSection';
import { countOutcomes } from './head/countOutcomes';
import { FindingsSection } from './findings/FindingsSection';
import { HeadSection } from './head/HeadSection';
import { HistorySection } from './history/HistorySection';
import { ImagesSection } from './ImagesSection';
import { JumpNav, type Jump } from './JumpNav';
import { Section } from './Section';
import { TabSkeleton } from './TabSkeleton';
import { useTabQuery } from './useTabQuery';

/** The sections of the tab of an entity with a score. */
export function AssessmentSections({
  entityRef,
  live,
  summary,
  score,
}: {
  readonly entityRef: string;
  readonly live: LiveSummary;
  readonly summary: EntitySummary;
  readonly score: Scored;
}) {
  const api = useApi(hardeningApiRef);
  const [query, changeQuery] = useTabQuery();
  // What follows is loaded again when there is another assessment.
  const version = `${summary.assessedAt} ${summary.rulesetVersion}`;
  const detail = useRequest(
    useCallback(
      signal => api.getAssessment(entityRef, { signal }),
      [api, entityRef],
    ),
    version,
  );
  const rules = useRequest(
    useCallback(signal => api.listRules({ signal }), [api]),
    summary.rulesetVersion,
  );
  const rulesById = useMemo(
    () => new Map(rules.value?.items.map(rule => [rule.id, rule])),
    [rules.value],
  );

  const assessment = detail.value?.assessment;
  const error = detail.error ?? rules.error;
  if (!assessment || !rules.value) {
    const retry = detail.error ? detail.retry : rules.retry;
    if (!error) return <TabSkeleton />;
    return (
      <Section title="Hardening">
        <ProblemBody error={error} onRetry={retry} />
      </Section>
    );
  }

  const shared = { assessment, rules: rulesById };
  return (
    <>
      <JumpNav jumps={jumpsOf(assessment)} />
      <HeadSection {...shared} live={live} summary={summary} score={score} />
      <ActionsSection actions={assessment.actions} />
      <ImagesSection
        assessment={assessment}
        image={query.image}
        onChoose={image => changeQuery({ image, rule: undefined })}
      />
      <FindingsSection
        {...shared}
        entityRef={entityRef}
        version={version}
        query={query}
        onQuery={changeQuery}
      />
      <HistorySection entityRef={entityRef} version={version} />
    </>
  );
}

/** What there is, with how many. */
function jumpsOf({ actions, images, outcomes }: AssessmentDetail): Jump[] {
  return [
    { id: 'score', name: 'Score' },
    ...(actions.length > 0
      ? [{ id: 'fixes', name: `Fixes ${actions.length}` }]
      : []),
    ...(images.length > 1
      ? [{ id: 'images', name: `Images ${images.length}` }]
      : []),
    { id: 'findings', name: `Findings ${countOutcomes(outcomes).failed}` },
    { id: 'history', name: 'History' },
  ];
}
