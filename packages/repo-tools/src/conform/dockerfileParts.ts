// SPDX-License-Identifier: Apache-2.0

import type { Random } from './createRandom.ts';
import { trickyCharacters } from './mutateText.ts';

/** What the parts of one generated Dockerfile share. */
export interface DockerfileScope {
  random: Random;
  /** The escape character in force. */
  escape: string;
  /** How often something is broken on purpose, from 0 to 1. */
  wildness: number;
  /** The names of the stages so far. */
  stages: string[];
}

export const variableNames: readonly string[] = [
  'A',
  'B',
  'VERSION',
  'TARGETPLATFORM',
  'TARGETARCH',
  'BUILDPLATFORM',
  'PATH',
  'HOME',
  'http_proxy',
  '_x1',
  'unset',
];

const images: readonly string[] = [
  'alpine',
  'alpine:3.20',
  'node:22-alpine',
  'scratch',
  'debian:bookworm-slim',
  'golang:1.24@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'localhost:5000/a/b:c',
  'example.com/team/app',
  'docker.io/library/busybox:latest',
];

const badImages: readonly string[] = [
  'Alpine',
  'alpine:',
  ':tag',
  'alpine@sha256:abc',
  'a//b',
  '-a',
  '""',
  "''",
  '$unset',
  '${unset:?no image}',
  '${A:',
  'a b',
  'scratch:latest',
  'SCRATCH',
  'host:port/a',
  'é',
  '"alpine"',
  "'alpine'",
];

const paths: readonly string[] = [
  '.',
  './',
  '/',
  '/app',
  '/app/',
  './src',
  'package.json',
  'package*.json',
  'src/**/*.ts',
  '/usr/local/bin/x',
  '../up',
  'a b',
  'C:\\dir\\x',
  'dir\\',
  '/x/./y',
  'é/ü',
  'x-[0-9]?.txt',
];

const plainWords: readonly string[] = [
  'x',
  'echo',
  'make',
  '--flag',
  '-f',
  'a=b',
  '&&',
  '||',
  ';',
  '|',
  '>',
  '#',
  '# c',
  '1',
  'y.z',
  '@',
  'EOF',
  'RUN',
  'EXPOSE',
];

export function variable({ random }: DockerfileScope): string {
  const name = random.pick(variableNames);
  return random.pick([
    `$${name}`,
    `$${name}`,
    `\${${name}}`,
    `\${${name}:-x}`,
    `\${${name}-}`,
    `\${${name}:+y z}`,
    `\${${name}:?}`,
    `\${${name}?no \${B}}`,
    `\${${name}#*/}`,
    `\${${name}%%.*}`,
    `\${${name}/a/b}`,
    `\${${name}//\\//_}`,
    `\${${name}:-\${B:-"c d"}}`,
    `\${${name}`,
    `\${${name}!x}`,
    '$',
    '$$',
    '${}',
    '$1',
    `\\$${name}`,
  ]);
}

function tricky({ random }: DockerfileScope): string {
  return random.several(1, 3, () => random.pick(trickyCharacters)).join('');
}

/** One word as it could stand among the arguments of any instruction. */
export function word(scope: DockerfileScope): string {
  const { random, escape } = scope;
  const kind = random.below(14);
  switch (kind) {
    case 0:
    case 1:
      return variable(scope);
    case 2:
      return `"${random.several(0, 2, () => word(scope)).join(' ')}"`;
    case 3:
      return `'${random.several(0, 2, () => word(scope)).join(' ')}'`;
    case 4:
      return `${random.pick(plainWords)}${escape}${random.pick([
        ' ',
        '"',
        "'",
        '$',
        escape,
        'n',
      ])}${random.pick(plainWords)}`;
    case 5:
      return random.chance(scope.wildness)
        ? tricky(scope)
        : random.pick(plainWords);
    case 6:
      return random.chance(scope.wildness)
        ? random.pick([
            '"',
            "'",
            '"a',
            "b'",
            `${escape}`,
            '[',
            ']',
            '["a"',
            '\\',
          ])
        : random.pick(paths);
    case 7:
      return random.pick(paths);
    case 8:
      return `${random.pick(plainWords)}${word(scope)}`;
    default:
      return random.pick(plainWords);
  }
}

export function words(scope: DockerfileScope, low: number, high: number) {
  return scope.random.several(low, high, () => word(scope)).join(' ');
}

export function path(scope: DockerfileScope): string {
  const { random, wildness } = scope;
  if (random.chance(0.1)) {
    return `${random.pick(paths)}${variable(scope)}`;
  }
  return random.chance(wildness / 2) ? word(scope) : random.pick(paths);
}

export function image(scope: DockerfileScope): string {
  const { random, wildness, stages } = scope;
  if (random.chance(wildness / 3)) {
    return random.chance(0.8) ? random.pick(badImages) : word(scope);
  }
  if (stages.length > 0 && random.chance(0.3)) {
    return random.pick(stages);
  }
  return random.chance(0.1) ? `\${A:-alpine}` : random.pick(images);
}

function jsonString(scope: DockerfileScope): string {
  const { random, wildness } = scope;
  if (random.chance(wildness)) {
    return random.pick([
      "'a'",
      '1',
      '-1.5e3',
      'null',
      'true',
      '{}',
      '{"a":1}',
      '["b"]',
      'a',
      '“a”',
      '"\\x41"',
      '"\\u12"',
      '"a\tb"',
      '"a',
      'a"',
      '"a""b"',
      '',
      '"a\\"',
      `"${tricky(scope)}"`,
    ]);
  }
  return random.pick([
    '"a"',
    '"sh"',
    '"-c"',
    '"--flag=x y"',
    '"/app"',
    '""',
    '" "',
    '"\\"q\\""',
    '"\\\\"',
    '"\\n\\t\\b\\f\\r\\/"',
    '"\\u0041"',
    '"\\ud83d\\udc33"',
    '"\\ud83d"',
    '"\\udc33x"',
    '"\\u0000"',
    '"é🐳"',
    '"\udcff"',
    '"\u2028"',
    '"$A"',
    '"${A:-b}"',
    '"<<EOF"',
    '"a#b"',
    '"\x7f"',
  ]);
}

/** A JSON array, or what could pass for one. */
export function jsonArray(scope: DockerfileScope): string {
  const { random, wildness } = scope;
  const gap = () =>
    random.chance(0.3)
      ? random.pick([
          ' ',
          '\t',
          '  ',
          random.chance(wildness) ? '\u00a0' : ' ',
          random.chance(wildness) ? '\v' : ' ',
          random.chance(wildness) ? '\r' : ' ',
        ])
      : '';
  const items = random
    .several(0, 4, () => `${gap()}${jsonString(scope)}${gap()}`)
    .join(random.chance(wildness / 2) ? random.pick([' ', ';', ',,']) : ',');
  const open = random.chance(wildness / 3)
    ? random.pick(['', '[[', '{', '“[', '\u00a0[', '\ufeff['])
    : '[';
  const close = random.chance(wildness / 2)
    ? random.pick([
        '',
        ']]',
        ',]',
        '] x',
        '] # c',
        ']#c',
        '];',
        '] ["b"]',
        '] && b',
        ']\u00a0',
        ']\0',
      ])
    : ']';
  return `${gap()}${open}${items}${close}${gap()}`;
}

/** `--name=value` in all the ways that people write it, and some more. */
export function flag(scope: DockerfileScope, text: string): string {
  const { random, wildness, escape } = scope;
  if (!random.chance(wildness)) {
    return text;
  }
  const [name = '', value = ''] = text.split('=', 2);
  return random.pick([
    name,
    `${name}=`,
    `${name}="${value}"`,
    `${name}='${value}`,
    `"${text}"`,
    `${name}=${escape}${value}`,
    `${name}=${value}${escape}"`,
    `${name} =${value}`,
    `${name}=${value} ${text}`,
    `${name.toUpperCase()}=${value}`,
    `${name}x=${value}`,
    `${text}é`,
    `${text}à b`,
    `${text}\udcff`,
    `-${text}`,
    text.slice(1),
    '--',
    `-- ${text}`,
    `${text} --`,
    `${name}=${variable(scope)}`,
    `${name}=${word(scope)}`,
    '--unknown=x',
  ]);
}

const terminators: readonly string[] = [
  'EOF',
  'EOF',
  'EOF',
  'one',
  'two',
  'é',
  'E-F',
  'E.F',
  '1',
  'EOF2',
  '_',
];

export interface HeredocParts {
  /** What stands in the instruction. */
  opening: string;
  /** The lines that follow it, with the terminator. */
  body: string[];
}

/** One heredoc, of any shape. */
export function heredoc(scope: DockerfileScope): HeredocParts {
  const { random, wildness } = scope;
  const name = random.pick(terminators);
  const chomp = random.chance(0.3);
  const wild = random.chance(wildness);
  const written = random.pick([
    name,
    name,
    name,
    `'${name}'`,
    `"${name}"`,
    ...(wild
      ? [
          `${name}"${name}"`,
          `\\${name}`,
          `${name}\\`,
          `"${name}\\""`,
          `"${name} ${name}"`,
          `'${name}`,
          `"${name}`,
          "''",
          '""',
          '',
          `$${name}`,
          `\${${name}}`,
          `\${X:-${name}}`,
          `${name};`,
          `${name})`,
          `${name}|x`,
          `${name}>x`,
          `${name}<x`,
          `\`${name}\``,
          `${name}\udcff`,
          `\ufeff${name}`,
          `${name}\u00a0`,
        ]
      : []),
  ]);
  const before = wild
    ? random.pick(['', 'x', '"', "'", '$', '${X}', '(', '<', '\\', '-', 'é'])
    : '';
  const descriptor = random.chance(0.15)
    ? random.pick(['0', '3', '12', '99999999999999999999', '1e3'])
    : '';
  const gap = random.chance(0.2)
    ? random.pick([' ', '\t', '  ', wild ? '\u3000' : ' ', wild ? '\f' : ' '])
    : '';
  const ending = random.chance(wildness / 2)
    ? random.pick([
        [],
        [` ${name}`],
        [`${name} `],
        [`\t${name}`],
        [`\u00a0${name}`],
        [`${name}\r`],
        [`${name}\udcc3`],
        [written],
        [name.toLowerCase()],
        [`${name}\\`],
      ])
    : [chomp ? `${random.pick(['', '\t', '\t\t'])}${name}` : name];
  return {
    opening: `${before}${descriptor}<<${chomp ? '-' : ''}${gap}${written}`,
    body: [
      ...random.several(0, 4, () =>
        random.pick([
          '',
          'echo a',
          '\techo a',
          '\t\tb',
          '  c',
          '# no comment',
          '#!/bin/sh',
          'RUN x',
          'FROM y',
          'a \\',
          '$A ${B:-c}',
          'x\\ny',
          ` ${name}`,
          `${name}x`,
          '\udcff',
          words(scope, 0, 3),
        ]),
      ),
      ...ending,
    ],
  };
}
