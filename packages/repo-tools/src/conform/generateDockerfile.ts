// SPDX-License-Identifier: Apache-2.0

import { encodeBytes } from './canonicalText.ts';
import type { Random } from './createRandom.ts';
import { instructionWriters } from './dockerfileInstructions.ts';
import { type DockerfileScope, words } from './dockerfileParts.ts';

/** The longest line that Docker's parser reads has 65,535 bytes. */
const longLine = 65_535;

const keywords = Object.keys(instructionWriters);
const usualKeywords = keywords.filter(keyword => keyword !== '');

function writeKeyword(line: string, { random, wildness }: DockerfileScope) {
  if (random.chance(0.85)) {
    return line;
  }
  const keyword = /^\S*/.exec(line)?.[0] ?? '';
  const rest = line.slice(keyword.length);
  const written = random.chance(wildness)
    ? random.pick([
        keyword.replace('K', '\u212a'),
        keyword.replace('I', 'İ'),
        keyword.replace('I', 'ı'),
        keyword.replace('S', 'ſ'),
        `${keyword}\u00a0`,
        `\u00a0${keyword}`,
        `\u2028${keyword}`,
        `${keyword}\0`,
        `${keyword}\udcff`,
        `\ufeff${keyword}`,
        `#${keyword}`,
      ])
    : random.pick([
        keyword.toLowerCase(),
        keyword.toLowerCase(),
        keyword.charAt(0) + keyword.slice(1).toLowerCase(),
        `  ${keyword}`,
        `\t${keyword}`,
      ]);
  const gap = random.chance(0.3)
    ? random.pick(['\t', '  ', '\f', '\v', random.chance(wildness) ? '' : ' '])
    : rest[0] ?? '';
  return `${written}${gap}${rest.slice(1)}`;
}

/** Breaks a line at some of its spaces, as people do, and worse. */
function breakLine(line: string, scope: DockerfileScope): string[] {
  const { random, wildness, escape } = scope;
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    const here = character === ' ' || random.chance(wildness / 100);
    if (here && random.chance(0.25)) {
      const trail = random.chance(0.15)
        ? random.pick([
            ' ',
            '\t',
            ' \t ',
            ...(random.chance(wildness) ? ['\u00a0', escape, '\v'] : []),
          ])
        : '';
      lines.push(`${current}${random.chance(0.8) ? ' ' : ''}${escape}${trail}`);
      while (random.chance(0.15)) {
        lines.push(
          random.pick([
            '# a comment',
            '  # indented',
            `# ends in ${escape}`,
            '',
            '  ',
            '\t',
            escape,
            ` ${escape} `,
            `#${escape}`,
            ...(random.chance(wildness)
              ? ['\u00a0# c', '\u3000', '\ufeff', '\r']
              : []),
          ]),
        );
      }
      const indent = random.chance(wildness / 4)
        ? '\u00a0'
        : random.pick(['', '  ', '    ', '\t']);
      current = indent + character;
    } else {
      current += character;
    }
  }
  lines.push(random.chance(wildness / 10) ? `${current}${escape}` : current);
  return lines;
}

function writeInstruction(
  keyword: string,
  scope: DockerfileScope,
): readonly string[] {
  const { random } = scope;
  const writer = instructionWriters[keyword];
  const [first, ...rest] = writer?.(scope) ?? [''];
  const line = writeKeyword(first, scope);
  const lines = random.chance(0.15) ? breakLine(line, scope) : [line];
  return [...lines, ...rest];
}

function writeBetween(scope: DockerfileScope): string[] {
  const { random, wildness } = scope;
  return random.several(0, 2, () =>
    random.pick([
      '',
      '# a comment',
      '  # indented',
      '#',
      '# A the first',
      '# base is the base',
      '# check=skip=all',
      ...(random.chance(wildness / 5)
        ? [
            '\v',
            '\u3000',
            '\u00a0# c',
            '#\\',
            '\\',
            '\0',
            '\x1a',
            '\ufeff',
            '//',
          ]
        : []),
    ]),
  );
}

function writeDirectives(escape: string, random: Random, wildness: number) {
  const directives = random.several(0, random.chance(wildness) ? 3 : 1, () =>
    random.pick([
      '# syntax=docker/dockerfile:1',
      '#syntax = docker/dockerfile:1-labs',
      '# check=skip=JSONArgsRecommended',
      ...(random.chance(wildness)
        ? [
            '# check=error=true',
            '# check=skip=all;error=true',
            '# check=error=maybe',
            '# check=experimental=all',
            '# escape=x',
            '# escape=``',
            '# escape',
            '# unknown=1',
            '# a comment',
            '',
            '## syntax=x',
            '#!/usr/bin/env docker',
            '# check=',
            '# escape=` ',
            '#\u00a0escape=`',
            '# escape\u00a0=`',
            ' # escape=`',
            '\t#escape=\\',
          ]
        : []),
    ]),
  );
  if (escape === '`') {
    const escapeDirective = random.pick([
      '# escape=`',
      '#escape=`',
      '# ESCAPE = ` ',
    ]);
    directives.splice(random.below(directives.length + 1), 0, escapeDirective);
  }
  return directives;
}

/** A whole Dockerfile, from the grammar and against it. */
export function generateDockerfile(random: Random): string {
  // Some have one bad spot and are good otherwise, so that the checks that
  // come late see them too.
  const hasBadSpot = random.chance(0.3);
  const wildness = hasBadSpot
    ? 0
    : random.pick([0, 0.01, 0.02, 0.05, 0.05, 0.1, 0.3, 0.7]);
  const escape = random.chance(0.15) ? '`' : '\\';
  const scope: DockerfileScope = { random, escape, wildness, stages: [] };
  const lines = writeDirectives(escape, random, wildness);

  const add = (keyword: string) => {
    lines.push(...writeBetween(scope), ...writeInstruction(keyword, scope));
  };
  for (const keyword of random.several(0, 2, () => 'ARG')) {
    if (random.chance(0.4)) {
      add(keyword);
    }
  }
  const anyKeyword = () =>
    random.pick(random.chance(wildness / 2) ? keywords : usualKeywords);
  for (let stage = random.between(1, 3); stage > 0; stage--) {
    if (!random.chance(wildness / 5)) {
      add('FROM');
    }
    random.several(0, 5, () => add(anyKeyword()));
  }
  if (hasBadSpot) {
    const spot = { ...scope, wildness: 0.6 };
    lines.push(...writeInstruction(random.pick(usualKeywords), spot));
  }
  if (random.chance(0.002)) {
    lines.splice(random.below(lines.length + 1), 0, writeLongLine(scope));
  }

  const lineEnd = random.pick([
    ...Array.from({ length: 16 }, () => '\n'),
    '\r\n',
    '\r\n',
    '\r\n',
    '\r\r\n',
    '\n\n',
  ]);
  const mark = random.chance(0.03)
    ? random.pick([
        '\ufeff',
        '\ufeff',
        '\ufeff\ufeff',
        '\ufffe',
        '\udcef\udcbb',
      ])
    : '';
  return `${mark}${lines.join(lineEnd)}${random.chance(0.85) ? lineEnd : ''}`;
}

function writeLongLine(scope: DockerfileScope): string {
  const { random } = scope;
  const start = random.pick(['RUN ', '# ', 'ENV A=', '', 'CMD ["', 'LABEL x=']);
  const unit = random.pick([
    'x',
    'é',
    '\\ ',
    '"',
    '\udcff',
    words(scope, 1, 3),
  ]);
  const length = longLine + random.between(-3, 2) - start.length;
  const unitLength = encodeBytes(unit).length || 1;
  return `${start}${unit.repeat(Math.floor(length / unitLength))}`;
}
