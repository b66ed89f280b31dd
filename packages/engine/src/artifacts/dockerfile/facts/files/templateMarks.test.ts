// SPDX-License-Identifier: Apache-2.0
import { readDockerfile } from '../../../dockerfileArtifact.ts';
import { templateMarks } from './templateMarks.ts';

const marksOf = (text: string) =>
  templateMarks(readDockerfile('Dockerfile', 'production', text));

it('finds the marks of other tools where Docker refuses them', () => {
  const text = 'FROM ${a.b}:1\nCOPY ${c.d-e}.jar /x\n{% if x %}\n';
  expect(
    marksOf(text).map(mark => [mark.text, text.slice(mark.start, mark.end)]),
  ).toEqual([
    ['${a.b}', '${a.b}'],
    ['${c.d-e}', '${c.d-e}'],
    ['{% if x %}', '{% if x %}'],
  ]);
});

it.each([
  ['a build that Docker accepts', 'FROM a\nRUN echo {{ x }} ${a.b} <% y %>\n'],
  ['modifiers of Docker', 'ARG A\nFROM a:${A:-b.c} AS x\nCOPY ${A:?no} /\n'],
  ['other mistakes', 'FROM a\nCOPY ${A:} /\nRUNN x {{ y }}\n'],
])('finds none in %s', (_, text) => {
  expect(marksOf(text)).toEqual([]);
});

it('reads no more of a long line than is needed', () => {
  expect(marksOf(`FROM ${'{{'.repeat(1e6)}\n`)).toEqual([]);
});
