// SPDX-License-Identifier: Apache-2.0
import type { RuleOutcome } from '@plimsoll/plugin-hardening-common';
import text from '../../text.module.css';
import { groupBy } from '../../words/groupBy';
import { join } from '../../words/join';
import type { FindingsProps } from './FindingsSection';
import { matchesSearch } from './matchesSearch';
import { moveBetweenRows } from './moveBetweenRows';
import { NothingFound } from './NothingFound';
import { RuleRow } from './RuleRow';
import styles from './findings.module.css';

/** Rules that could not be decided, by the reason. */
export function UnknownRules({
  assessment,
  rules,
  query,
  onQuery,
}: FindingsProps) {
  const unknown = assessment.outcomes
    .filter(({ role }) => role !== 'excluded')
    .filter(({ outcome }) => outcome === 'unknown' || outcome === 'crashed')
    .filter(({ path }) => query.image === undefined || path === query.image)
    .filter(({ rule, path }) =>
      matchesSearch(query.search, rule, rules.get(rule), [path]),
    );
  if (unknown.length === 0) {
    return (
      <NothingFound
        isFiltered={query.search !== '' || query.image !== undefined}
        onClear={() => onQuery({ search: '', image: undefined })}
      />
    );
  }
  const bySentence = groupBy(
    unknown,
    ({ sentence }) => sentence ?? 'It could not be decided.',
  );
  return (
    <div onKeyDown={moveBetweenRows} role="presentation">
      {[...bySentence].map(([sentence, outcomes]) => (
        <div key={sentence} className={styles.group}>
          <h3 className={styles.reasonHead}>
            {sentence}
            <span className={join(text.small, text.muted)}>
              {outcomes.length}
            </span>
          </h3>
          {outcomes.map(outcome => {
            const key = keyOf(outcome);
            return (
              <RuleRow
                key={key}
                id={outcome.rule}
                rule={rules.get(outcome.rule)}
                outcome="unknown"
                severity={rules.get(outcome.rule)?.severity ?? 'info'}
                where={outcome.detail ?? outcome.path}
                isOpen={query.rule === key}
                onToggle={isOpen => onQuery({ rule: isOpen ? key : undefined })}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** A rule may be unknown for several files. */
function keyOf({ rule, path }: RuleOutcome): string {
  return `${rule} ${path}`;
}
