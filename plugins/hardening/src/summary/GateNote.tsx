// SPDX-License-Identifier: Apache-2.0
import { Alert, Link } from '@backstage/ui';
import type { Gate } from '@plimsoll/plugin-hardening-common';
import { Icon } from '../glyphs/Icon';
import text from '../text.module.css';
import { ruleHref } from '../words/links';
import type { Scored } from '../words/points';
import styles from './notes.module.css';

const MOST_RULES = 3;

/** Which broken promise holds the score down, before everything else. */
export function GateNote({
  gates,
  score,
  tabPath,
}: {
  readonly gates: readonly Gate[];
  readonly score: Scored;
  readonly tabPath?: string;
}) {
  const binding = gates.filter(gate => gate.binding);
  const [first] = binding;
  if (!first) return null;
  const rules = [...new Set(binding.flatMap(gate => gate.rules))];
  return (
    <Alert
      status="danger"
      icon={<Icon name="lock" />}
      title={`Not ${withArticle(first.grade)}: ${binding
        .map(({ message }) => message)
        .join('; ')}`}
      description={
        <>
          The score stops at {first.atMost}; it would be {Math.floor(score.raw)}
          .
          {rules.length > 0 && (
            <span className={styles.rules}>
              {rules.slice(0, MOST_RULES).map(rule => (
                <RuleName key={rule} rule={rule} tabPath={tabPath} />
              ))}
              {rules.length > MOST_RULES &&
                `and ${rules.length - MOST_RULES} more`}
            </span>
          )}
        </>
      }
    />
  );
}

/** `a B`, `an A`. */
export function withArticle(grade: string): string {
  return `${'AEF'.includes(grade) ? 'an' : 'a'} ${grade}`;
}

function RuleName({
  rule,
  tabPath,
}: {
  readonly rule: string;
  readonly tabPath?: string;
}) {
  if (!tabPath) return <code className={text.mono}>{rule}</code>;
  return (
    <Link href={ruleHref(tabPath, rule)} className={styles.rule}>
      <code className={text.mono}>{rule}</code>
    </Link>
  );
}
