// SPDX-License-Identifier: Apache-2.0
import type { AssessmentDetail, Rule } from '@plimsoll/plugin-hardening-common';
import { useState } from 'react';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { count } from '../../words/points';
import { countOutcomes } from '../head/countOutcomes';
import { Section } from '../Section';
import type { TabQuery } from '../useTabQuery';
import { FailedRules } from './FailedRules';
import { FindingFilters } from './FindingFilters';
import { PassedRules } from './PassedRules';
import { UnknownRules } from './UnknownRules';
import styles from './findings.module.css';

/** What the views of the findings have in common. */
export interface FindingsProps {
  readonly entityRef: string;
  /** Another one when there is another assessment. */
  readonly version: string;
  readonly assessment: AssessmentDetail;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly query: TabQuery;
  readonly onQuery: (change: Partial<TabQuery>) => void;
}

/** All rules by outcome; those that failed with their places. */
export function FindingsSection(props: FindingsProps) {
  const { assessment, query, onQuery } = props;
  const [isBusy, setBusy] = useState(false);
  const tally = countOutcomes(
    query.image === undefined
      ? assessment.outcomes
      : assessment.outcomes.filter(({ path }) => path === query.image),
  );
  return (
    <Section
      id="findings"
      title="Findings"
      note={`${count(tally.failed, 'rule')} failing`}
      isBusy={isBusy}
      tools={<FindingFilters query={query} onQuery={onQuery} tally={tally} />}
    >
      {query.image !== undefined && (
        <p className={join(text.small, text.muted)}>
          Only those of <span className={text.mono}>{query.image}</span>.
        </p>
      )}
      <div className={styles.list}>
        {query.view === 'failed' && <FailedRules {...props} onBusy={setBusy} />}
        {query.view === 'unknown' && <UnknownRules {...props} />}
        {query.view === 'passed' && <PassedRules {...props} />}
      </div>
    </Section>
  );
}
