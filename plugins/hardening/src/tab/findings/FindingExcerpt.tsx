// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import type { Finding } from '@plimsoll/plugin-hardening-common';
import { useCallback } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import { useRequest } from '../../api/useRequest';
import { CodeExcerpt } from '../../figures/CodeExcerpt';
import { Icon } from '../../glyphs/Icon';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { explainProblem } from '../../words/problems';
import styles from './FindingExcerpt.module.css';

/** A finding with the lines that it is about. */
export function FindingExcerpt({
  entityRef,
  finding: { fingerprint, path, start, message, scored },
}: {
  readonly entityRef: string;
  readonly finding: Finding;
}) {
  const api = useApi(hardeningApiRef);
  const excerpt = useRequest(
    useCallback(
      signal => api.getExcerpt(entityRef, fingerprint, { signal }),
      [api, entityRef, fingerprint],
    ),
  );
  return (
    <>
      <p className={styles.message}>
        {message}
        {!scored && (
          <span className={join(text.small, text.muted)}> Not counted.</span>
        )}
      </p>
      <p className={styles.place}>
        <Icon name="file" size={14} />
        <span className={styles.path}>{path}</span>
        <span className={text.muted}>line {start.line}</span>
      </p>
      {excerpt.value && (
        <CodeExcerpt
          excerpt={excerpt.value}
          label={`${path}, line ${start.line}`}
        />
      )}
      {excerpt.error && (
        <ExcerptProblem error={excerpt.error} onRetry={excerpt.retry} />
      )}
      {!excerpt.value && !excerpt.error && (
        <Skeleton width="100%" height={114} aria-hidden="true" />
      )}
    </>
  );
}

function ExcerptProblem({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const { kind } = explainProblem(error);
  const sentence = {
    forbidden: 'You may see that it failed, and not the source.',
    unknown: 'The lines are not kept any more: the file has changed since.',
    failed: 'The lines could not be loaded.',
  }[kind];
  return (
    <div className={styles.problem}>
      <p className={text.muted}>{sentence}</p>
      {kind === 'failed' && (
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
