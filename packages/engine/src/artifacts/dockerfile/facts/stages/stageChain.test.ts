// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { chainSteps, stageChain } from './stageChain.ts';

const { stages } = resolveBuild(
  parseDockerfile(
    [
      'FROM alpine:3.22 AS base',
      'RUN a',
      'FROM busybox:1 AS other',
      'RUN x',
      'from base as middle',
      'RUN b',
      'RUN c',
      'FROM middle',
      'COPY --from=other /x /x',
      'RUN d',
    ].join('\n'),
  ),
);

it('goes from the first stage to the last', () => {
  expect(stageChain(stages[3]!).map(({ index }) => index)).toEqual([0, 2, 3]);
  expect(stageChain(stages[1]!)).toEqual([stages[1]]);
});

it('has the steps of all in the order in which they run', () => {
  const lines = chainSteps(stages[3]!).map(
    ({ instruction }) => instruction.startLine,
  );
  expect(lines).toEqual([2, 6, 7, 9, 10]);
  expect(chainSteps(stages[1]!)).toBe(stages[1]!.steps);
});
