// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import type { AssessmentDetail } from '@plimsoll/plugin-hardening-common';
import { useId, useState } from 'react';
import { Mark } from '../figures/Mark';
import text from '../text.module.css';
import { join } from '../words/join';
import { Section } from './Section';
import styles from './ImagesSection.module.css';

const MOST_AT_FIRST = 8;

/** The images with their own marks; one of them filters the findings below. */
export function ImagesSection({
  assessment: { images, score, coverage, outcomes },
  image,
  onChoose,
}: {
  readonly assessment: AssessmentDetail;
  readonly image?: string;
  readonly onChoose: (image: string | undefined) => void;
}) {
  const name = useId();
  const [isWhole, setWhole] = useState(false);
  if (images.length < 2) return null;
  const failing = (path?: string) =>
    new Set(
      outcomes
        .filter(
          ({ outcome, role }) => outcome === 'failed' && role !== 'excluded',
        )
        .filter(one => path === undefined || one.path === path)
        .map(({ rule }) => rule),
    ).size;
  const roleOf = (path: string) =>
    outcomes.find(outcome => outcome.path === path)?.role;
  // The chosen one is always there.
  const shown = images.filter(
    ({ path }, at) => isWhole || at < MOST_AT_FIRST || path === image,
  );
  const rows = [
    { label: 'All images', score, failing: failing() },
    ...shown.map(({ path, score: own }) => ({
      path,
      label: path,
      score: own,
      role: roleOf(path),
      failing: failing(path),
    })),
  ];
  return (
    <Section
      id="images"
      title="Images"
      note={images.length}
      tools={
        <span className={styles.hint}>Choose one to filter the findings</span>
      }
    >
      <div className={styles.rows} role="radiogroup" aria-label="Image">
        <div className={styles.heads} aria-hidden="true">
          <span>Dockerfile</span>
          <span>Mark</span>
          <span className={styles.role}>Role</span>
          <span className={styles.number}>Rules failing</span>
        </div>
        {rows.map(row => {
          const path = 'path' in row ? row.path : undefined;
          const isChosen = image === path;
          return (
            <label
              key={row.label}
              className={join(styles.row, isChosen && styles.chosen)}
            >
              <span className={styles.name}>
                <input
                  type="radio"
                  name={name}
                  checked={isChosen}
                  onChange={() => onChoose(path)}
                />
                <span className={path === undefined ? text.strong : text.mono}>
                  {row.label}
                </span>
              </span>
              <span className={styles.mark}>
                {row.score.status === 'scored' ? (
                  <>
                    <Mark
                      state="scored"
                      size={24}
                      points={row.score.points}
                      grade={row.score.grade}
                      coverage={coverage}
                    />
                    <b aria-hidden="true">{row.score.points}</b>
                  </>
                ) : (
                  <Mark state="notScored" size={24} />
                )}
              </span>
              <span className={join(styles.role, text.muted)}>
                {'role' in row ? row.role : `${images.length} images`}
              </span>
              <span className={styles.number}>{row.failing}</span>
            </label>
          );
        })}
      </div>
      {shown.length < images.length && (
        <span>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setWhole(true)}
          >
            {`Show ${images.length - shown.length} more`}
          </Button>
        </span>
      )}
    </Section>
  );
}
