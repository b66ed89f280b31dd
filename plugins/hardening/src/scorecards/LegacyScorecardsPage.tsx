// SPDX-License-Identifier: Apache-2.0
import { PluginHeader } from '@backstage/ui';
import { HardeningIcon } from './HardeningIcon';
import { ScorecardsPage } from './ScorecardsPage';

/** The page in the old frontend system, which gives it no head. */
export function LegacyScorecardsPage() {
  return (
    <>
      <PluginHeader title="Hardening" icon={<HardeningIcon />} />
      <ScorecardsPage />
    </>
  );
}
