// SPDX-License-Identifier: Apache-2.0
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { NotScoredBody } from '../card/NotScoredBody';
import { PendingBody } from '../card/PendingBody';
import { ProblemBody } from '../card/ProblemBody';
import { RefreshNews } from '../summary/RefreshNews';
import { useSummary } from '../summary/useSummary';
import theme from '../theme.module.css';
import { join } from '../words/join';
import { AssessmentSections } from './AssessmentSections';
import { RefreshButton } from './RefreshButton';
import { Section } from './Section';
import { TabSkeleton } from './TabSkeleton';
import styles from './tab.module.css';

/** Everything that is known of how hardened the containers of an entity are. */
export function HardeningTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <div className={join(theme.theme, styles.tab)}>
      <LiveTab key={entityRef} entityRef={entityRef} />
    </div>
  );
}

function LiveTab({ entityRef }: { readonly entityRef: string }) {
  const live = useSummary(entityRef);
  const { summary, error, retry } = live;
  if (!summary) {
    return error ? (
      <Section title="Hardening">
        <ProblemBody error={error} onRetry={retry} />
      </Section>
    ) : (
      <TabSkeleton />
    );
  }
  return (
    <>
      {summary.score?.status === 'scored' ? (
        <AssessmentSections
          entityRef={entityRef}
          live={live}
          summary={summary}
          score={summary.score}
        />
      ) : (
        <Section title="Hardening" tools={<RefreshButton live={live} />}>
          {summary.state === 'pending' ? (
            <PendingBody summary={summary} />
          ) : (
            <NotScoredBody summary={summary} />
          )}
        </Section>
      )}
      <RefreshNews live={live} />
    </>
  );
}
