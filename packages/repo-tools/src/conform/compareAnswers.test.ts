// SPDX-License-Identifier: Apache-2.0

import { compareAnswers } from './compareAnswers.ts';
import type { Answers, NodeAnswer } from './questions.ts';

const options = { checks: true, messages: false };

const node: NodeAnswer = {
  V: 'run',
  F: null,
  A: ['x'],
  J: false,
  S: 1,
  E: 2,
  H: [{ Name: 'EOF', Expand: true, Chomp: false, Content: '' }],
  Sub: null,
};

const answer: Answers['dockerfile'] = {
  escape: '\\',
  warnings: 0,
  error: null,
  nodes: [node],
  checkError: null,
};

function categories(
  docker: Partial<Answers['dockerfile']>,
  ours: Partial<Answers['dockerfile']>,
) {
  return compareAnswers(
    'dockerfile',
    { ...answer, ...docker },
    { ...answer, ...ours },
    options,
  ).map(difference => difference.category);
}

describe('compareAnswers', () => {
  it('takes null and [] for the same', () => {
    expect(categories({}, { nodes: [{ ...node, F: [] }] })).toEqual([]);
  });

  it.each<[string, Partial<NodeAnswer>]>([
    ['tree: keyword', { V: 'cmd' }],
    ['tree: flags', { F: ['--x'] }],
    ['tree: arguments of run', { A: ['y'] }],
    ['tree: JSON form', { J: true }],
    ['tree: lines', { E: 3 }],
    ['tree: heredocs', { H: [] }],
    ['tree: instruction inside ONBUILD', { Sub: node }],
  ])('names the difference %s', (category, change) => {
    expect(categories({}, { nodes: [{ ...node, ...change }] })).toEqual([
      category,
    ]);
  });

  it('does not compare lines and heredocs inside ONBUILD', () => {
    const inside = { ...node, S: 0, E: 0, H: null };
    expect(
      categories(
        { nodes: [{ ...node, Sub: inside }] },
        { nodes: [{ ...node, Sub: node }] },
      ),
    ).toEqual([]);
  });

  it('names who refuses, and why', () => {
    const refusal = { error: 'unterminated heredoc', nodes: null };
    expect(categories(refusal, {})).toEqual([
      'tree: only Docker refuses: unterminated heredoc',
    ]);
    expect(categories({}, refusal)).toEqual([
      'tree: only we refuse: unterminated heredoc',
    ]);
    expect(categories(refusal, { error: 'other', nodes: null })).toEqual([]);
  });

  it('compares the line of a refused build where Docker names one', () => {
    const docker = {
      checkError: 'dockerfile parse error on line 3: unknown instruction: X',
      checkErrorLine: 3,
    };
    expect(categories(docker, { checkError: 'no', checkErrorLine: 3 })).toEqual(
      [],
    );
    expect(categories(docker, { checkError: 'no', checkErrorLine: 4 })).toEqual(
      ['check: other line: unknown instruction'],
    );
    expect(
      categories({ checkError: 'no' }, { checkError: 'no', checkErrorLine: 4 }),
    ).toEqual([]);
  });

  it('takes any of the lines that Docker may name by chance', () => {
    const docker = {
      checkError: 'failed to parse stage name',
      checkErrorLine: 1,
      checkErrorLines: [1, 4],
    };
    expect(categories(docker, { checkError: 'no', checkErrorLine: 4 })).toEqual(
      [],
    );
  });

  it('compares the words of a word', () => {
    const word = {
      value: 'a b',
      unmatched: null,
      error: null,
      words: ['a', 'b'],
      wordsError: null,
    };
    expect(
      compareAnswers('word', word, { ...word, unmatched: [] }, options),
    ).toEqual([]);
    expect(
      compareAnswers('word', word, { ...word, words: ['a b'] }, options),
    ).toEqual([
      { category: 'word: words', detail: 'Docker ["a","b"], ours ["a b"]' },
    ]);
  });
});
