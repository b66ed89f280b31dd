// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useCallback, useMemo } from 'react';
import { hardeningApiRef } from '../api/hardeningApiRef';
import { useRequest } from '../api/useRequest';
import { ProblemBody } from '../card/ProblemBody';
import { Section } from '../tab/Section';
import theme from '../theme.module.css';
import { join } from '../words/join';
import { GroupFilters } from './GroupFilters';
import { GroupsTab } from './groups/GroupsTab';
import { OverviewHead } from './head/OverviewHead';
import { ServicesTab } from './services/ServicesTab';
import { UnscoredTab } from './unscored/UnscoredTab';
import {
  countedGroup,
  TABS,
  useScorecardsQuery,
  type TabName,
} from './useScorecardsQuery';
import styles from './ScorecardsPage.module.css';

const TAB_NAMES: Readonly<Record<TabName, string>> = {
  services: 'Services',
  groups: 'Groups',
  'not-scored': 'Not scored',
};

/** How hardened the containers of an organisation are. */
export function ScorecardsPage() {
  const [query, onQuery] = useScorecardsQuery();
  const api = useApi(hardeningApiRef);
  const group = countedGroup(query);
  const key = group && JSON.stringify(group);
  const counted = useMemo(
    () => (key === undefined ? undefined : JSON.parse(key)),
    [key],
  );
  const load = useCallback(
    // Of several groups together nothing is counted: all are shown.
    (signal: AbortSignal) =>
      api.getScorecardOverview(counted ?? {}, { signal }),
    [api, counted],
  );
  const overview = useRequest(load);

  return (
    <main className={join(theme.theme, styles.page)}>
      {overview.error ? (
        <Section title="Scorecards">
          <ProblemBody error={overview.error} onRetry={overview.retry} />
        </Section>
      ) : (
        <>
          <GroupFilters
            query={query}
            onQuery={onQuery}
            overview={overview.value}
          />
          <OverviewHead
            overview={overview.value}
            isLoading={overview.isLoading}
            isOfAll={counted === undefined}
            query={query}
            onQuery={onQuery}
          />
          <Tabs
            selectedKey={query.tab}
            onSelectionChange={tab => {
              if (tab !== query.tab) onQuery({ tab: tab as TabName });
            }}
          >
            <TabList aria-label="Scorecards">
              {TABS.map(tab => (
                <Tab key={tab} id={tab}>
                  {TAB_NAMES[tab]}
                </Tab>
              ))}
            </TabList>
            <TabPanel id="services" className={styles.panel}>
              <ServicesTab query={query} onQuery={onQuery} />
            </TabPanel>
            <TabPanel id="groups" className={styles.panel}>
              <GroupsTab query={query} onQuery={onQuery} />
            </TabPanel>
            <TabPanel id="not-scored" className={styles.panel}>
              <UnscoredTab
                query={query}
                onQuery={onQuery}
                overview={overview.value}
              />
            </TabPanel>
          </Tabs>
        </>
      )}
    </main>
  );
}
