// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { AREAS } from '@plimsoll/model';

/** One file below the folder of an area. */
export interface RuleFile {
  /** From the folder of rules, with slashes: `dockerfile/no-sudo.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Where the rules are, from the root of the project. */
export const RULES_FOLDER = 'packages/engine/src/rules';

/** The files of all areas, in the order of their paths. */
export function readRuleFiles(root: string): RuleFile[] {
  const folder = path.join(root, RULES_FOLDER);
  return AREAS.filter(area => fs.existsSync(path.join(folder, area)))
    .flatMap(area =>
      fs.readdirSync(path.join(folder, area)).map(name => `${area}/${name}`),
    )
    .sort()
    .map(file => ({
      path: file,
      text: fs.readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** A rule as its source says it. */
export interface DeclaredRule {
  /** What its path says: `dockerfile/no-sudo`. */
  readonly id: string;
  readonly constant: string;
}

/** The rules that the files declare; tests and other files declare none. */
export function declaredRules(files: readonly RuleFile[]): DeclaredRule[] {
  return files
    .flatMap(file => {
      if (isTest(file)) return [];
      const constant = /^export const (\w+) = defineRule\(/m.exec(
        file.text,
      )?.[1];
      if (constant === undefined) return [];
      return [{ id: file.path.replace(/\.ts$/, ''), constant }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a file is the test of a rule. */
export function isTest({ path: file }: RuleFile): boolean {
  return file.endsWith('.test.ts');
}
