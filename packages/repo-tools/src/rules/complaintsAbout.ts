// SPDX-License-Identifier: Apache-2.0

import {
  ACTION_TITLES,
  AREAS,
  CATEGORIES,
  CONFIDENCES,
  EFFORTS,
  MATURITY_LEVELS,
  PEERS,
  SCORE_AREAS,
  SEVERITIES,
} from '@plimsoll/model';
import type { Rule } from '@plimsoll/engine';
import { mappings } from '../rulePages/mappings.ts';
import { emptyFields } from './emptyFields.ts';
import { SLUG } from './ruleNames.ts';

/** What is wrong with one rule's metadata, one line for each. */
export function complaintsAbout(rule: Rule): string[] {
  const { info } = rule;
  return [
    ...emptyFields(rule).map(name => `${name} is empty`),
    ...unknownWords(rule),
    ...badSentences(rule),
    ...badLists(rule),
  ].map(complaint => `${info.id}: ${complaint}`);
}

function unknownWords({ info }: Rule): string[] {
  const [area = '', slug = '', ...more] = info.id.split('/');
  const closed: [name: string, value: string, words: readonly string[]][] = [
    ['area', info.area, AREAS],
    ['scoreArea', info.scoreArea, SCORE_AREAS],
    ['severity', info.severity, SEVERITIES],
    ['confidence', info.confidence, CONFIDENCES],
    ['level', info.level, MATURITY_LEVELS],
    ...info.mandatoryFor.map(
      level =>
        ['mandatoryFor', level, MATURITY_LEVELS] satisfies [
          string,
          string,
          readonly string[],
        ],
    ),
    ['category', info.category, CATEGORIES],
    ['lifecycle', info.lifecycle, ['experimental', 'stable', 'deprecated']],
    ['effort', info.effort, EFFORTS],
    ...(info.action === undefined
      ? []
      : [
          ['action', info.action, Object.keys(ACTION_TITLES)] satisfies [
            string,
            string,
            readonly string[],
          ],
        ]),
  ];
  const isId = area === info.area && SLUG.test(slug) && more.length === 0;
  return [
    ...(isId ? [] : ['the id is not area/slug']),
    ...closed
      .filter(([, value, words]) => !words.includes(value))
      .map(([name, value]) => `${name} "${value}" is not in the model`),
  ];
}

function badSentences({ info, messages, examples }: Rule): string[] {
  const sentences: [name: string, text: string][] = [
    ['semantics', info.semantics],
    ['rationale', info.rationale],
    ['remediation', info.remediation],
    ...Object.entries(messages).map(([id, text]): [string, string] => [
      `messages.${id}`,
      text,
    ]),
  ];
  const texts = [['title', info.title] as const, ...sentences];
  return [
    ...sentences
      .filter(([, text]) => text.trim() !== '' && !/[.?]$/.test(text))
      .map(([name]) => `${name} does not end with a full stop`),
    ...(info.title.endsWith('.') ? ['title ends with a full stop'] : []),
    ...texts
      .filter(([, text]) => text.trim() !== '' && /^\s|\s$|\n| {2}/.test(text))
      .map(([name]) => `${name} has blanks too many`),
    ...texts
      .filter(([, text]) => /^[a-z][a-z]+ /.test(text))
      .map(([name]) => `${name} begins with a small letter`),
    ...(/write me/i.test(JSON.stringify([info, messages, examples]))
      ? ['still says "Write me"']
      : []),
  ];
}

function badLists({ info }: Rule): string[] {
  const complaints: string[] = [];
  for (const [peer, ids] of Object.entries(info.peers)) {
    if (!PEERS.some(name => name === peer)) {
      complaints.push(`peer "${peer}" is not in the model`);
    }
    if (ids.length === 0) complaints.push(`peer ${peer} has no id`);
  }
  for (const url of info.references) {
    if (!/^https:\/\/\S+$/.test(url)) {
      complaints.push(`reference "${url}" is no https address`);
    }
  }
  const lists: [name: string, values: readonly string[]][] = [
    ['frameworks', info.frameworks],
    ['references', info.references],
    ['mandatoryFor', info.mandatoryFor],
    ...Object.entries(info.peers),
  ];
  for (const [name, values] of lists) {
    if (new Set(values).size < values.length) {
      complaints.push(`${name} says something twice`);
    }
  }
  try {
    mappings(info.frameworks);
  } catch (error) {
    complaints.push(error instanceof Error ? error.message : String(error));
  }
  return complaints;
}
