// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { devDependenciesExcluded } from './dev-dependencies-excluded.ts';

/** One stage with some commands. */
function runs(...commands: string[]): string {
  const lines = commands.map(command => `RUN ${command}\n`);
  return `FROM debian:13\nWORKDIR /app\n${lines.join('')}`;
}

/** A stage that builds, and a final one that copies from it. */
function twoStages(commands: string[], ...copies: string[]): string {
  const lines = copies.map(copy => `COPY --from=build ${copy}\n`);
  return `FROM node:24 AS build\nWORKDIR /app\n${commands
    .map(command => `RUN ${command}\n`)
    .join('')}FROM node:24-slim\nWORKDIR /app\n${lines.join('')}`;
}

describeRule(devDependenciesExcluded, {
  passing: [
    {
      name: 'installs that leave them out',
      files: runs(
        'npm ci --omit=dev && rm -rf node_modules',
        'npm install --production',
        'npm ci --only production',
        'cd a && yarn --prod --frozen-lockfile',
        'cd b && yarn workspaces focus --production --all',
        'cd c && pnpm i -P --frozen-lockfile',
        'cd d && bun install --production',
        'poetry install --no-root --only main',
        'poetry install --without dev,docs',
        'uv sync --locked --no-dev',
        'pipenv install --system --deploy',
        'composer install --no-dev --prefer-dist',
        'bundle install --without development test',
        'pip install -r requirements.txt -r requirements/prod.txt',
      ),
    },
    {
      name: 'NODE_ENV=production and its like, in force when it installs',
      files: [
        'ARG NODE_ENV=production',
        'FROM node:24',
        'ARG NODE_ENV',
        'WORKDIR /a',
        'RUN npm ci',
        'WORKDIR /b',
        'FROM node:24',
        'ENV NODE_ENV=development',
        'COPY --from=0 /a /a',
        'RUN NODE_ENV=production npm ci',
        'RUN export NODE_ENV=production && cd /c && yarn',
        'RUN env NPM_CONFIG_OMIT=dev npm ci --prefix /d',
        'ENV BUNDLE_WITHOUT=development:test COMPOSER_NO_DEV=1 UV_NO_DEV=1',
        'RUN bundle install && composer install && uv sync',
        '',
      ].join('\n'),
    },
    {
      name: 'settings of a tool',
      files: runs(
        'bundle config set --local without "development test"',
        'bundle install',
        'npm config set omit dev && npm ci',
      ),
    },
    {
      name: 'a builder that needs them, and a bundle without node_modules',
      files: twoStages(
        ['npm ci', 'npm run build'],
        '/app/dist ./dist',
        '/app/.next/standalone ./',
        '/app/node_modules/pg ./node_modules/pg',
      ),
    },
    {
      name: 'npm prune behind the build',
      files: twoStages(
        ['npm ci', 'npm run build && npm prune --omit=dev'],
        '/app /app',
      ),
    },
    {
      name: 'a second install behind the build',
      files: twoStages(
        ['yarn', 'yarn build', 'yarn install --production'],
        '/app/node_modules ./node_modules',
      ),
    },
    {
      name: 'a copy that was set aside before all were installed',
      files: twoStages(
        [
          'npm ci --omit=dev && cp -R node_modules prod_node_modules',
          'npm ci && npm run build',
        ],
        '/app/prod_node_modules ./node_modules',
        '/app/dist ./dist',
      ),
    },
    {
      name: 'a deployed folder of pnpm',
      files: twoStages(
        [
          'pnpm install --frozen-lockfile',
          'pnpm --filter=web deploy --prod /out',
        ],
        '/out /app',
      ),
    },
    {
      name: 'folders that are removed before the copy',
      files: twoStages(
        ['npm ci && npm run build', 'rm -rf node_modules'],
        '/app /app',
      ),
    },
    {
      name: 'one install for each case',
      files: runs(
        'if [ "$DEV" = 1 ]; then npm ci; else npm ci --omit=dev; fi',
        'bash -c "if [ $DEV == true ]; then poetry install; else poetry install --only main; fi"',
      ),
    },
    {
      name: 'a virtual environment of its own for tests',
      files:
        'FROM python:3.14 AS build\nRUN python -m venv /venv && /venv/bin/pip install -r requirements.txt\nRUN python -m venv /test && /test/bin/pip install -r requirements-dev.txt\nFROM python:3.14-slim\nCOPY --from=build /venv /venv\nRUN uv sync --no-dev\n',
    },
    {
      name: 'a manifest that lists none',
      files: {
        Dockerfile:
          'FROM node:24\nWORKDIR /app\nCOPY web/package*.json ./\nRUN npm ci\n',
        'web/package.json': '{"dependencies":{"a":"1"}}',
      },
    },
    {
      name: 'a stage that the target does not need',
      files: `FROM node:24 AS test\nRUN npm ci\n${runs('npm ci --omit=dev')}`,
    },
  ],
  failing: [
    {
      name: 'installs in the final stage',
      files: runs(
        'npm ci',
        'npm --prefix /b install',
        'cd /c && yarn',
        'pnpm install --frozen-lockfile --dir /d',
        'bun install --cwd /e',
        'poetry install',
        'cd /f && uv sync --frozen',
        'cd /g && pipenv install --dev',
        'composer install -d /h',
        'bundle install',
        'pip install -r requirements-dev.txt',
      ),
      findings: [
        'npm ci',
        'npm install',
        'yarn',
        'pnpm install',
        'bun install',
        'poetry install',
        'uv sync',
        'pipenv install',
        'composer install',
        'bundle install',
        'pip install',
      ].map((command, index) => ({
        messageId: 'installed',
        line: index + 3,
        data: { command },
      })),
    },
    {
      name: 'NODE_ENV that comes too late, or says something else',
      files:
        'FROM node:24 AS base\nENV NODE_ENV=development\nFROM base\nRUN npm ci\nENV NODE_ENV=production\n',
      findings: [{ messageId: 'installed', line: 4 }],
    },
    {
      name: 'NODE_ENV for a Yarn that does not ask for it',
      files:
        'FROM node:24\nENV NODE_ENV=production\nRUN yarn install --immutable\n',
      findings: [{ messageId: 'installed', line: 3 }],
    },
    {
      name: 'node_modules and whole folders that are copied',
      files: twoStages(
        ['npm ci', 'npm --prefix web ci', 'npm run build'],
        '/app/node_modules ./node_modules',
        '/app/web/ ./web/',
      ),
      findings: [
        { messageId: 'copied', line: 8, data: { command: 'npm ci' } },
        { messageId: 'copied', line: 9, data: { command: 'npm ci' } },
      ],
    },
    {
      name: 'a folder that goes through three stages',
      files:
        'FROM node:24 AS deps\nWORKDIR /app\nRUN npm ci\nFROM node:24 AS build\nWORKDIR /src\nCOPY --from=deps /app/node_modules node_modules\nRUN npm run build\nFROM node:24-slim\nCOPY --from=build /src /app\n',
      findings: [{ messageId: 'copied', line: 9 }],
    },
    {
      name: 'a stage that the final one is made from',
      files: 'FROM node:24 AS base\nRUN npm ci\nFROM base\nCMD ["node", "a"]\n',
      findings: [{ messageId: 'installed', line: 2 }],
    },
    {
      name: 'tests in an environment that is copied',
      files:
        'FROM python:3.14 AS build\nENV PATH="/venv/bin:$PATH"\nRUN python -m venv /venv\nRUN pip install -r requirements.txt && pip install ".[test]"\nFROM python:3.14-slim\nCOPY --from=build /venv /venv\n',
      findings: [{ messageId: 'copied', line: 6 }],
    },
    {
      name: 'site-packages of the interpreter, of any version',
      files:
        'FROM python:3.14 AS build\nRUN pip install -r tests/requirements.txt\nFROM python:3.14-slim\nCOPY --from=build /usr/local/lib/python3.14/site-packages /usr/local/lib/python3.14/site-packages\n',
      findings: [{ messageId: 'copied', line: 4 }],
    },
    {
      name: 'a manifest that lists some',
      files: {
        Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n',
        'package.json': '{"devDependencies":{"a":"1"}}',
      },
      findings: [{ messageId: 'installed', line: 4 }],
    },
    {
      name: 'a build without its tools, as a word of advice',
      files: runs('npm ci --only=production', 'npm run build'),
      findings: [
        {
          messageId: 'order',
          line: 4,
          severity: 'info',
          data: { command: 'npm run build', install: 'npm ci' },
        },
      ],
    },
    {
      name: 'a heredoc, the exec form and lower case',
      files:
        'from node:24\nrun <<EOF\ncd /a\nnpm ci\nEOF\nrun ["npm", "--prefix", "/b", "ci"]\n',
      findings: [
        { messageId: 'installed', line: 4 },
        { messageId: 'installed', line: 6 },
      ],
    },
  ],
  unknown: [
    {
      name: 'NODE_ENV without a value',
      files: 'FROM node:24\nARG NODE_ENV\nENV NODE_ENV=$NODE_ENV\nRUN npm ci\n',
      reason: 'variable-without-value',
    },
    {
      name: 'a script that cannot be read',
      files: 'FROM debian:13\nSHELL ["python3", "-c"]\nRUN print(1)\n',
      reason: 'script-not-read',
    },
  ],
  notApplicable: [
    {
      name: 'no tool that knows such dependencies',
      files: runs(
        'go build',
        'pip install -r requirements.txt',
        'npm i -g pm2',
      ),
      reason: 'no-subject',
    },
    {
      name: 'an image for Windows',
      files: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN npm ci\n',
      reason: 'windows-image',
    },
  ],
});
