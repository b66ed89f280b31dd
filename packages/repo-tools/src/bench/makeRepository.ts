// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, type Random } from '../conform/createRandom.ts';

/**
 * Writes a repository of many services: a Dockerfile, an ignore file and code
 * in each folder. The same seed gives the same bytes.
 */
export function makeRepository(
  root: string,
  { files, dockerfiles, seed }: RepositorySize,
): void {
  const random = createRandom(seed);
  const perService = Math.floor(files / dockerfiles);
  for (let service = 0; service < dockerfiles; service++) {
    const folder = path.join(root, 'services', `service-${service}`);
    mkdirSync(folder, { recursive: true });
    const stack = random.pick(STACKS);
    writeFileSync(path.join(folder, 'Dockerfile'), stack.dockerfile(random));
    writeFileSync(path.join(folder, '.dockerignore'), ignoreFile(random));
    const isLast = service === dockerfiles - 1;
    const rest = isLast ? files - perService * service : perService;
    writeSources(folder, stack.extension, rest - 2, random);
  }
}

/** How much is made, and from what. */
export interface RepositorySize {
  /** All of them, Dockerfiles and ignore files included. */
  readonly files: number;
  readonly dockerfiles: number;
  readonly seed: number;
}

interface Stack {
  readonly extension: string;
  readonly dockerfile: (random: Random) => string;
}

const STACKS: readonly Stack[] = [
  {
    extension: 'js',
    dockerfile: random =>
      lines(
        '# syntax=docker/dockerfile:1',
        `FROM node:${random.pick(['20', '22.11-slim', '24-alpine'])} AS build`,
        'WORKDIR /src',
        'COPY package*.json ./',
        random.pick(['RUN npm ci', 'RUN npm install', 'RUN npm ci --omit=dev']),
        'COPY . .',
        'RUN npm run build',
        ...tools(random),
        `FROM node:${random.pick(['20', '22.11-slim', '24-alpine'])}`,
        'ENV NODE_ENV=production',
        'WORKDIR /app',
        'COPY --from=build /src/dist ./dist',
        'COPY --from=build /src/node_modules ./node_modules',
        ...ending(random, 'CMD ["node", "dist/main.js"]'),
      ),
  },
  {
    extension: 'py',
    dockerfile: random =>
      lines(
        `FROM python:${random.pick(['3', '3.12', '3.13-slim-bookworm'])}`,
        'WORKDIR /app',
        ...tools(random),
        'COPY requirements.txt .',
        random.pick([
          'RUN pip install -r requirements.txt',
          'RUN pip install --no-cache-dir --require-hashes -r requirements.txt',
        ]),
        'COPY . .',
        ...ending(random, 'CMD ["gunicorn", "main:app"]'),
      ),
  },
  {
    extension: 'go',
    dockerfile: random =>
      lines(
        '# syntax=docker/dockerfile:1',
        'FROM --platform=$BUILDPLATFORM golang:1.26 AS build',
        'ARG TARGETOS TARGETARCH',
        'WORKDIR /src',
        'COPY go.mod go.sum ./',
        'RUN --mount=type=cache,target=/go/pkg/mod go mod download',
        'COPY . .',
        'RUN --mount=type=cache,target=/root/.cache/go-build \\',
        '    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /service .',
        `FROM ${random.pick([
          'scratch',
          'alpine',
          'gcr.io/distroless/static',
        ])}`,
        'COPY --from=build /service /service',
        ...ending(random, 'ENTRYPOINT ["/service"]'),
      ),
  },
];

function tools(random: Random): string[] {
  const packages = random.several(1, 5, () =>
    random.pick(['curl', 'git', 'make', 'g++', 'vim', 'ca-certificates']),
  );
  return random.chance(0.5)
    ? [
        'RUN apt-get update && apt-get install -y --no-install-recommends \\',
        ...packages.map(name => `    ${name} \\`),
        '    && rm -rf /var/lib/apt/lists/*',
      ]
    : [`RUN <<EOF`, 'set -e', `apk add ${packages.join(' ')}`, 'EOF'];
}

function ending(random: Random, command: string): string[] {
  return [
    ...(random.chance(0.4) ? ['USER 10001:10001'] : []),
    'EXPOSE 8080',
    ...(random.chance(0.3)
      ? ['HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1']
      : []),
    command,
  ];
}

function ignoreFile(random: Random): string {
  const patterns = ['.git', '**/*.md', '.env*', 'test', '**/*.log', 'dist'];
  return lines(...patterns.filter(() => random.chance(0.7)));
}

function writeSources(
  folder: string,
  extension: string,
  count: number,
  random: Random,
): void {
  for (let file = 0; file < count; file++) {
    const inner = path.join(folder, 'src', `part-${file % 12}`);
    if (file < 12) mkdirSync(inner, { recursive: true });
    const text = 'line of code\n'.repeat(random.between(10, 200));
    writeFileSync(path.join(inner, `file-${file}.${extension}`), text);
  }
}

function lines(...all: readonly string[]): string {
  return all.map(line => `${line}\n`).join('');
}
