// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { GRADES, MATURITY_LEVELS } from '@plimsoll/model';
import { useCallback, useEffect, useState } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { useRequest } from '../../api/useRequest';
import { LEVEL_NAMES } from '../../glyphs/LevelChip';
import type { ChangeQuery, ScorecardsQuery } from '../useScorecardsQuery';
import styles from './ServiceFilters.module.css';

const ANY = '';
const PAUSE_MS = 250;

/** Which of the services: all of it is in the address. */
export function ServiceFilters({
  query,
  onQuery,
}: {
  readonly query: ScorecardsQuery;
  readonly onQuery: ChangeQuery;
}) {
  const { grades, levels, rule, text } = query;
  const isFiltered =
    grades.length + levels.length > 0 || rule !== undefined || text !== '';
  return (
    <div className={styles.filters} role="search" aria-label="Services">
      <TextFilter text={text} onText={value => onQuery({ text: value })} />
      <Select
        aria-label="Grade"
        placeholder="All grades"
        size="small"
        className={styles.select}
        selectionMode="multiple"
        options={GRADES.map(grade => ({
          value: grade,
          label: `Grade ${grade}`,
        }))}
        value={[...grades]}
        onChange={chosen => onQuery({ grades: among(GRADES, chosen) })}
      />
      <Select
        aria-label="Level"
        placeholder="All levels"
        size="small"
        className={styles.select}
        selectionMode="multiple"
        options={MATURITY_LEVELS.map(level => ({
          value: level,
          label: LEVEL_NAMES[level],
        }))}
        value={[...levels]}
        onChange={chosen => onQuery({ levels: among(MATURITY_LEVELS, chosen) })}
      />
      <RuleFilter rule={rule} onRule={value => onQuery({ rule: value })} />
      {isFiltered && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() =>
            onQuery({ grades: [], levels: [], rule: undefined, text: '' })
          }
        >
          Clear
        </Button>
      )}
    </div>
  );
}

function among<T extends string>(all: readonly T[], chosen: unknown): T[] {
  const keys = chosen as readonly React.Key[];
  return all.filter(one => keys.includes(one));
}

/** Asks once the typing stops. */
function TextFilter({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text);
  if (asked !== text) {
    setAsked(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => onText(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <SearchField
      aria-label="Name of a service"
      placeholder="Search services"
      size="small"
      className={styles.search}
      value={typed}
      onChange={setTyped}
    />
  );
}

function RuleFilter({
  rule,
  onRule,
}: {
  readonly rule?: string;
  readonly onRule: (rule: string | undefined) => void;
}) {
  const api = useApi(hardeningApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listRules({ signal }),
    [api],
  );
  const { value } = useRequest(load);
  const ids = new Set([
    ...(rule === undefined ? [] : [rule]),
    ...(value?.items.map(({ id }) => id) ?? []),
  ]);
  return (
    <Select
      aria-label="Failing rule"
      size="small"
      className={styles.rule}
      searchable
      searchPlaceholder="Find a rule"
      options={[
        { value: ANY, label: 'Failing: any rule' },
        ...[...ids].sort().map(id => ({ value: id, label: id })),
      ]}
      value={rule ?? ANY}
      onChange={chosen => onRule(String(chosen ?? '') || undefined)}
    />
  );
}
