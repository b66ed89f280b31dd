// SPDX-License-Identifier: Apache-2.0

import { AREAS, type Area } from '@plimsoll/model';
import { formatFile } from '../rulePages/formatFile.ts';
import {
  declaredRules,
  RULES_FOLDER,
  type RuleFile,
} from '../rules/ruleFiles.ts';
import { constantNames, SLUG } from '../rules/ruleNames.ts';
import { rulesList } from './rulesList.ts';
import { ruleTemplate, testTemplate, type NewRule } from './ruleTemplate.ts';

/** What the rules of an area judge, for those whose files are read. */
const ARTIFACTS: Readonly<
  Partial<Record<Area, Omit<NewRule, 'id' | 'constant'>>>
> = {
  dockerfile: {
    artifact: 'dockerfile',
    scoreArea: 'dockerfile',
    instruction: 'RUN true',
  },
  dockerignore: {
    artifact: 'buildContext',
    scoreArea: 'dockerignore',
    instruction: 'COPY . /app/',
  },
  scan: {
    artifact: 'imageScan',
    scoreArea: 'scan',
    instruction: 'CMD ["/app"]',
  },
};

/** Something that the author can mend: the wrong id. */
export class NewRuleError extends Error {}

/**
 * The files that a new rule is made of, by path from the root: rule, test, and
 * the list of all rules.
 *
 * @param files - those of the rules that exist
 * @throws NewRuleError - when the id cannot be that of a new rule
 */
export function newRule(
  id: string,
  files: readonly RuleFile[],
): Map<string, string> {
  const [area = '', slug = '', ...more] = id.split('/');
  const known = AREAS.find(name => name === area);
  if (known === undefined) {
    throw new NewRuleError(
      `"${id}" begins with no area; areas are ${AREAS.join(', ')}`,
    );
  }
  if (!SLUG.test(slug) || more.length > 0) {
    throw new NewRuleError(
      `"${slug}" is no slug: lower case words of letters and digits, with hyphens between`,
    );
  }
  const kind = ARTIFACTS[known];
  if (kind === undefined) {
    throw new NewRuleError(`The engine reads no files of area ${known} yet`);
  }
  if (files.some(file => file.path === `${id}.ts`)) {
    throw new NewRuleError(`${id} exists: ids are never used twice`);
  }
  const declared = declaredRules(files);
  const constant = freeName(
    id,
    declared.map(rule => rule.constant),
  );
  const rule = { id, constant, ...kind };
  const all = [...declared, rule].sort((a, b) => (a.id < b.id ? -1 : 1));
  return formatted([
    [`${RULES_FOLDER}/${id}.ts`, ruleTemplate(rule)],
    [`${RULES_FOLDER}/${id}.test.ts`, testTemplate(rule)],
    [`${RULES_FOLDER}/rules.ts`, rulesList(all)],
  ]);
}

/** The list of all rules that exist, by its path from the root. */
export function listRules(files: readonly RuleFile[]): Map<string, string> {
  return formatted([
    [`${RULES_FOLDER}/rules.ts`, rulesList(declaredRules(files))],
  ]);
}

function formatted(
  texts: readonly (readonly [file: string, text: string])[],
): Map<string, string> {
  return new Map(texts.map(([file, text]) => [file, formatFile(file, text)]));
}

/**
 * That of its slug for a rule about Dockerfiles, with its area in front for all
 * others. A slug of one word says too little, and may be a word of the language.
 */
function freeName(id: string, taken: readonly string[]): string {
  const [short = '', long = ''] = constantNames(id);
  const isShort = id.startsWith('dockerfile/') && /[A-Z]/.test(short);
  return isShort && !taken.includes(short) ? short : long;
}
