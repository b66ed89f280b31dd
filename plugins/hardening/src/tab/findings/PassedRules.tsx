// SPDX-License-Identifier: Apache-2.0
import { stateByRule } from '../head/countOutcomes';
import type { FindingsProps } from './FindingsSection';
import { matchesSearch } from './matchesSearch';
import { moveBetweenRows } from './moveBetweenRows';
import { NothingFound } from './NothingFound';
import { RuleRow } from './RuleRow';
import styles from './findings.module.css';

/** Rules that pass wherever they apply. */
export function PassedRules({
  assessment,
  rules,
  query,
  onQuery,
}: FindingsProps) {
  const outcomes = assessment.outcomes.filter(
    ({ path }) => query.image === undefined || path === query.image,
  );
  const passed = [...stateByRule(outcomes)]
    .filter(([, state]) => state === 'passed')
    .map(([id]) => id)
    .filter(id => matchesSearch(query.search, id, rules.get(id), []));
  if (passed.length === 0) {
    return (
      <NothingFound
        isFiltered={query.search !== '' || query.image !== undefined}
        onClear={() => onQuery({ search: '', image: undefined })}
      />
    );
  }
  return (
    <div
      className={styles.group}
      onKeyDown={moveBetweenRows}
      role="presentation"
    >
      {passed.map(id => (
        <RuleRow
          key={id}
          id={id}
          rule={rules.get(id)}
          outcome="passed"
          severity={rules.get(id)?.severity ?? 'info'}
          isOpen={query.rule === id}
          onToggle={isOpen => onQuery({ rule: isOpen ? id : undefined })}
        />
      ))}
    </div>
  );
}
