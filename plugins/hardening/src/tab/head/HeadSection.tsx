// SPDX-License-Identifier: Apache-2.0
import { Alert, Card } from '@backstage/ui';
import type {
  AssessmentDetail,
  EntitySummary,
  Rule,
} from '@plimsoll/plugin-hardening-common';
import { Mark } from '../../figures/Mark';
import { LevelChip } from '../../glyphs/LevelChip';
import { GateNote } from '../../summary/GateNote';
import { ReadAt } from '../../summary/ReadAt';
import { StaleNote } from '../../summary/StaleNote';
import { Trend } from '../../summary/Trend';
import type { LiveSummary } from '../../summary/useSummary';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { explainProblem } from '../../words/problems';
import type { Scored } from '../../words/points';
import { shortRuleset } from '../../words/time';
import { RefreshButton } from '../RefreshButton';
import tab from '../tab.module.css';
import { CoverageColumn } from './CoverageColumn';
import { LevelLadder } from './LevelLadder';
import { PointsLedger } from './PointsLedger';
import { countOutcomes } from './countOutcomes';
import styles from './head.module.css';

/** Mark, level, coverage, and where the points went. */
export function HeadSection({
  live,
  summary,
  score,
  assessment,
  rules,
}: {
  readonly live: LiveSummary;
  readonly summary: EntitySummary;
  readonly score: Scored;
  readonly assessment: AssessmentDetail;
  readonly rules: ReadonlyMap<string, Rule>;
}) {
  const { level, coverage, gates, outcomes } = assessment;
  const { refreshError, isRefreshing } = live;
  const tally = countOutcomes(outcomes);
  return (
    <Card
      id="score"
      className={join(tab.section, summary.stale && styles.stale)}
      role="region"
      aria-label="Score"
      aria-busy={isRefreshing}
    >
      {refreshError && <RefreshProblem error={refreshError} />}
      <StaleNote summary={summary} />
      <div className={styles.columns}>
        <div className={styles.grade}>
          <Mark
            state={summary.stale ? 'stale' : 'scored'}
            points={score.points}
            grade={score.grade}
            coverage={coverage}
            size={88}
            showPoints
          />
          <div className={styles.gradeWords}>
            <h2 className={styles.gradeName}>Grade {score.grade}</h2>
            {level && (
              <span>
                <LevelChip level={level} />
              </span>
            )}
            <Trend summary={summary} />
          </div>
        </div>
        <LevelLadder level={level} outcomes={outcomes} rules={rules} />
        <CoverageColumn assessment={assessment} />
      </div>
      <GateNote gates={gates} score={score} tabPath="" />
      <PointsLedger assessment={assessment} score={score} />
      <div className={styles.foot}>
        <span>
          <ReadAt summary={summary} />, ruleset{' '}
          <span className={text.nowrap} title={assessment.rulesetVersion}>
            {shortRuleset(assessment.rulesetVersion)}
          </span>
        </span>
        <span className={styles.footEnd}>
          <span>
            {tally.failed} failing · {tally.unknown} unknown · {tally.passed}{' '}
            passed · {tally.notApplicable} not applicable
          </span>
          <RefreshButton live={live} />
        </span>
      </div>
    </Card>
  );
}

function RefreshProblem({ error }: { readonly error: Error }) {
  const { title, text: words } = explainProblem(error);
  return <Alert status="warning" icon title={title} description={words} />;
}
