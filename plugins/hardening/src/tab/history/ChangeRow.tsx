// SPDX-License-Identifier: Apache-2.0
import type { Change } from '@plimsoll/plugin-hardening-common';
import { Icon } from '../../glyphs/Icon';
import text from '../../text.module.css';
import { groupBy } from '../../words/groupBy';
import { join } from '../../words/join';
import { formatDay, formatInstant } from '../../words/time';
import { CAUSE_ICONS, describeCause } from './causes';
import styles from './history.module.css';

const MOST_RULES = 3;

/** When, how far, by what, and which rules changed their outcome. */
export function ChangeRow({
  change,
  isSelected,
}: {
  readonly change: Change;
  readonly isSelected: boolean;
}) {
  const { at, cause, before, after } = change;
  const instant = new Date(at);
  return (
    <li
      className={join(styles.change, isSelected && styles.selected)}
      aria-current={isSelected || undefined}
    >
      <time
        dateTime={at}
        title={formatInstant(instant)}
        className={join(text.small, text.muted, text.nowrap)}
      >
        {formatDay(instant)}
      </time>
      <span className={join(text.muted, styles.cause)}>
        <Icon name={CAUSE_ICONS[cause]} size={15} />
      </span>
      <Difference before={before} after={after} />
      <span className={join(text.small, text.muted, styles.fromTo)}>
        {before === null ? '' : `${before} → `}
        {after ?? 'no score'}
      </span>
      <span className={styles.what}>{describeCause(change)}</span>
      <span className={join(text.small, text.muted, styles.flips)}>
        <Flips change={change} />
      </span>
    </li>
  );
}

function Difference({ before, after }: Pick<Change, 'before' | 'after'>) {
  if (before === null || after === null || before === after)
    return <span className={text.muted}>{before === after ? '±0' : ''}</span>;
  const isUp = after > before;
  return (
    <span
      className={join(text.strong, text.nowrap, isUp ? text.up : text.down)}
    >
      <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
      <span className={text.unseen}>{isUp ? 'up' : 'down'}</span>{' '}
      {Math.abs(after - before)}
    </span>
  );
}

const FLIP_WORDS: Readonly<Record<string, string>> = {
  passed: 'now pass',
  failed: 'now fail',
  unknown: 'now unknown',
  crashed: 'now unknown',
  notApplicable: 'no longer apply',
  none: 'gone',
};

function Flips({ change: { flips } }: { readonly change: Change }) {
  const groups = groupBy(flips, ({ after }) => FLIP_WORDS[after] ?? after);
  return (
    <>
      {[...groups].map(([words, those]) => {
        const rules = [...new Set(those.map(({ rule }) => rule))];
        const left = rules.length - MOST_RULES;
        return (
          <span key={words} className={styles.flip}>
            {words}:{' '}
            <span className={text.mono}>
              {rules.slice(0, MOST_RULES).join(', ')}
            </span>
            {left > 0 && ` and ${left} more`}
          </span>
        );
      })}
    </>
  );
}
