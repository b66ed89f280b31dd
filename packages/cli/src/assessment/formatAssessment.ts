// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { RULES } from '@plimsoll/engine';
import type { RuleInfo } from '@plimsoll/model';
import type { Checked } from '../check/checkTarget.ts';
import type { Page } from '../terminal/page.ts';
import { actionsSection } from './actionsSection.ts';
import { findingsSection } from './findingsSection.ts';
import { headSection } from './headSection.ts';
import { judgedSection } from './judgedSection.ts';
import { pointsSection } from './pointsSection.ts';
import { createView } from './view.ts';
import { unknownSection } from './unknownSection.ts';

/** An assessment for a person: the verdict first, then all that explains it. */
export function formatAssessment(
  { target, snapshot, assessment }: Checked,
  page: Page,
  showAll: boolean,
  rules: readonly RuleInfo[] = RULES.map(({ info }) => info),
): string {
  const title = titleOf(target);
  const view = createView(
    { title, assessment, page, showAll },
    snapshot.files,
    rules,
  );
  const lines = [
    ...headSection(view),
    '',
    ...findingsSection(view),
    ...actionsSection(view),
    ...pointsSection(view),
    ...unknownSection(view),
    ...judgedSection(view),
  ];
  return `${lines.join('\n')}\n`;
}

/** A folder that is only "here" goes by its name. */
function titleOf(target: string): string {
  const isUnnamed = /^[./\\]*$/.test(target);
  return isUnnamed ? path.basename(path.resolve(target)) || target : target;
}
