// SPDX-License-Identifier: Apache-2.0
import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { SEVERITIES } from '@plimsoll/model';
import { SEVERITY_NAMES } from '../../glyphs/SeverityLabel';
import type { RuleState } from '../head/countOutcomes';
import { VIEWS, type TabQuery, type View } from '../useTabQuery';
import styles from './FindingFilters.module.css';

const VIEW_NAMES: Readonly<Record<View, string>> = {
  failed: 'Failing',
  unknown: 'Unknown',
  passed: 'Passed',
};

const SEVERITY_OPTIONS = SEVERITIES.map(severity => ({
  value: severity,
  label: SEVERITY_NAMES[severity],
}));

/** Which findings: all of it is in the address. */
export function FindingFilters({
  query,
  onQuery,
  tally,
}: {
  readonly query: TabQuery;
  readonly onQuery: (change: Partial<TabQuery>) => void;
  readonly tally: Readonly<Record<RuleState, number>>;
}) {
  return (
    <div className={styles.filters} role="search" aria-label="Findings">
      <SearchField
        aria-label="Rule, file or id of another tool"
        placeholder="Rule, file or peer id (DL3002)"
        size="small"
        className={styles.search}
        value={query.search}
        onChange={search => onQuery({ search })}
      />
      {query.view === 'failed' && (
        <Select
          aria-label="Severity"
          placeholder="All severities"
          size="small"
          className={styles.severity}
          selectionMode="multiple"
          options={SEVERITY_OPTIONS}
          value={[...query.severities]}
          onChange={chosen =>
            onQuery({
              severities: SEVERITIES.filter(one =>
                (chosen as readonly React.Key[]).includes(one),
              ),
            })
          }
        />
      )}
      <ToggleButtonGroup
        aria-label="Outcome"
        className={styles.views}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[query.view]}
        onSelectionChange={keys => {
          const view = VIEWS.find(one => keys.has(one));
          if (view) onQuery({ view, rule: undefined });
        }}
      >
        {VIEWS.map(view => (
          <ToggleButton key={view} id={view} size="small">
            {`${VIEW_NAMES[view]} ${tally[view]}`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
