// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/ui';
import { MATURITY_LEVELS, type MaturityLevel } from '@plimsoll/model';
import type { Rule, RuleOutcome } from '@plimsoll/plugin-hardening-common';
import { EffortLabel } from '../../glyphs/EffortLabel';
import { Icon } from '../../glyphs/Icon';
import { LEVEL_NAMES } from '../../glyphs/LevelChip';
import { OutcomeGlyph } from '../../glyphs/OutcomeGlyph';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { ruleHref } from '../../words/links';
import { count } from '../../words/points';
import { levelAfter, missingRules } from './missingRules';
import styles from './head.module.css';

const MOST_SHOWN = 6;

/** The levels of maturity, and what the next one still asks for. */
export function LevelLadder({
  level,
  outcomes,
  rules,
}: {
  readonly level?: MaturityLevel;
  readonly outcomes: readonly RuleOutcome[];
  readonly rules: ReadonlyMap<string, Rule>;
}) {
  const next = levelAfter(level);
  const missing = next ? missingRules(next, outcomes, rules) : [];
  const reached = level ? MATURITY_LEVELS.indexOf(level) : -1;
  return (
    <section aria-label="Maturity level">
      <h3 className={styles.columnHead}>
        Maturity level
        <span className={styles.aside}>
          {next ? `missing for ${LEVEL_NAMES[next]}` : 'highest level'}
        </span>
      </h3>
      <ol className={styles.ladder}>
        {MATURITY_LEVELS.map((one, at) => (
          <li
            key={one}
            className={join(styles.step, at <= reached && styles.done)}
            aria-current={one === level ? 'step' : undefined}
          >
            <b>
              {at <= reached && <Icon name="check" size={14} />}
              {LEVEL_NAMES[one]}
            </b>
            {at <= reached ? 'reached' : stepNote(one === next, missing.length)}
          </li>
        ))}
      </ol>
      {next && missing.length === 0 && (
        <p className={join(text.small, text.muted, styles.ladderNote)}>
          No single rule is in the way: more rules of the level have to pass, or
          more has to be known.
        </p>
      )}
      <ul className={styles.missing}>
        {missing.slice(0, MOST_SHOWN).map(({ rule, state }) => (
          <li key={rule.id}>
            <OutcomeGlyph outcome={state} />
            {state === 'failed' ? (
              <Link
                href={ruleHref('', rule.id)}
                standalone
                className={styles.rule}
              >
                {rule.id}
              </Link>
            ) : (
              <span className={styles.rule}>{rule.id}</span>
            )}
            <EffortLabel effort={rule.effort} />
          </li>
        ))}
      </ul>
      {missing.length > MOST_SHOWN && (
        <p className={join(text.small, text.muted)}>
          and {missing.length - MOST_SHOWN} more
        </p>
      )}
    </section>
  );
}

function stepNote(isNext: boolean, missing: number): string {
  if (!isNext) return '';
  return missing > 0 ? `${count(missing, 'rule')} away` : 'not yet';
}
