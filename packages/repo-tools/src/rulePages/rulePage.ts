// SPDX-License-Identifier: Apache-2.0

import {
  ACTION_TITLES,
  describeReason,
  PEERS,
  type RuleInfo,
  type RuleResult,
} from '@plimsoll/model';
import type { Example, Rule } from '@plimsoll/engine';
import { requireFields } from '../rules/emptyFields.ts';
import { mappings } from './mappings.ts';
import { fenced, markdownText } from './markdownText.ts';
import { PEER_NAMES } from './peerNames.ts';

/** Lets the engine judge an example by one rule. */
export type JudgeExample = (
  rule: Rule,
  example: Example,
) => readonly RuleResult[];

/**
 * The page of a rule, in Markdown that is not yet formatted.
 *
 * @param others - all rules, for links to those that belong together
 * @throws Error - naming the rule, when a field is missing or an example does
 *   not do what it is there for
 */
export function rulePage(
  rule: Rule,
  others: readonly Rule[],
  judge: JudgeExample,
): string {
  requireFields(rule);
  const { info, examples } = rule;
  const prose = (plain: string) =>
    withLinks(markdownText(plain), info.id, others);
  return [
    `<!-- Generated from packages/engine/src/rules/${info.id}.ts by "npm run docs:rules"; do not edit. -->`,
    `# ${markdownText(info.title)}`,
    facts(info),
    '## What is judged',
    prose(info.semantics),
    ...together(info, others),
    '## Why',
    prose(info.rationale),
    heading('Fails', examples.failing),
    ...examples.failing.flatMap(example => [
      shown(example),
      'What Plimsoll says:',
      fenced('text', findingLines(rule, judge(rule, example))),
    ]),
    heading('Passes', examples.passing),
    ...examples.passing.flatMap(example => {
      expectOutcome(rule, judge(rule, example), 'passed');
      return [shown(example)];
    }),
    '## Unknown',
    `Unknown is never a pass. ${ALWAYS_UNKNOWN[rule.artifact]}`,
    ...(examples.unknown ?? []).flatMap(example => [
      shown(example),
      'What Plimsoll says:',
      fenced('text', reasonLines(rule, judge(rule, example))),
    ]),
    '## How to fix',
    prose(info.remediation),
    ...action(info, others),
    '## References',
    info.references.map(url => `- <${url}>`).join('\n'),
    ...frameworks(info),
    ...peers(info),
  ].join('\n\n');
}

/** What keeps every rule of a kind from deciding. */
const ALWAYS_UNKNOWN: Readonly<Record<Rule['artifact'], string>> = {
  dockerfileSource:
    'As every rule about the file itself, this one is unknown for a Dockerfile that was not read or is too large.',
  dockerfile:
    'As every rule about Dockerfiles, this one is unknown for a file that cannot be parsed, was not read or is too large.',
  buildContext:
    'As every rule about build contexts, this one is unknown where the ignore file was not read or is too large, and without one where only some files of the repository are known. Of a Dockerfile that cannot be parsed no context is known.',
  imageScan:
    'As every rule about scans, this one is unknown for an image without a report.',
};

/** A link from one page of rules to that of another rule. */
export function linkTo({ id }: RuleInfo, from: string): string {
  const [area, slug] = id.split('/');
  const folder = from.split('/')[0] === area ? '' : `../${area}/`;
  return `[${id}](${folder}${slug}.md)`;
}

/** Other rules that a text names become links to their pages. */
function withLinks(
  markdown: string,
  from: string,
  others: readonly Rule[],
): string {
  return markdown.replace(/(?<![\w/`])[a-z]+\/[a-z0-9-]+(?![\w/`])/g, word => {
    const named = others.find(({ info }) => info.id === word);
    return named && word !== from ? linkTo(named.info, from) : word;
  });
}

function facts(info: RuleInfo): string {
  const mandatory = info.mandatoryFor.length
    ? ` (mandatory for ${info.mandatoryFor.join(', ')})`
    : '';
  const line = [
    `\`${info.id}\``,
    `severity **${info.severity}**`,
    `confidence ${info.confidence}`,
    `level ${info.level}${mandatory}`,
    `category ${info.category}`,
    info.lifecycle,
    `effort ${info.effort}`,
  ].join(' · ');
  const once = info.aliases?.map(alias => `\`${alias}\``) ?? [];
  return once.length === 0 ? line : `${line} · once ${once.join(', ')}`;
}

/** Rules that count once with this one. */
function together(info: RuleInfo, others: readonly Rule[]): string[] {
  const links = others
    .filter(
      ({ info: other }) =>
        other.control === info.control && other.id !== info.id,
    )
    .map(({ info: other }) => linkTo(other, info.id));
  if (links.length === 0) return [];
  return [
    `Belongs to the control \`${
      info.control
    }\`. In one area a control counts once, with the load of its heaviest rule. Also of it: ${list(
      links,
    )}.`,
  ];
}

function action(info: RuleInfo, others: readonly Rule[]): string[] {
  if (info.action === undefined) return [];
  const links = others
    .filter(
      ({ info: other }) => other.action === info.action && other.id !== info.id,
    )
    .map(({ info: other }) => linkTo(other, info.id));
  if (links.length === 0) return [];
  return [
    `"${
      ACTION_TITLES[info.action]
    }" is one edit for several rules. Also settled by it: ${list(links)}.`,
  ];
}

function frameworks(info: RuleInfo): string[] {
  const mapped = mappings(info.frameworks);
  if (mapped.length === 0) return [];
  return [
    '### Mapped to',
    mapped
      .map(({ name, sections }) => `- ${name}: ${sections.join(', ')}`)
      .map(markdownText)
      .map(line => line.replace(/^\\-/, '-'))
      .join('\n'),
    'Mapped to: a passed rule is evidence for such a section, and no more than that.',
  ];
}

function peers(info: RuleInfo): string[] {
  const lines = PEERS.flatMap(peer => {
    const ids = info.peers[peer];
    if (ids === undefined || ids.length === 0) return [];
    return [`- ${PEER_NAMES[peer]}: ${ids.map(id => `\`${id}\``).join(', ')}`];
  });
  if (lines.length === 0) return [];
  return ['### Similar checks of other tools', lines.join('\n')];
}

function heading(word: string, examples: readonly Example[]): string {
  return `## ${word}${
    examples.length > 1 ? `: ${examples.length} examples` : ''
  }`;
}

function shown(example: Example): string {
  if (typeof example === 'string') return fenced('dockerfile', example);
  return Object.entries(example)
    .map(([path, text]) => `\`${path}\`:\n\n${shownFile(path, text)}`)
    .join('\n\n');
}

function shownFile(path: string, text: string): string {
  if (text === '') return '(an empty file)';
  if (/(?:docker|container)file/i.test(path)) return fenced('dockerfile', text);
  return fenced(/\.(?:json|sarif)$/.test(path) ? 'json' : 'text', text);
}

function findingLines(rule: Rule, results: readonly RuleResult[]): string {
  expectOutcome(rule, results, 'failed');
  return results
    .flatMap(({ findings }) => findings)
    .map(
      ({ path, start, severity, message }) =>
        `${path}:${start.line}:${start.column}  ${severity}  ${message}`,
    )
    .join('\n');
}

function reasonLines(rule: Rule, results: readonly RuleResult[]): string {
  expectOutcome(rule, results, 'unknown');
  return results
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ path, reason, detail }) => {
      const sentence = reason === undefined ? '' : describeReason(reason);
      return `${path}  unknown  ${sentence}${detail ? ` (${detail})` : ''}`;
    })
    .join('\n');
}

/** One subject has the outcome, and no other fails. */
function expectOutcome(
  { info }: Rule,
  results: readonly RuleResult[],
  expected: 'passed' | 'failed' | 'unknown',
): void {
  const outcomes = results.map(({ outcome }) => outcome);
  const isMixed = expected !== 'failed' && outcomes.includes('failed');
  if (isMixed || !outcomes.includes(expected)) {
    const seen = outcomes.join(', ') || 'judged by no rule';
    throw new Error(
      `${info.id}: an example that should be ${expected} is ${seen}`,
    );
  }
}

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
