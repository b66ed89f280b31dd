// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plimsoll/model';
import { assessFiles } from '../testing/assessFiles.ts';

type Files = Readonly<Record<string, string>>;

const DIGEST = `sha256:${'4a1c'.repeat(16)}`;
const PINNED = `node:22.21.0-alpine3.22@${DIGEST}`;

/** Careful in all that the cases below do not spoil. */
const CAREFUL = `FROM ${PINNED} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
RUN npm run build && npm prune --omit=dev

FROM ${PINNED}
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
HEALTHCHECK CMD ["wget", "-qO-", "http://localhost:8080/"]
USER 10001
CMD ["node", "dist/main.js"]
`;

const OTHERS: Files = {
  '.dockerignore': '*\n!package.json\n!package-lock.json\n!src\n',
  'package.json': '{"scripts":{"build":"tsc"},"devDependencies":{"a":"1"}}',
  'package-lock.json': '{"lockfileVersion":3}',
  'src/main.ts': 'export {};\n',
};

interface Case {
  readonly name: string;
  /** What the action is about that is followed. */
  readonly rules: readonly string[];
  readonly before: Files;
  /** What a person who follows it would write. */
  readonly after: Files;
}

it.each<Case>([
  {
    name: 'a user',
    rules: ['dockerfile/non-root-user'],
    before: careful('USER 10001\n', 'USER root\n'),
    after: careful(),
  },
  {
    name: 'a digest in each FROM',
    rules: ['dockerfile/base-image-digest-pinned'],
    before: careful(`@${DIGEST}`, ''),
    after: careful(),
  },
  {
    name: 'a health check',
    rules: ['dockerfile/healthcheck-present'],
    before: careful(
      'HEALTHCHECK CMD ["wget", "-qO-", "http://localhost:8080/"]\n',
      '',
    ),
    after: careful(),
  },
  {
    name: 'secrets out of ENV and ARG, at once',
    rules: ['dockerfile/no-secrets-in-arg', 'dockerfile/no-secrets-in-env'],
    before: careful(
      'USER 10001\n',
      'ARG NPM_TOKEN=npm_8Hs02kLqPz71XcVbNm45TyUiOp36WeRtAsDf\nENV DB_PASSWORD=t7Gk29xQpLm4\nUSER 10001\n',
    ),
    after: careful(),
  },
  {
    name: 'no rights of the builder',
    rules: ['dockerfile/no-privileged-build'],
    before: careful('RUN npm run', 'RUN --security=insecure npm run'),
    after: careful(),
  },
  {
    name: 'an ignore file',
    rules: ['dockerignore/present'],
    before: without('.dockerignore', careful()),
    after: careful(),
  },
  {
    name: 'an instruction that Docker knows',
    rules: ['dockerfile/parses-cleanly'],
    before: careful('COPY src src', 'COPY --form=x src src'),
    after: careful(),
  },
  {
    name: 'a checked download',
    rules: ['dockerfile/no-pipe-to-shell'],
    before: careful(
      'RUN npm ci\n',
      'RUN npm ci\nRUN wget -qO- https://example.com/install.sh | sh\n',
    ),
    after: careful(),
  },
  {
    name: 'one of two images',
    rules: ['dockerfile/non-root-user'],
    before: {
      ...careful(),
      'worker/Dockerfile': `FROM ${PINNED}\nUSER root\n`,
    },
    after: {
      ...careful(),
      'worker/Dockerfile': `FROM ${PINNED}\nUSER 10001\n`,
    },
  },
  {
    name: 'what holds the lowest gate, and not yet the next one',
    rules: ['dockerfile/no-secrets-in-env'],
    before: careful(
      'USER 10001\n',
      'ENV DB_PASSWORD=t7Gk29xQpLm4\nUSER root\n',
    ),
    after: careful('USER 10001\n', 'USER root\n'),
  },
])('gives what it promises: $name', ({ rules, before, after }) => {
  const then = assessFiles(before);
  const action = then.actions.find(
    one => JSON.stringify(one.rules) === JSON.stringify(rules),
  );
  expect(action).toBeDefined();
  const { gain, rawGain, grade } = action!;
  const now = assessFiles(after);
  expect(rawGain).toBeGreaterThan(0);
  expect(scored(now)).toEqual({
    points: scored(then).points + gain,
    raw: expect.closeTo(scored(then).raw + rawGain, 9),
    grade: grade ?? scored(then).grade,
  });
});

it('begins with what lifts the gate, in the words of the only fix', () => {
  const { actions } = assessFiles(careful('USER 10001\n', 'USER root\n'));
  expect(actions[0]).toMatchObject({
    id: 'gate',
    title: 'Become an A: The container does not run as root',
    rules: ['dockerfile/non-root-user'],
    grade: 'A',
    afterGate: false,
  });
  expect(actions.slice(1).flatMap(({ rules }) => rules)).not.toContain(
    'dockerfile/non-root-user',
  );
});

/** The careful repository, with a text of its Dockerfile replaced everywhere. */
function careful(text = '', by = ''): Files {
  const Dockerfile = text === '' ? CAREFUL : CAREFUL.replaceAll(text, by);
  return { ...OTHERS, Dockerfile };
}

function without(path: string, { [path]: _, ...files }: Files): Files {
  return files;
}

function scored({ score }: Assessment) {
  if (score.status === 'notScored') throw new Error(score.reason);
  const { points, raw, grade } = score;
  return { points, raw, grade };
}
