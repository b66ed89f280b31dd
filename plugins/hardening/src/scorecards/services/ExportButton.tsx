// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { QueryOf } from '@plimsoll/plugin-hardening-common';
import { useState } from 'react';
import { hardeningApiRef } from '../../api/hardeningApiRef';
import text from '../../text.module.css';
import { explainProblem } from '../../words/problems';

/** The whole list as a file for spreadsheets. */
export function ExportButton({
  filters,
}: {
  readonly filters: QueryOf<'exportScorecards'>;
}) {
  const api = useApi(hardeningApiRef);
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const save = async () => {
    setState('busy');
    try {
      saveAs(await api.exportScorecards(filters), 'hardening.csv');
      setState('idle');
    } catch (error) {
      setState(error as Error);
    }
  };
  return (
    <span>
      {state instanceof Error && (
        <span className={text.small} role="alert">
          {explainProblem(state).text}{' '}
        </span>
      )}
      <Button
        variant="secondary"
        size="small"
        isDisabled={state === 'busy'}
        onPress={save}
      >
        {state === 'busy' ? 'Exporting…' : 'Export CSV'}
      </Button>
    </span>
  );
}

function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
