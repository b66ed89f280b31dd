// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from '@backstage/ui';
import { explainProblem } from '../../words/problems';

/** Findings could not be loaded: why, and once more. */
export function LoadProblem({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const problem = explainProblem(error);
  return (
    <Alert
      status="warning"
      icon
      title={problem.title}
      description={problem.text}
      customActions={
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
