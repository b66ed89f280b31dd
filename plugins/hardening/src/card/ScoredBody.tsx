// SPDX-License-Identifier: Apache-2.0
import { Alert, Link } from '@backstage/ui';
import type { EntitySummary } from '@plimsoll/plugin-hardening-common';
import { Mark } from '../figures/Mark';
import { Icon } from '../glyphs/Icon';
import { LevelChip } from '../glyphs/LevelChip';
import { GateNote } from '../summary/GateNote';
import { ReadAt } from '../summary/ReadAt';
import { StaleNote } from '../summary/StaleNote';
import { Trend } from '../summary/Trend';
import text from '../text.module.css';
import { join } from '../words/join';
import { count, formatPercent, type Scored } from '../words/points';
import { ActionRow } from './ActionRow';
import { Areas } from './Areas';
import styles from './card.module.css';

/** A score with where its points went and what brings them back. */
export function ScoredBody({
  summary,
  score,
  tabPath,
}: {
  readonly summary: EntitySummary;
  readonly score: Scored;
  readonly tabPath?: string;
}) {
  const { coverage = 1, level, gates = [], actions = [], stale } = summary;
  const { failed = 0, unknown = 0, images = 1, lowestImage } = summary;
  return (
    <>
      <StaleNote summary={summary} />
      <div className={styles.top}>
        <Mark
          state={stale ? 'stale' : 'scored'}
          points={score.points}
          grade={score.grade}
          coverage={coverage}
          size={72}
          showPoints
        />
        <div className={styles.meta}>
          {level && (
            <span className={styles.line}>
              <LevelChip level={level} />
              {level === 'expert' && <Quiet>highest level</Quiet>}
            </span>
          )}
          <Trend summary={summary} />
          <Quiet>{formatPercent(coverage)} of controls known</Quiet>
          {images > 1 && lowestImage && (
            <Quiet>
              Lowest of {images} images:{' '}
              <span className={text.mono}>{lowestImage.path}</span>
            </Quiet>
          )}
        </div>
      </div>
      <GateNote gates={gates} score={score} tabPath={tabPath} />
      <div className={styles.columns}>
        <Areas summary={summary} score={score} tabPath={tabPath} />
        {actions.length > 0 ? (
          <section aria-label="Next best fixes">
            <h3 className={styles.heading}>
              <span>Next best fixes</span>
              <span>points back</span>
            </h3>
            <ul>
              {actions.map(action => (
                <ActionRow key={action.id} action={action} tabPath={tabPath} />
              ))}
            </ul>
          </section>
        ) : (
          failed === 0 && <NothingToFix unknown={unknown} />
        )}
      </div>
      <div className={styles.footer}>
        <ReadAt summary={summary} />
        {tabPath && (
          <Link
            href={`${tabPath}#findings`}
            standalone
            className={styles.total}
          >
            {count(failed, 'finding')}
            {unknown > 0 && `, ${unknown} unknown`}
          </Link>
        )}
      </div>
    </>
  );
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span className={join(text.small, text.muted)}>{children}</span>;
}

function NothingToFix({ unknown }: { readonly unknown: number }) {
  return (
    <div>
      <Alert
        status="success"
        icon={<Icon name="check" />}
        title="Nothing to fix"
        description={
          unknown > 0
            ? `Every control that could be decided passes; ${unknown} could not.`
            : 'Every control that applies passes.'
        }
      />
    </div>
  );
}
