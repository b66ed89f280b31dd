// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitrarySecretDockerfile } from '../../../../testing/arbitrarySecretDockerfile.ts';
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { isOnlySecretId, secretVariables } from './declaredVariables.ts';

function read(text: string) {
  return resolveBuild(parseDockerfile(`FROM alpine\n${text}\n`));
}

it.each([
  ['ENV DB_PASSWORD=hunter2', 'DB_PASSWORD=hunter2'],
  ['ENV DB_PASSWORD hunter2 x', 'DB_PASSWORD hunter2 x'],
  ['ENV A=b "DB_PASSWORD"="hunter2"', '"DB_PASSWORD"="hunter2"'],
  ['ENV A=b \\\n  DB_PASSWORD=hun\\\nter2', 'DB_PASSWORD=hun\\\nter2'],
  ['ONBUILD ENV DB_PASSWORD=hunter2', 'DB_PASSWORD=hunter2'],
])('%p has its range', (text, expected) => {
  const build = read(text);
  const variables = secretVariables(build, 'env');
  expect(
    variables.map(({ start, end }) => build.dockerfile.text.slice(start, end)),
  ).toEqual([expected]);
});

it.each([
  ['ARG A_TOKEN\nRUN --mount=type=secret,id=$A_TOKEN make', true],
  ['ARG A_TOKEN\nRUN --mount=type=secret,id=${A_TOKEN:-a} make', true],
  ['ARG A_TOKEN\nRUN make', false],
  ['ARG A_TOKEN\nRUN --mount=type=secret,id=$A_TOKEN run $A_TOKEN', false],
  ['ARG A_TOKEN\nRUN --mount=type=secret,id=$A_TOKEN_2 make', false],
  ['ARG A_TOKEN\nRUN --mount=type=cache,id=$A_TOKEN,target=/a make', false],
])('tells whether an argument only names a secret: %p', (text, expected) => {
  expect(isOnlySecretId(read(text), 'A_TOKEN')).toBe(expected);
});

it('finds the secret of every literal value, so that it is masked', () => {
  fc.assert(
    fc.property(arbitrarySecretDockerfile(), text => {
      const build = resolveBuild(parseDockerfile(text));
      const open = (['env', 'arg'] as const)
        .flatMap(keyword => secretVariables(build, keyword))
        .filter(({ signal, nature, secret }) => {
          return signal !== undefined && nature === 'literal' && !secret;
        });
      expect(open).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});
