// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plimsoll/model';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { assessFiles } from '../testing/assessFiles.ts';
import { inventRule } from '../testing/inventRule.ts';

type Files = Readonly<Record<string, string>>;

/** Nothing is gained by leaving a file away. */
describe.each<[string, readonly Rule[]]>([
  ['two rules that look at several files', inventRules()],
  ['the rules of this version', RULES],
])('without any one of its files, by %s,', (_, rules) => {
  it.each(Object.entries(repositories()))('%s', (__, files) => {
    const before = assessFiles(files, { rules });
    expect(before.images.length).toBeGreaterThan(0);
    expect(before.results.map(({ outcome }) => outcome)).not.toContain(
      'crashed',
    );
    for (const path of Object.keys(files)) {
      const { [path]: gone, ...left } = files;
      const after = assessFiles(left, { rules });
      expect({ path, ...whatWasGained(before, after, path) }).toEqual({
        path,
        areas: [],
        results: [],
      });
    }
  });
});

it('an area leaves with the last thing that it is about', () => {
  const rules = inventRules();
  const files = {
    Dockerfile: 'FROM node:22\nCOPY . .\nUSER node\n',
    'proxy/Dockerfile': 'FROM nginx:1.29\nUSER 101\n',
  };
  const isJudged = ({ areas }: Assessment) => applying(areas).length === 2;
  expect(isJudged(assessFiles(files, { rules }))).toBe(true);
  const { Dockerfile: _, ...left } = files;
  expect(isJudged(assessFiles(left, { rules }))).toBe(false);
});

/** Areas that no longer apply, and results of others that no longer do. */
function whatWasGained(
  before: Assessment,
  after: Assessment,
  path: string,
): { areas: string[]; results: string[] } {
  if (after.score.status === 'notScored') return { areas: [], results: [] };
  const left = new Set(applying(after.areas));
  const open = before.results
    .filter(result => result.path !== path)
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
    .map(({ rule, path: judged }) => `${rule} ${judged}`);
  const waved = after.results
    .filter(({ outcome }) => outcome === 'notApplicable')
    .map(({ rule, path: judged }) => `${rule} ${judged}`);
  return {
    areas: applying(before.areas).filter(area => !left.has(area)),
    results: open.filter(one => waved.includes(one)),
  };
}

function applying(areas: Assessment['areas']): string[] {
  return areas.filter(({ share }) => share > 0).map(({ area }) => area);
}

function inventRules(): Rule[] {
  return [
    inventRule({ id: 'dockerfile/user' }, 'dockerfile', (artifact, verdict) => {
      return artifact.target.state.user
        ? verdict.passed()
        : verdict.failed('said', { start: 0, end: 4 }, { words: 'root' });
    }),
    inventRule(
      { id: 'dockerignore/present', scoreArea: 'dockerignore' },
      'buildContext',
      ({ ignoreFile, copies }, verdict) => {
        if (copies.length === 0)
          return verdict.notApplicable('no-build-context');
        return ignoreFile
          ? verdict.passed()
          : verdict.failed('said', { start: 0, end: 4 }, { words: 'none' });
      },
    ),
  ];
}

function repositories(): Record<string, Files> {
  return {
    'a careful service of Node.js': {
      Dockerfile: `FROM node:22.21-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
FROM gcr.io/distroless/nodejs22-debian12
COPY --from=build /app/dist /app
USER 10001
CMD ["/app/main.js"]
`,
      '.dockerignore': 'node_modules\n.git\n.env\n',
      'package.json': '{"scripts":{"build":"tsc"}}',
      'package-lock.json': '{"lockfileVersion":3}',
      'src/main.ts': 'export {};\n',
      'README.md': '# Orders\n',
    },
    'a careless one of Python': {
      Dockerfile: `FROM python
ARG TOKEN
COPY . /app
RUN apt update && apt install -y curl sudo && pip install -r /app/requirements.txt
RUN curl https://example.com/install.sh | sh
ENV API_KEY=0123456789abcdef0123456789abcdef
CMD python /app/main.py
`,
      'requirements.txt': 'flask\n',
      'main.py': 'print()\n',
      '.env': 'PASSWORD=x\n',
      '.git/config': '',
    },
    'several images, one of them broken': {
      'api/Dockerfile': 'FROM golang:1.25\nCOPY . .\nRUN go build\n',
      'api/go.mod': 'module api\n',
      'api/go.sum': '',
      'api/.dockerignore': '*\n!*.go\n!go.mod\n!go.sum\n',
      'web/Dockerfile': 'FROM nginx:latest\nCOPY html /usr/share/nginx/html\n',
      'web/html/index.html': '<p>',
      'web/Dockerfile.dev': 'FROM nginx\nCOPY html /usr/share/nginx/html\n',
      'old/Dockerfile': 'FROM busybox\nRUN <<EOF\n',
      'test/Dockerfile': 'FROM scratch\nCOPY . .\n',
    },
    'an image whose base is a variable': {
      Dockerfile: 'ARG BASE\nFROM $BASE\nCOPY app /app\nCMD ["/app"]\n',
      app: '',
      Makefile: 'all:\n',
    },
  };
}
