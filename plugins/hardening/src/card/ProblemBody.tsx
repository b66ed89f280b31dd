// SPDX-License-Identifier: Apache-2.0
import { Button } from '@backstage/ui';
import { Mark } from '../figures/Mark';
import text from '../text.module.css';
import { explainProblem } from '../words/problems';
import styles from './card.module.css';

/** Nothing could be loaded: why, and what to do. */
export function ProblemBody({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const problem = explainProblem(error);
  return (
    <div className={styles.top} role="alert">
      <Mark state="notScored" size={72} />
      <div className={styles.meta}>
        <h3 className={styles.headline}>{problem.title}</h3>
        <p className={text.muted}>{problem.text}</p>
        {problem.kind !== 'forbidden' && (
          <span>
            <Button variant="secondary" size="small" onPress={onRetry}>
              Try again
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
