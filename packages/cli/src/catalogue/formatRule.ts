// SPDX-License-Identifier: Apache-2.0
import type { Example, Rule } from '@plimsoll/engine';
import { printable } from '@plimsoll/engine/parsers';
import { PEERS, type RuleInfo } from '@plimsoll/model';
import { labelled } from '../terminal/columns.ts';
import type { Page } from '../terminal/page.ts';
import { severityPaint } from '../terminal/severityPaint.ts';
import { cut, wrap } from '../terminal/wrap.ts';

/** All about a rule, as a page for a terminal. */
export function formatRule({ info, examples }: Rule, page: Page): string {
  const { bold } = page.colours;
  const sections = [
    [bold(info.id), ...wrap(info.title, page.width)],
    factsOf(info, page),
    paragraph('What is judged', info.semantics, page),
    paragraph('Why', info.rationale, page),
    paragraph('How to fix it', info.remediation, page),
    ...exampleSections('Fails', examples.failing, page),
    ...exampleSections('Passes', examples.passing, page),
    ...exampleSections('Cannot be decided', examples.unknown ?? [], page),
    [bold('References'), ...info.references.map(url => `  ${url}`)],
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function factsOf(info: RuleInfo, page: Page): string[] {
  const { severity, confidence, level, mandatoryFor, effort, control } = info;
  const { dim } = page.colours;
  const mandatory =
    mandatoryFor.length > 0
      ? `, mandatory for ${mandatoryFor.join(' and ')}`
      : '';
  const peers = PEERS.flatMap(peer => {
    const ids = info.peers[peer] ?? [];
    return ids.length > 0 ? [`${peer} ${ids.join(', ')}`] : [];
  });
  const rows: readonly (readonly [string, string])[] = [
    ['confidence', confidence],
    ['level', `${level}${mandatory}`],
    ['effort', EFFORT_NOTES[effort]],
    ['control', control === info.id ? '' : control],
    ['lifecycle', info.lifecycle === 'stable' ? '' : info.lifecycle],
    ['once', (info.aliases ?? []).join(', ')],
    ['mapped to', info.frameworks.join(', ')],
    ['see also', peers.join('; ')],
  ];
  return [
    ...labelled(page, 'severity', severity, {
      label: dim,
      text: severityPaint(severity, page.colours),
    }),
    ...rows
      .filter(([, text]) => text !== '')
      .flatMap(([label, text]) => labelled(page, label, text, { label: dim })),
  ];
}

const EFFORT_NOTES = {
  auto: 'auto: a machine can do it',
  assisted: 'assisted: a person decides about an edit that a machine proposes',
  manual: 'manual: a person does it',
} as const;

function paragraph(heading: string, text: string, page: Page): string[] {
  return [
    page.colours.bold(heading),
    ...wrap(text, page.width - 2).map(line => `  ${line}`),
  ];
}

function exampleSections(
  heading: string,
  examples: readonly Example[],
  page: Page,
): string[][] {
  return examples.map(example => [
    page.colours.bold(heading),
    ...exampleLines(example, page),
  ]);
}

function exampleLines(example: Example, page: Page): string[] {
  if (typeof example === 'string') return codeLines(example, page);
  return Object.entries(example).flatMap(([path, text]) => [
    page.colours.dim(`  ${path}`),
    ...codeLines(text, page),
  ]);
}

function codeLines(text: string, { width, colours }: Page): string[] {
  if (text === '') return [colours.dim('  │ (empty)')];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => {
      const shown = printable(line.replaceAll('\t', '    ').replace(/\r$/, ''));
      return `${colours.dim('  │ ')}${cut(shown, width - 4)}`.trimEnd();
    });
}
