// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { runCalls } from './runCalls.ts';

function callsOf(text: string) {
  const { stages } = resolveBuild(parseDockerfile(text));
  return stages.flatMap(stage => runCalls(stage));
}

/** `program@folder` of each call but `cd`. */
function folders(script: string): string[] {
  return callsOf(`FROM debian:13\nWORKDIR /w\nRUN ${script}\n`)
    .filter(({ program }) => !/^(?:cd|pushd|popd)$/.test(program))
    .map(({ program, folder }) => `${program}@${folder ?? '?'}`);
}

describe('runCalls', () => {
  it.each([
    ['make', ['make@/w']],
    ['cd a && make; cd ../b/./ && make', ['make@/w/a', 'make@/w/b']],
    ['cd /x && sh -c "cd y; make" && ls', ['sh@/x', 'make@/x/y', 'ls@/x']],
    ['(cd a && make) && (cd b && make)', ['make@/w/a', 'make@/w/b']],
    ['(cd a; make); ls', ['make@/w/a', 'ls@/w']],
    ['cd a; cd -; make', ['make@/w']],
    ['pushd a; make; popd; ls', ['make@/w/a', 'ls@/w']],
    ['cd; make; cd ~/x; ls', ['make@/root', 'ls@/root/x']],
    ['cd $DIR; make; cd x; ls; cd /y; id', ['make@?', 'ls@?', 'id@/y']],
  ])('follows the folder in %s', (script, expected) => {
    expect(folders(script)).toEqual(expected);
  });

  it('gives up on folders that are longer than Linux allows', () => {
    const script = 'cd aaaaaaaaaaaaaaaa;'.repeat(400);
    expect(folders(`${script} make`)).toEqual(['make@?']);
  });

  it.each([
    ['python3 -m pip install a', 'pip', 'install a'],
    ['/opt/venv/bin/python3.12 -u -m pip install a', 'pip', 'install a'],
    ['pip3.12 install a', 'pip', 'install a'],
    ['npx --yes -p typescript tsc -b', 'tsc', '-b'],
    ['npx webpack@5 build', 'webpack', 'build'],
    ['pnpm --filter web exec vite build', 'vite', 'build'],
    ['corepack pnpm install', 'pnpm', 'install'],
    ['bundle exec rake build', 'rake', 'build'],
    ['poetry run python -m build', 'build', ''],
    ['php -d memory_limit=-1 composer.phar install', 'composer', 'install'],
    ['cross-env NODE_ENV=production npm ci', 'npm', 'ci'],
    ['sudo env A=1 /usr/bin/npm ci', 'npm', 'ci'],
    ['x86_64-linux-gnu-g++-14 a.cc', 'g++', 'a.cc'],
    ['./mvnw.cmd package', 'mvnw', 'package'],
    ['python manage.py migrate', 'python', 'manage.py migrate'],
    ['npm run build', 'npm', 'run build'],
    ['"$TOOL" build', '', 'build'],
  ])('sees the program of %s', (command, program, args) => {
    const [call] = callsOf(`FROM debian:13\nRUN ${command}\n`);
    expect(call?.program).toBe(program);
    expect(call?.args.map(({ value }) => value).join(' ')).toBe(args);
  });

  it('knows the variables in force at each call', () => {
    const calls = callsOf(
      `ARG G=global
FROM debian:13 AS base
ENV A=base B=base
ARG G
FROM base
RUN one
ARG A=arg
ARG OPEN
ENV B=own
RUN two
RUN A=prefix three
RUN export A=exported; four
RUN A=local && five
RUN env B=given six
RUN B=$X seven
`,
    );
    const values = (name: string) =>
      calls
        .filter(({ program }) => program !== 'export')
        .map(run => run.variable(name)?.value);
    expect(values('A')).toEqual([
      'base',
      'base',
      'prefix',
      'exported',
      'base',
      'base',
      'base',
    ]);
    expect(values('B')).toEqual([
      'base',
      'own',
      'own',
      'own',
      'own',
      'given',
      '$X',
    ]);
    expect(calls[0]?.variable('G')?.value).toBe('global');
    expect(calls[1]?.variable('OPEN')?.missing).toEqual(['OPEN']);
    expect(calls.at(-1)?.variable('B')?.missing).toEqual(['B']);
    expect(calls[0]?.variable('__proto__')).toBeUndefined();
  });
});
