// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import type { Answers, HeredocAnswer, Kind, NodeAnswer } from './questions.ts';

export interface Difference {
  /** What differs, in words that are the same for the same cause. */
  category: string;
  /** Where in the answer, and both values. */
  detail: string;
}

export interface CompareOptions {
  /** Whether the build check's refusals are compared too. */
  checks: boolean;
  /** Whether the texts of errors must be equal. */
  messages: boolean;
}

type Compare<K extends Kind> = (
  docker: Answers[K],
  ours: Answers[K],
  options: CompareOptions,
) => Difference[];

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'absent';
}

function unequal(category: string, docker: unknown, ours: unknown): Difference {
  return { category, detail: `Docker ${show(docker)}, ours ${show(ours)}` };
}

const wordErrors =
  /^(syntax error|unsupported modifier|invalid pattern|unexpected end)/;

/** An error's text without what is particular to the input. */
function errorClass(error: string): string {
  const text = error.replace(/^dockerfile parse error on line \d+: /, '');
  const ofWord = /^failed to process ".*": (.*)/s.exec(text)?.[1];
  if (ofWord !== undefined && !wordErrors.test(ofWord)) {
    return 'a variable that is required';
  }
  const kept = /^(syntax error: )?[^:"'`(\d$]*/.exec(ofWord ?? text)?.[0];
  return (kept ?? '').trim();
}

/** The difference between two errors, where it matters. */
function compareErrors(
  name: string,
  docker: string | null,
  ours: string | null,
  options: CompareOptions,
): Difference[] {
  if (docker !== null && ours === null) {
    return [
      unequal(
        `${name}: only Docker refuses: ${errorClass(docker)}`,
        docker,
        ours,
      ),
    ];
  }
  if (docker === null && ours !== null) {
    return [
      unequal(`${name}: only we refuse: ${errorClass(ours)}`, docker, ours),
    ];
  }
  return options.messages && docker !== ours
    ? [unequal(`${name}: other message`, docker, ours)]
    : [];
}

function plainHeredocs(heredocs: readonly HeredocAnswer[] | null) {
  return (heredocs ?? []).map(({ Name, Expand, Chomp, Content }) => ({
    Name,
    Expand,
    Chomp,
    Content,
  }));
}

function compareNodes(
  docker: NodeAnswer,
  ours: NodeAnswer,
  where: string,
  inside: boolean,
): Difference | undefined {
  const keyword = ['env', 'label'].includes(docker.V)
    ? 'env or label'
    : docker.V;
  const parts: [string, unknown, unknown][] = [
    ['keyword', docker.V, ours.V],
    ['flags', docker.F ?? [], ours.F ?? []],
    [`arguments of ${keyword}`, docker.A ?? [], ours.A ?? []],
    ['JSON form', docker.J, ours.J],
  ];
  if (!inside) {
    // Inside ONBUILD, BuildKit's parser knows no lines and no heredocs.
    parts.push(
      ['lines', [docker.S, docker.E], [ours.S, ours.E]],
      ['heredocs', plainHeredocs(docker.H), plainHeredocs(ours.H)],
    );
  }
  for (const [name, one, other] of parts) {
    if (!isDeepStrictEqual(one, other)) {
      const { category, detail } = unequal(`tree: ${name}`, one, other);
      return { category, detail: `${where}: ${detail}` };
    }
  }
  if (docker.Sub === null && ours.Sub === null) {
    return undefined;
  }
  if (docker.Sub === null || ours.Sub === null) {
    return unequal('tree: instruction inside ONBUILD', docker.Sub, ours.Sub);
  }
  return compareNodes(docker.Sub, ours.Sub, `${where}, inside`, true);
}

function compareTrees(
  docker: Answers['dockerfile'],
  ours: Answers['dockerfile'],
  options: CompareOptions,
): Difference[] {
  const refused = compareErrors('tree', docker.error, ours.error, options);
  if (refused.length > 0 || docker.error !== null) {
    return refused;
  }
  if (docker.escape !== ours.escape) {
    return [unequal('tree: escape character', docker.escape, ours.escape)];
  }
  const theirNodes = docker.nodes ?? [];
  const ourNodes = ours.nodes ?? [];
  for (const [at, node] of theirNodes.entries()) {
    const other = ourNodes[at];
    const difference =
      other && compareNodes(node, other, `instruction ${at + 1}`, false);
    if (difference) {
      return [difference];
    }
  }
  if (theirNodes.length !== ourNodes.length) {
    return [
      unequal(
        'tree: number of instructions',
        theirNodes.length,
        ourNodes.length,
      ),
    ];
  }
  return docker.warnings === ours.warnings
    ? []
    : [unequal('tree: warnings', docker.warnings, ours.warnings)];
}

function compareChecks(
  docker: Answers['dockerfile'],
  ours: Answers['dockerfile'],
  options: CompareOptions,
): Difference[] {
  // What does not parse is not checked: the trees were compared.
  if (docker.error !== null) return [];
  const refused = compareErrors(
    'check',
    docker.checkError,
    ours.checkError,
    options,
  );
  if (refused.length > 0 || docker.checkErrorLine === undefined) {
    return refused;
  }
  const lines = docker.checkErrorLines ?? [docker.checkErrorLine];
  return ours.checkErrorLine !== undefined &&
    lines.includes(ours.checkErrorLine)
    ? []
    : [
        unequal(
          `check: other line: ${errorClass(docker.checkError ?? '')}`,
          [lines, docker.checkError],
          [ours.checkErrorLine, ours.checkError],
        ),
      ];
}

/** Compares members one by one; null and [] mean the same. */
function compareMembers(
  name: string,
  docker: object,
  ours: object,
): Difference[] {
  const theirs = new Map<string, unknown>(Object.entries(docker));
  const our = new Map<string, unknown>(Object.entries(ours));
  return [...theirs.keys()]
    .filter(key => !/error/i.test(key))
    .filter(
      key => !isDeepStrictEqual(bare(theirs.get(key)), bare(our.get(key))),
    )
    .map(key => unequal(`${name}: ${key}`, theirs.get(key), our.get(key)));
}

function bare(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : value;
}

const compares: { readonly [K in Kind]: Compare<K> } = {
  dockerfile: (docker, ours, options) => [
    ...compareTrees(docker, ours, options),
    ...(options.checks ? compareChecks(docker, ours, options) : []),
  ],
  word: (docker, ours, options) => {
    const one = compareErrors('word', docker.error, ours.error, options);
    const several = compareErrors(
      'words',
      docker.wordsError,
      ours.wordsError,
      options,
    );
    // The same words are read twice: one error is most often both.
    const refused = one.length > 0 ? one : several;
    return refused.length > 0 ? refused : compareMembers('word', docker, ours);
  },
  dockerignore: (docker, ours, options) => {
    const refused = compareErrors(
      'dockerignore',
      docker.error,
      ours.error,
      options,
    );
    return refused.length > 0
      ? refused
      : compareMembers('dockerignore', docker, ours);
  },
  imageReference: (docker, ours, options) => {
    const refused = compareErrors(
      'imageReference',
      docker.error,
      ours.error,
      options,
    );
    return refused.length > 0 || docker.error !== null
      ? refused
      : compareMembers('imageReference', docker, ours);
  },
};

/** What our answer has otherwise than Docker's; nothing where they conform. */
export function compareAnswers<K extends Kind>(
  kind: K,
  docker: Answers[K],
  ours: Answers[K],
  options: CompareOptions,
): Difference[] {
  const compare: Compare<K> = compares[kind];
  return compare(docker, ours, options);
}
