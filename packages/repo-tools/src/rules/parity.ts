// SPDX-License-Identifier: Apache-2.0

import type { Rule } from '@plimsoll/engine';
import { complaintsAbout } from './complaintsAbout.ts';
import { declaredRules, isTest, type RuleFile } from './ruleFiles.ts';
import { constantNames } from './ruleNames.ts';

/** Everything that has to agree about the rules. */
export interface Catalogue {
  /** As the engine lists them. */
  readonly rules: readonly Rule[];
  readonly files: readonly RuleFile[];
  /** Paths of pages below `docs/rules`, with slashes. */
  readonly pages: readonly string[];
}

/** Where folder, list, tests, pages and metadata disagree. */
export function disagreements(catalogue: Catalogue): string[] {
  const { rules, files, pages } = catalogue;
  return [
    ...filesAndList(rules, files),
    ...pagesAndList(rules, pages),
    ...ids(rules),
    ...controls(rules),
    ...rules.flatMap(complaintsAbout),
  ];
}

function filesAndList(
  rules: readonly Rule[],
  files: readonly RuleFile[],
): string[] {
  const complaints: string[] = [];
  const listed = new Set(rules.map(({ info }) => info.id));
  const paths = new Set(files.map(file => file.path));
  const declared = new Map(declaredRules(files).map(rule => [rule.id, rule]));
  for (const file of files) {
    const id = file.path.replace(/(?:\.test)?\.ts$/, '');
    if (isTest(file)) {
      if (!declared.has(id) && !isAboutSeveral(file, declared)) {
        complaints.push(`${file.path}: a test of no rule`);
      }
      continue;
    }
    const constant = declared.get(id)?.constant;
    if (constant === undefined) {
      if (!isShared(file, files)) {
        complaints.push(`${file.path}: neither a rule nor used by one`);
      }
      continue;
    }
    if (!constantNames(id).includes(constant)) {
      complaints.push(
        `${file.path}: exports ${constant}, which is not its name`,
      );
    }
    if (!new RegExp(`^ {2}id: '${id}',$`, 'm').test(file.text)) {
      complaints.push(`${file.path}: the id is not that of the file`);
    }
    if (!paths.has(`${id}.test.ts`)) complaints.push(`${file.path}: no test`);
    if (!listed.has(id)) complaints.push(`${file.path}: not in rules.ts`);
  }
  for (const id of listed) {
    if (!declared.has(id)) complaints.push(`${id}: no file`);
  }
  const constants = [...declared.values()].map(({ constant }) => constant);
  return [
    ...complaints,
    ...repeated(constants).map(name => `${name}: the name of several rules`),
  ];
}

/** A test may be about what several rules of its area have in common. */
function isAboutSeveral(
  { path, text }: RuleFile,
  declared: ReadonlyMap<string, unknown>,
): boolean {
  const [area] = path.split('/');
  const imports = [...text.matchAll(/ from '\.\/([\w-]+)\.ts'/g)];
  return (
    imports.filter(([, slug]) => declared.has(`${area}/${slug}`)).length > 1
  );
}

/** What several rules of an area say alike stands in a file beside them. */
function isShared({ path }: RuleFile, files: readonly RuleFile[]): boolean {
  const [area, name] = path.split('/');
  return files.some(
    file =>
      file.path.startsWith(`${area}/`) && file.text.includes(`'./${name}'`),
  );
}

function pagesAndList(
  rules: readonly Rule[],
  pages: readonly string[],
): string[] {
  const wanted = ['README.md', ...rules.map(({ info }) => `${info.id}.md`)];
  return [
    ...wanted
      .filter(page => !pages.includes(page))
      .map(
        page => `docs/rules/${page}: missing, "npm run docs:rules" makes it`,
      ),
    ...pages
      .filter(page => !wanted.includes(page))
      .map(page => `docs/rules/${page}: of no rule`),
  ];
}

function ids(rules: readonly Rule[]): string[] {
  const own = rules.map(({ info }) => info.id);
  const aliases = rules.flatMap(({ info }) => info.aliases ?? []);
  const sorted = [...own].sort();
  return [
    ...repeated([...own, ...aliases]).map(
      id => `${id}: an id of several rules`,
    ),
    ...own
      .filter((id, index) => id !== sorted[index])
      .slice(0, 1)
      .map(id => `${id}: rules.ts is not in the order of ids`),
  ];
}

/** A control is a rule's own id, or a word that is the id of no rule. */
function controls(rules: readonly Rule[]): string[] {
  const complaints: string[] = [];
  for (const { info } of rules) {
    if (
      info.control !== info.id &&
      !/^[a-z]+(?:-[a-z]+)*$/.test(info.control)
    ) {
      complaints.push(
        `${info.id}: control "${info.control}" is neither its own id nor a word`,
      );
    }
  }
  const named = new Map<string, Rule[]>();
  for (const rule of rules) {
    const members = named.get(rule.info.control) ?? [];
    named.set(rule.info.control, [...members, rule]);
  }
  for (const [control, members] of named) {
    const meanings = new Set(members.map(({ info }) => info.category));
    if (meanings.size > 1) {
      complaints.push(
        `control ${control}: of several categories (${[...meanings].join(
          ', ',
        )})`,
      );
    }
  }
  return complaints;
}

function repeated(values: readonly string[]): string[] {
  return [
    ...new Set(
      values.filter((value, index) => values.indexOf(value) !== index),
    ),
  ];
}
