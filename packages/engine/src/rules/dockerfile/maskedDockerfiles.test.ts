// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { Instruction } from '../../artifacts/dockerfile/dockerfile.ts';
import { parseDockerfile } from '../../artifacts/dockerfile/parseDockerfile.ts';
import { createExcerpts } from '../../secrets/excerpt.ts';
import { maskSecrets } from '../../secrets/maskSecrets.ts';
import { arbitrarySecretDockerfile } from '../../testing/arbitrarySecretDockerfile.ts';
import { judgeFiles } from '../../testing/judgeFiles.ts';
import { PLANTED_SECRETS } from '../../testing/plantedSecrets.ts';
import { buildSecretsMounted } from './build-secrets-mounted.ts';
import { noSecretFilesCopied } from './no-secret-files-copied.ts';
import { noSecretLiterals } from './no-secret-literals.ts';
import { noSecretsInArg } from './no-secrets-in-arg.ts';
import { noSecretsInEnv } from './no-secrets-in-env.ts';

const RULES = [
  buildSecretsMounted,
  noSecretFilesCopied,
  noSecretLiterals,
  noSecretsInArg,
  noSecretsInEnv,
];

function judge(files: Readonly<Record<string, string>>) {
  return judgeFiles(RULES, files);
}

describe('the rules about secrets', () => {
  it.each(PLANTED_SECRETS.map(planted => [planted.kind, planted] as const))(
    'report %s, and no output shows it',
    (_, { dockerfile, secret }) => {
      const results = judge({ Dockerfile: dockerfile, '.env': dockerfile });
      const findings = results.flatMap(result => result.findings);
      expect(findings.map(({ severity }) => severity)).toContain('critical');
      const excerpt = createExcerpts(dockerfile);
      const shown = findings.map(({ range }) => excerpt(range));
      expect(JSON.stringify([results, shown])).not.toContain(secret);
    },
  );
});

describe('a masked Dockerfile', () => {
  it('has the same structure', () => {
    fc.assert(
      fc.property(arbitrarySecretDockerfile(), text => {
        const before = parseDockerfile(text);
        const after = parseDockerfile(maskSecrets(text));
        expect(after.instructions.map(shape)).toEqual(
          before.instructions.map(shape),
        );
        expect(after.error?.line).toEqual(before.error?.line);
        expect(after.comments).toEqual(before.comments);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'ARG A_TOKEN=hunter2\nENV B_TOKEN=$A_TOKEN',
    'ARG A_TOKEN="https://a:hunter2@b.test"\nENV B_TOKEN=$A_TOKEN',
    'ARG A_KEY=x1y2\nENV A_KEY="$A_KEY" AUTH=${A_KEY}',
    'ARG T=hunter2\nRUN git clone https://x:$T@a.test && run --token=hunter2',
  ])('is judged as before: %s', lines => {
    const text = `FROM alpine:3.22\n${lines}\n`;
    expect(judge({ Dockerfile: maskSecrets(text) })).toEqual(
      judge({ Dockerfile: text }),
    );
  });

  it('is judged as before', () => {
    fc.assert(
      fc.property(arbitrarySecretDockerfile(), text => {
        const files = { Dockerfile: text, '.env': text, '.npmrc': text };
        const masked = maskSecrets(text);
        const after = { Dockerfile: masked, '.env': masked, '.npmrc': masked };
        expect(judge(after)).toEqual(judge(files));
      }),
      { numRuns: 1_000 },
    );
  });
});

function shape(instruction: Instruction): unknown {
  const { keyword, start, end, flags, args, json, heredocs, onbuild } =
    instruction;
  const range = (one: { start: number; end: number }) => [one.start, one.end];
  return {
    keyword,
    json,
    range: range({ start, end }),
    flags: flags.map(range),
    args: args.map(range),
    heredocs: heredocs.map(heredoc => [heredoc.name, range(heredoc)]),
    onbuild: onbuild && shape(onbuild),
  };
}
