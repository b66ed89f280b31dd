// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';
import fc from 'fast-check';
import { arbitraryText, FUZZ_RUNS } from '../../../testing/arbitraryText.ts';
import { expectLinear } from '../../../testing/expectLinear.ts';
import { parseDockerfile } from '../parseDockerfile.ts';
import { resolveBuild } from './resolveBuild.ts';
import type { DockerfileBuild, Stage } from './stage.ts';
import type { StepScript } from './stepScript.ts';

function build(text: string, target?: string): DockerfileBuild {
  return resolveBuild(parseDockerfile(text), { target });
}

function last(text: string): Stage {
  return build(text).stages.at(-1)!;
}

describe('bases', () => {
  it.each([
    ['an image', 'FROM node:22', 'docker.io/library/node:22'],
    ['an argument', 'ARG V=22\nFROM node:${V}', 'docker.io/library/node:22'],
    [
      'a default in the word',
      'FROM node:${V:-22}',
      'docker.io/library/node:22',
    ],
    [
      'an argument of an argument',
      'ARG A=2\nARG V=2$A\nFROM node:$V',
      'docker.io/library/node:22',
    ],
    ['a platform argument', 'FROM a:$TARGETARCH', 'docker.io/library/a:amd64'],
    [
      'the image of a stage',
      'FROM a AS b\nFROM b',
      'docker.io/library/a:latest',
    ],
    [
      'an image named like a later stage',
      'FROM b\nFROM a AS b',
      'docker.io/library/a:latest',
    ],
    ['an image, since the case differs', 'FROM a AS b\nFROM x/B', undefined],
  ])('%s', (_, text, full) => {
    const { rootBase } = last(text);
    const reference =
      rootBase.kind === 'image' ? rootBase.reference : undefined;
    expect(reference?.full || undefined).toBe(full);
  });

  it('is scratch', () => {
    expect(last('FROM scratch').base).toEqual({ kind: 'scratch' });
  });

  it('does not miss what no ARG names: nothing can set it', () => {
    expect(last('FROM node:2$X').base).toMatchObject({
      kind: 'image',
      reference: { tag: '2' },
    });
  });

  it('is unknown when an argument has no default', () => {
    expect(last('ARG V\nFROM node:$V').base).toEqual({
      kind: 'unknown',
      name: { value: 'node:', missing: ['V'] },
    });
  });
});

describe('variables', () => {
  const user = (text: string) => last(text).state.user?.value;

  it.each([
    [
      'a global argument is unknown in a stage',
      'ARG U=1\nFROM a\nUSER $U',
      '',
      ['U'],
    ],
    ['until the stage names it', 'ARG U=1\nFROM a\nARG U\nUSER $U', '1', []],
    ['a default of its own wins', 'ARG U=1\nFROM a\nARG U=2\nUSER $U', '2', []],
    ['an argument without a default', 'FROM a\nARG U\nUSER $U', '', ['U']],
    ['ENV behind ARG', 'FROM a\nARG U=1\nENV U=2\nUSER $U', '2', []],
    [
      'the scope of the base stage',
      'FROM a AS b\nENV U=3\nFROM b\nUSER $U',
      '3',
      [],
    ],
    [
      'not the scope of another stage',
      'FROM a AS b\nENV U=3\nFROM c\nUSER $U',
      '',
      ['U'],
    ],
    ['nothing is inherited from scratch', 'FROM scratch\nUSER ${U}', '', []],
    [
      'an unknown part makes the whole unknown',
      'FROM a\nARG A\nENV U=x$A\nUSER $U',
      'x',
      ['A'],
    ],
    [
      'a default for an unknown variable',
      'FROM a\nARG A\nUSER ${A:-9}',
      '9',
      [],
    ],
    [
      'values of one ENV do not see each other',
      'FROM a\nENV A=1\nENV A=2 B=$A\nUSER $B',
      '1',
      [],
    ],
    ['quotes', 'FROM a\nUSER "1 2"', '1 2', []],
    [
      'the escape of the directive',
      '# escape=`\nFROM a\nENV U=1\nUSER `$U',
      '$U',
      [],
    ],
  ])('%s', (_, text, value, missing) => {
    expect(user(text)).toEqual({ value, missing });
  });

  it('sees ENV again in the next stage where an ARG had covered it', () => {
    const text = 'FROM a AS b\nENV A=80\nARG A=x\nUSER $A\nFROM b\nUSER $A';
    const users = build(text).stages.map(
      ({ state }) => state.user?.value.value,
    );
    expect(users).toEqual(['x', '80']);
  });

  it('stops at a value that doubles with every line', () => {
    const text = `FROM a\nENV A=xxxxxxxx\n${'ENV A=$A$A\n'.repeat(60)}USER $A`;
    expect(user(text)!.missing).toEqual(['(value too long)']);
  });
});

describe('the state at the end of a stage', () => {
  const text = [
    'FROM a AS base',
    'USER 10001',
    'WORKDIR /app',
    'SHELL ["/bin/bash", "-c"]',
    'HEALTHCHECK CMD true',
    'CMD ["x"]',
    'STOPSIGNAL SIGINT',
    'FROM base AS child',
    'WORKDIR src/../lib',
    'ENTRYPOINT ["y"]',
    'EXPOSE 80-81/udp $MORE 443',
    'VOLUME /data',
    'LABEL a=b',
  ].join('\n');

  it('comes from the base stage where nothing else is set', () => {
    const { state } = last(text);
    expect(state.user).toMatchObject({
      value: { value: '10001' },
      stageIndex: 0,
      instruction: { startLine: 2 },
    });
    expect(state.workdir.value).toBe('/app/lib');
    expect(state.shell?.value).toEqual(['/bin/bash', '-c']);
    expect(state.healthcheck?.value.type).toBe('CMD');
    expect(state.stopSignal?.value.value).toBe('SIGINT');
    expect(state.volumes[0]?.value.value).toBe('/data');
    expect(state.labels.get('a')?.value.value).toBe('b');
    expect(state.ports.map(port => port.value)).toEqual([
      { first: 80, last: 81, protocol: 'udp' },
      { first: 443, last: 443, protocol: 'tcp' },
    ]);
  });

  it('drops an inherited CMD when ENTRYPOINT is set', () => {
    expect(last(text).state.cmd).toBeUndefined();
    expect(last('FROM a\nCMD x\nENTRYPOINT y').state.cmd).toBeDefined();
  });

  it('leaves the base stage as it was', () => {
    const [base] = build(text).stages;
    expect(base!.state.workdir.value).toBe('/app');
    expect(base!.state.cmd).toBeDefined();
  });

  it('runs what the base stage keeps with ONBUILD, first', () => {
    const onbuild = 'FROM a AS b\nONBUILD USER 5\nFROM b AS c\nUSER 6\nFROM b';
    const users = (target?: string) =>
      build(onbuild, target).stages.map(({ state }) => state.user?.value.value);
    // Only in the stages that the target needs, as a build does.
    expect(users()).toEqual([undefined, '6', '5']);
    expect(users('c')).toEqual([undefined, '6', undefined]);
    const { steps } = last(onbuild);
    expect(steps.map(({ trigger }) => trigger?.startLine)).toEqual([2]);
  });

  it('gives what ONBUILD runs its heredocs', () => {
    const { refusals } = build(
      'FROM a AS b\nONBUILD ADD <<E /\n${N?}\nE\nFROM b',
    );
    expect(refusals).toMatchObject([{ line: 5 }]);
  });

  it('keeps what counted when each instruction ran', () => {
    const { steps } = last('FROM a\nRUN x\nUSER 5\nWORKDIR /w\nRUN y');
    expect(steps[0]!.user).toBeUndefined();
    expect(steps[3]!.user?.value.value).toBe('5');
    expect(steps[3]!.workdir.value).toBe('/w');
  });

  it('joins folders of Windows the way of Windows', () => {
    const folder = (from: string, lines: string) =>
      last(`# escape=\`\nFROM ${from}\n${lines}`).state.workdir.value;
    const nanoserver = 'mcr.microsoft.com/windows/nanoserver:ltsc2022';
    expect(folder('--platform=windows/amd64 a', 'WORKDIR C:\\app')).toBe(
      '\\app',
    );
    expect(folder(nanoserver, 'WORKDIR C:\\app\nWORKDIR bin')).toBe(
      '\\app\\bin',
    );
    expect(folder(nanoserver, 'WORKDIR /app\nWORKDIR ../lib')).toBe('\\lib');
  });

  it('does not know a folder that depends on the base image', () => {
    const folder = (lines: string) => last(lines).state.workdir;
    const missing = ['(base image)'];
    expect(folder('FROM a')).toEqual({ value: '/', missing });
    expect(folder('FROM a\nWORKDIR b')).toEqual({ value: '/b', missing });
    expect(folder('FROM a\nWORKDIR /b\nWORKDIR c')).toEqual({
      value: '/b/c',
      missing: [],
    });
    expect(folder('FROM scratch\nWORKDIR b').missing).toEqual([]);
  });

  it('keeps in the image what ENV sets, whatever ARG does', () => {
    const { variables } = last('FROM a\nENV T=1 U=2\nARG T=3\nARG V=4').state;
    const names = (list: readonly { name: string; value: string }[]) =>
      list.map(({ name, value }) => `${name}=${value}`);
    expect(names(variables.imageEnvironment()).slice(1).sort()).toEqual([
      'T=1',
      'U=2',
    ]);
    expect(variables.get('T')?.value).toBe('3');
  });
});

describe('dependencies', () => {
  const text = [
    'FROM a AS one',
    'FROM b AS two',
    'FROM c AS three',
    'COPY --from=ONE /x /x',
    'COPY --from=1 /x /x',
    'COPY --from=nginx:1 /x /x',
    'RUN --mount=type=bind,from=two,target=/t --mount=type=cache,target=/c ls',
  ].join('\n');

  it('are stages by name and by number, and images', () => {
    const sources = last(text).dependencies.map(({ kind, source }) => {
      if (source.kind === 'stage') return [kind, source.stage.name];
      return [kind, source.kind === 'image' && source.reference.familiar];
    });
    expect(sources).toEqual([
      ['copy', 'one'],
      ['copy', 'two'],
      ['copy', 'nginx:1'],
      ['mount', 'two'],
    ]);
  });

  it('decide what the target needs', () => {
    const reached = (target?: string) =>
      build(text, target)
        .stages.filter(stage => stage.isReachable)
        .map(stage => stage.name);
    expect(reached()).toEqual(['one', 'two', 'three']);
    expect(reached('two')).toEqual(['two']);
    expect(reached('none')).toEqual([]);
  });

  it('come from what the base stage keeps with ONBUILD, too', () => {
    const { stages, refusals } = build(
      'FROM a AS b\nONBUILD COPY --from=z /a /b\nFROM q AS z\nFROM b',
    );
    expect(stages.map(stage => stage.isReachable)).toEqual([true, true, true]);
    expect(stages[2]!.dependencies[0]!.trigger?.startLine).toBe(2);
    expect(refusals).toEqual([]);
    const broken = build('FROM a AS b\nONBUILD COPY --from=E x y\nFROM b');
    expect(broken.refusals).toMatchObject([{ line: 3 }]);
  });

  it('carry the options of mounts', () => {
    const { mounts } = last(
      'FROM a\nRUN --mount=type=secret,id=k,env=K,required --mount=target=/t,rw x',
    ).steps[0]!;
    expect(mounts).toMatchObject([
      { type: 'secret', id: 'k', env: 'K', required: true, readOnly: true },
      { type: 'bind', target: '/t', readOnly: false },
    ]);
  });
});

describe('refusals', () => {
  it.each([
    ['FROM a\nRUM x', 2, 'unknown instruction: RUM', 'RUM'],
    ['USER 1\nFROM a', 1, 'no build stage in current context', 'USER 1'],
    ['ARG A=1', 1, 'dockerfile contains no stages to build', 'ARG A=1'],
    ['FROM a\nCOPY --form=b x y', 2, 'unknown flag: --form', '--form=b'],
    [
      'FROM a AS 1',
      1,
      'invalid name for build stage: "1", name can\'t start with a number or contain symbols',
      '1',
    ],
    [
      'FROM a\nCOPY x',
      2,
      'COPY requires at least two arguments, but only one was provided. Destination could not be determined',
      'COPY x',
    ],
    [
      'FROM a\nHEALTHCHECK --interval=1us CMD x',
      2,
      'Interval "interval" cannot be less than 1ms',
      '--interval=1us',
    ],
    [
      'FROM a\nHEALTHCHECK --retries=-1 CMD x',
      2,
      '--retries cannot be negative (-1)',
      '--retries=-1',
    ],
    ['FROM a\nSTOPSIGNAL NONE', 2, 'invalid signal: NONE', 'NONE'],
    ['FROM a\nEXPOSE 70000', 2, 'invalid containerPort: 70000', '70000'],
    [
      'FROM a\nEXPOSE 80/http',
      2,
      'invalid port: "80/http": invalid proto: http',
      '80/http',
    ],
    [
      'FROM a\nADD --checksum=sha256:0 https://b/c /d',
      2,
      'invalid checksum digest length',
      '--checksum=sha256:0',
    ],
    [
      'FROM a\nCOPY https://b/c /d',
      2,
      "source can't be a URL for COPY",
      'https://b/c',
    ],
    [
      'FROM a\nCOPY git@b.c:d /e',
      2,
      "source can't be a git ref for COPY",
      'git@b.c:d',
    ],
    [
      'FROM a\nCOPY --link --chown=me x y',
      2,
      "--chown=me: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead",
      '--chown=me',
    ],
    [
      'FROM a\nCOPY --chmod=999 x y',
      2,
      "invalid chmod parameter: '999'. it should be octal string and between 0 and 07777",
      '--chmod=999',
    ],
    [
      'FROM a\nRUN --mount=type=cash x',
      2,
      'unsupported mount type "cash"',
      '--mount=type=cash',
    ],
    [
      'FROM a\nRUN --mount=type=cache x',
      2,
      'invalid mount target "/"',
      '--mount=type=cache',
    ],
    [
      'FROM a\nRUN --mount=type=secret,from=b,id=c x',
      2,
      'secret mount should not have a from',
      '--mount=type=secret,from=b,id=c',
    ],
    [
      'FROM a\nRUN --network=off x',
      2,
      'invalid network mode "off"',
      '--network=off',
    ],
    [
      'FROM a AS b\nCOPY --from=b x y',
      2,
      'circular dependency detected on stage: b',
      '--from=b',
    ],
    [
      'FROM a AS b\nCOPY --from=c x y\nFROM a AS c',
      2,
      'cannot copy from stage "c", it needs to be defined before current stage',
      '--from=c',
    ],
    ['FROM a\nCOPY --from=7 x y', 2, 'invalid stage index 7', '--from=7'],
    [
      'FROM a\nCOPY --from=$B x y',
      2,
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
      '--from=$B',
    ],
    [
      'FROM A:',
      1,
      'failed to parse stage name "A:": invalid reference format: repository name (library/A) must be lowercase',
      'A:',
    ],
    [
      'FROM a\nENV A="',
      2,
      'failed to process "\\"": unexpected end of statement while looking for matching double-quote',
      '"',
    ],
    [
      'FROM --platform=a/b/c/d a',
      1,
      'failed to parse platform a/b/c/d',
      '--platform=a/b/c/d',
    ],
    [
      'FROM --platform=windows/amd64 a\nWORKDIR D:/x',
      2,
      'The specified path is not on the system drive (C:)',
      'D:/x',
    ],
    [
      'FROM a\nVOLUME /a \u00a0""',
      2,
      'VOLUME specified can not be an empty string',
      '\u00a0""',
    ],
    [
      'FROM a\nADD https://[::1]:80/b.git?ref=v#m /',
      2,
      'ref conflicts: "m" vs "v"',
      'https://[::1]:80/b.git?ref=v#m',
    ],
    [
      'FROM a\nADD github.com/b/c?d=e /',
      2,
      'unexpected query "d"',
      'github.com/b/c?d=e',
    ],
    [
      'FROM a AS b\nRUN --mount=type=cache,target=/c x\nFROM c AS scratch\nFROM b',
      2,
      'cannot mount from stage "scratch", stage needs to be defined before current command',
      '--mount=type=cache,target=/c',
    ],
  ])('%j', (text, line, message, place) => {
    const [refusal] = build(text).refusals;
    expect(refusal).toMatchObject({ line, message });
    expect(text.slice(refusal!.start, refusal!.end)).toBe(place);
  });

  it('change nothing', () => {
    const { state } = last('FROM scratch\nSTOPSIGNAL FOO\nVOLUME $V');
    expect(state.stopSignal).toBeUndefined();
    expect(state.volumes).toEqual([]);
  });

  it('name the variables that they depend on', () => {
    const { refusals } = build('ARG I\nFROM $I');
    expect(refusals).toMatchObject([
      { message: 'base name ($I) should not be blank', assumes: ['I'] },
    ]);
  });

  it('leave the rest of the file usable', () => {
    const { stages, refusals } = build(
      'FROM a\nFOO\nCOPY x\nUSER 7\nRUN --x y',
    );
    expect(refusals.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(stages[0]!.state.user?.value.value).toBe('7');
    expect(stages[0]!.steps).toHaveLength(4);
  });

  it.each([
    [
      'a mount without a source, unless of a cache, takes no stage',
      'FROM a AS b\nRUN --mount=type=ssh x\nFROM c AS scratch\nFROM b',
      [],
    ],
    [
      'of ONBUILD with a byte-order mark alone',
      'FROM a AS b\nONBUILD \uFEFF\nFROM b',
      [3],
    ],
    [
      'of ONBUILD with a byte-order mark before no keyword',
      'FROM a AS b\nONBUILD \uFEFFx\nFROM b',
      [3],
    ],
    [
      'of ONBUILD with a byte-order mark, which BuildKit drops, are none',
      'FROM a AS b\nONBUILD \uFEFFUSER 1\nFROM b',
      [],
    ],
    ...['}', '[::1', '[1]', 'b:8:8', 'b:x', '%41', 'b@c%d@e'].map(
      host =>
        [
          `are none for a host that Go does not know, ${host}`,
          `FROM a\nADD http://${host}/.git?ref=v#m /`,
          [],
        ] as [string, string, number[]],
    ),
  ])('%s', (_, text, lines) => {
    expect(build(text).refusals.map(({ line }) => line)).toEqual(lines);
  });

  it('are none for what a real build takes', () => {
    const { refusals } = build(
      [
        'FROM --platform=$BUILDPLATFORM golang:1 AS build',
        'ARG TARGETOS TARGETARCH',
        'RUN --mount=type=cache,target=/go/pkg,sharing=locked,uid=1000 --network=none go build',
        `ADD --checksum=sha256:${'0'.repeat(64)} https://example.com/a /a`,
        'ADD https://github.com/a/b.git#main:sub /b',
        'FROM scratch',
        'COPY --from=build --chown=65532:65532 --chmod=u=rwX,go=rX --link /a /a',
        'COPY <<EOF <<"RAW" /etc/',
        '$HOME ${A:-b}',
        'EOF',
        '${',
        'RAW',
        'HEALTHCHECK --interval=1m30s --timeout=0.5s --retries=3 CMD ["/a"]',
        'EXPOSE 80 443/tcp 8000-8010/udp',
        'STOPSIGNAL SIGRTMIN+3',
      ].join('\n'),
    );
    expect(refusals).toEqual([]);
  });
});

function rangesOf(script: StepScript | undefined): TextRange[] {
  if (!script || script.dialect === 'unknown') return [];
  if ('names' in script) return [...script.names];
  return script.commands.flatMap(command => [
    command,
    ...(command.name ? [command.name] : []),
    ...command.args,
    ...command.redirects,
    ...command.assignments,
  ]);
}

const PIECES = [
  'FROM a AS b\n',
  'FROM b\n',
  'FROM scratch\n',
  'FROM $A\n',
  'ARG A=',
  'ARG A\n',
  'ENV A=$A$A\n',
  'ENV A=1\n',
  'COPY --from=b x y\n',
  'COPY --from=0 x y\n',
  'COPY --link --chown=',
  'RUN --mount=type=cache,target=/x,',
  'RUN --mount=',
  'RUN <<EOF\nx\nEOF\n',
  'EXPOSE 80',
  'STOPSIGNAL ',
  'WORKDIR x\n',
  'ONBUILD USER 1\n',
  'SHELL ["cmd"]\n',
  'SHELL ["powershell"]\n',
  'RUN a && b | c\n',
  'CMD ["sh","-c","x"]\n',
  'ADD https://x',
  'ADD git@a.b:c?ref=d',
  'VOLUME ',
  '\\\n',
];

it(`resolves ${FUZZ_RUNS} hostile files without throwing`, () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), text => {
      const { stages, refusals } = build(text);
      for (const { line } of refusals) expect(line).toBeGreaterThan(0);
      const ranges = stages
        .flatMap(stage => stage.steps)
        .flatMap(step => rangesOf(step.script));
      for (const { start, end } of [...ranges, ...refusals]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: FUZZ_RUNS },
  );
});

// A pattern with a repeated choice throws for these: each turn takes stack.
it.each([
  ['a host', (n: number) => `ADD http://${'a'.repeat(n)}/.git /`],
  [
    'a user of an address',
    (n: number) => `ADD http://${'a'.repeat(n)}@b/.git /`,
  ],
  ['a zone', (n: number) => `ADD http://[::1%25${'a'.repeat(n)}]/.git /`],
  ['an exec form', (n: number) => `CMD ["${'\\\\n'.repeat(n / 3)}"]`],
])('does not throw for 20 MB of %s', (_, write) => {
  const line = write(20_000_000).replace(/[^]{30000}/g, '$&\\\n');
  expect(() => build(`FROM a\n${line}`)).not.toThrow();
});

describe('takes time linear in the size of', () => {
  it.each([
    ['stages', (n: number) => 'FROM a\n'.repeat(n)],
    [
      'stages that build on each other',
      (n: number) => chain(n, i => `FROM s${i - 1} AS s${i}\nENV A${i}=1\n`),
    ],
    [
      'stages that copy from each other',
      (n: number) =>
        chain(n, i => `FROM a AS s${i}\nCOPY --from=s${i - 1} x y\n`),
    ],
    [
      'stages that wait for the next',
      (n: number) =>
        chain(n, i => `FROM a AS s${i}\nCOPY --from=s${i + 1} x y\n`),
    ],
    [
      'stages over one with many variables',
      (n: number) =>
        `FROM a AS b\n${chain(n, i => `ENV A${i}=1\n`)}${'FROM b\n'.repeat(n)}`,
    ],
    [
      'variables',
      (n: number) => `FROM a\n${chain(n, i => `ENV A${i}=$A${i - 1}x\n`)}`,
    ],
    [
      'variables that double',
      (n: number) => `FROM a\nENV A=x\n${'ENV A=$A$A\n'.repeat(n)}`,
    ],
    ['copies', (n: number) => `FROM a\n${'COPY a b\n'.repeat(n)}`],
    [
      'mounts',
      (n: number) =>
        `FROM a AS b\nFROM a\n${'RUN --mount=from=b,target=/x y\n'.repeat(n)}`,
    ],
    [
      'triggers',
      (n: number) => `FROM a AS b\n${'ONBUILD USER 1\n'.repeat(n)}FROM b`,
    ],
    [
      'stages over one with many triggers',
      (n: number) =>
        `FROM a AS b\n${'ONBUILD USER 1\n'.repeat(n)}${'FROM b\n'.repeat(n)}`,
    ],
    [
      'mounts of one RUN',
      (n: number) => `FROM a\nRUN ${'--mount=target=/x \\\n'.repeat(n)} y`,
    ],
    [
      'names of one COPY',
      (n: number) => `FROM a\nCOPY ${'a \\\n'.repeat(n)} b`,
    ],
  ])('%s', (_, make) => {
    expectLinear(
      n => parseDockerfile(make(n)),
      dockerfile => resolveBuild(dockerfile),
    );
  });
});

function chain(length: number, line: (index: number) => string): string {
  let text = '';
  for (let index = 1; index <= length; index++) text += line(index);
  return text;
}
