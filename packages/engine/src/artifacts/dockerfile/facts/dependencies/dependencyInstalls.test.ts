// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { dependencyInstalls } from './dependencyInstalls.ts';

/** `tool label folder`, with `builds` where it compiles, too. */
function installs(command: string): string[] {
  const text = `FROM debian:13\nWORKDIR /w\nRUN ${command}\n`;
  const { stages } = resolveBuild(parseDockerfile(text));
  return stages
    .flatMap(stage => dependencyInstalls(stage))
    .map(({ tool, label, folder, builds }) =>
      [tool.name, label, folder ?? '?', ...(builds ? ['builds'] : [])].join(
        ', ',
      ),
    );
}

describe('dependencyInstalls', () => {
  it.each([
    ['npm ci --omit dev --prefix web', 'npm, npm ci, /w/web'],
    ['npm --prefix=/x install --unsafe-perm true', 'npm, npm install, /x'],
    ['yarn --cwd a --frozen-lockfile', 'yarn, yarn, /w/a'],
    ['yarn workspaces focus --all', 'yarn, yarn workspaces focus, /w'],
    ['pnpm -C a i --frozen-lockfile', 'pnpm, pnpm i, /w/a'],
    ['pnpm --filter a deploy --prod /out', 'pnpm, pnpm deploy, /w'],
    ['bun install', 'bun, bun install, /w'],
    ['pip install --no-cache-dir -r a.txt', 'pip, pip install, /w'],
    ['python -m pip install -e ".[dev]"', 'pip, pip install, /w'],
    ['uv pip install --system -r a.txt', 'uv, uv pip install, /w'],
    ['uv --directory a sync', 'uv, uv sync, /w/a'],
    ['poetry -n install', 'Poetry, poetry install, /w'],
    ['mamba env update -f environment.yml', 'conda, mamba env update, /w'],
    ['go mod download -x', 'Go, go mod download, /w'],
    ['go get ./...', 'Go, go get, /w'],
    ['go -C a build -o /x ./cmd/b', 'Go, go build, /w/a, builds'],
    ['go install ./...', 'Go, go install, /w, builds'],
    ['cargo +nightly build --release', 'Cargo, cargo build, /w, builds'],
    ['cargo chef cook --release', 'Cargo, cargo chef cook, /w'],
    ['cargo install --path ./a', 'Cargo, cargo install, /w/a, builds'],
    ['mvn -B -f a/pom.xml package', 'Maven, mvn package, /w/a, builds'],
    [
      'mvn org.apache.maven.plugins:maven-dependency-plugin:3.1.2:go-offline',
      'Maven, mvn org.apache.maven.plugins:maven-dependency-plugin:3.1.2:go-offline, /w',
    ],
    ['./gradlew -p a :b:assemble', 'Gradle, gradlew :b:assemble, /w/a, builds'],
    ['dotnet restore a.csproj', '.NET, dotnet restore, /w'],
    ['dotnet restore -r x ./api/Api.csproj', '.NET, dotnet restore, /w/api'],
    ['dotnet publish -c Release', '.NET, dotnet publish, /w, builds'],
    ['bundle', 'Bundler, bundle, /w'],
    ['bundle install --gemfile=/a/Gemfile', 'Bundler, bundle install, /a'],
    ['composer install -d a', 'Composer, composer install, /w/a'],
    ['mix deps.get --only prod', 'Mix, mix deps.get, /w'],
    ['mix do deps.get, deps.compile', 'Mix, mix deps.get, /w'],
    ['xx-cargo fetch', 'Cargo, xx-cargo fetch, /w'],
    ['stack build --only-dependencies', 'Stack, stack build, /w'],
    ['cd $D && npm ci', 'npm, npm ci, ?'],
    ['npm --prefix "$D" ci', 'npm, npm ci, ?'],
  ])('%s', (command, expected) => {
    expect(installs(command)).toEqual([expected]);
  });

  it.each([
    'npm install express',
    'npm i -g pm2',
    'npm run install',
    'yarn add express',
    'yarn --version',
    'pnpm add -g turbo',
    'pip install flask',
    'pip install --upgrade pip',
    'uv venv',
    'uv pip install flask',
    'conda install numpy',
    'go get golang.org/x/tools',
    'go install golang.org/x/tools/cmd/stringer@latest',
    'go version',
    'cargo install cargo-chef',
    'mvn -v',
    'mvn test',
    'dotnet tool install -g x',
    'bundle exec rake',
    'composer require a/b',
    'echo npm ci',
  ])('%s installs nothing that a manifest lists', command => {
    expect(installs(command)).toEqual([]);
  });

  it('points at the program and its verb', () => {
    const text = 'FROM node:24\nRUN cd a && npm --silent ci --omit=dev\n';
    const { stages } = resolveBuild(parseDockerfile(text));
    const places = stages
      .flatMap(stage => dependencyInstalls(stage))
      .map(({ at }) => text.slice(at.start, at.end));
    expect(places).toEqual(['npm --silent ci']);
  });
});
