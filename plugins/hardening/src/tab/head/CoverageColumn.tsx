// SPDX-License-Identifier: Apache-2.0
import type {
  AreaScore,
  AssessmentDetail,
} from '@plimsoll/plugin-hardening-common';
import { OutcomeGlyph } from '../../glyphs/OutcomeGlyph';
import text from '../../text.module.css';
import { AREA_NAMES } from '../../words/areas';
import { groupBy } from '../../words/groupBy';
import { join } from '../../words/join';
import { count, formatPercent } from '../../words/points';
import styles from './head.module.css';

/** How much is known, what is not, and why. */
export function CoverageColumn({
  assessment: { coverage, outcomes, areas, controls },
}: {
  readonly assessment: AssessmentDetail;
}) {
  const unknown = outcomes.filter(
    ({ outcome, role }) =>
      role !== 'excluded' && (outcome === 'unknown' || outcome === 'crashed'),
  );
  const bySentence = groupBy(unknown, sentenceOf);
  const cost = controls
    .filter(({ outcome }) => outcome === 'unknown')
    .reduce((sum, { printed }) => sum + Math.round(10 * Number(printed)), 0);
  return (
    <section aria-label="Coverage">
      <h3 className={styles.columnHead}>
        Coverage <span>{formatPercent(coverage)}</span>
      </h3>
      <span className={styles.coverage}>
        <i style={{ width: `${coverage * 100}%` }} />
      </span>
      <p className={join(text.small, text.muted)}>
        {unknown.length === 0
          ? 'All that applies could be decided.'
          : `${count(unknown.length, 'check')} could not be decided, and ${
              unknown.length === 1 ? 'costs' : 'cost'
            } ${(cost / 10).toFixed(1)} points.`}
      </p>
      <ul className={styles.reasons}>
        {[...bySentence].map(([sentence, those]) => (
          <li key={sentence}>
            <OutcomeGlyph outcome="unknown" />
            <span>
              {those.length} <span className={text.muted}>{sentence}</span>
            </span>
          </li>
        ))}
        {[...groupBy(notJudged(areas), sentenceOf)].map(([sentence, those]) => (
          <li key={sentence}>
            <OutcomeGlyph outcome="notApplicable" />
            <span>
              {those.map(({ area }) => AREA_NAMES[area]).join(', ')}{' '}
              <span className={text.muted}>{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf({ sentence }: { readonly sentence?: string }): string {
  return sentence ?? 'It could not be decided.';
}

function notJudged(areas: readonly AreaScore[]): readonly AreaScore[] {
  return areas.filter(({ reason }) => reason !== undefined);
}
