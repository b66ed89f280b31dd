// SPDX-License-Identifier: Apache-2.0

import {
  type DockerfileScope,
  flag,
  heredoc,
  image,
  jsonArray,
  path,
  variable,
  variableNames,
  word,
  words,
} from './dockerfileParts.ts';

/** One instruction: its first line, then the lines of its heredocs. */
type InstructionLines = [string, ...string[]];

type Writer = (scope: DockerfileScope) => InstructionLines;

const mountOptions: Readonly<Record<string, readonly string[]>> = {
  bind: [
    'source=.',
    'src=a/b',
    'from=0',
    'from=base',
    'from=alpine',
    'rw',
    'readonly=false',
  ],
  cache: [
    'id=npm',
    'sharing=locked',
    'sharing=private',
    'mode=0755',
    'uid=1000',
    'gid=1000',
    'from=base',
    'source=/x',
    'ro',
  ],
  tmpfs: ['size=64m', 'size=1.5g', 'size=10'],
  secret: [
    'id=token',
    'src=a',
    'env=TOKEN',
    'required',
    'required=true',
    'mode=0400',
  ],
  ssh: ['id=default', 'required', 'uid=0'],
};

const badMountOptions: readonly string[] = [
  'type',
  'type=',
  'type=volume',
  'type=Bind',
  'sharing=none',
  'size=x',
  'size=-1',
  'mode=9',
  'uid=-1',
  'readonly=maybe',
  'rw=1',
  'required=2',
  'from=$A',
  'from=${A}',
  'from=$',
  'from=missing',
  'from=7',
  'from=Alpine',
  'target=',
  'target=$A',
  'target=/',
  'target=.',
  'TARGET=/y',
  'nokey',
  'x=y',
  '',
  '"target=/a,b"',
  "'target=/a'",
  '"a',
  'id=a b',
  'env=',
  'id=${unset:?x}',
  'from=base',
  'source=x',
  'sharing=locked',
  'size=1',
  'mode=0755',
  'uid=0',
  'gid=0',
  'gid=x',
  'rw=maybe',
];

function mount(scope: DockerfileScope): string {
  const { random, wildness } = scope;
  const type = random.pick(Object.keys(mountOptions));
  const options = [
    ...(type === 'bind' && random.chance(0.5) ? [] : [`type=${type}`]),
    ...(random.chance(type === 'secret' || type === 'ssh' ? 0.3 : 0.95)
      ? [`${random.pick(['target', 'dst', 'destination'])}=/m`]
      : []),
    ...random.several(0, 2, () => random.pick(mountOptions[type] ?? [''])),
    ...(random.chance(wildness) ? [random.pick(badMountOptions)] : []),
  ];
  if (random.chance(wildness / 2)) {
    options.reverse();
  }
  return flag(scope, `--mount=${options.join(',')}`);
}

function flags(
  scope: DockerfileScope,
  choices: readonly string[],
  usual: number,
): string {
  const { random, wildness } = scope;
  if (!random.chance(usual)) {
    return '';
  }
  const gap = random.chance(0.05) ? '\t' : ' ';
  const first = random.pick(choices);
  const others = random.chance(0.3)
    ? choices.filter(
        choice =>
          random.chance(wildness / 4) || nameOf(choice) !== nameOf(first),
      )
    : [];
  return [first, ...(others.length > 0 ? [random.pick(others)] : [])]
    .map(choice => `${flag(scope, choice)}${gap}`)
    .join('');
}

function nameOf(written: string): string {
  return written.split('=')[0] ?? '';
}

function sources(scope: DockerfileScope): string {
  return scope.random.several(1, 2, () => path(scope)).join(' ');
}

/** Arguments for one of the instructions that know a JSON form. */
function commandLine(scope: DockerfileScope): string {
  const { random } = scope;
  return random.chance(0.45) ? jsonArray(scope) : words(scope, 0, 5);
}

function writeFrom(scope: DockerfileScope): InstructionLines {
  const { random, wildness, stages } = scope;
  const platform = flags(
    scope,
    [
      '--platform=linux/amd64',
      '--platform=$BUILDPLATFORM',
      '--platform=${TARGETPLATFORM}',
      '--platform=linux/arm64/v8',
      '--platform=windows/amd64',
      ...(random.chance(wildness)
        ? [
            '--platform=x',
            '--platform=a/b/c/d',
            '--platform=$unset',
            '--platform=${A:?}',
            '--platform=linux(+x)',
            '--platform=windows(10.0)/amd64',
            '--platform=linux/AMD64',
          ]
        : []),
    ],
    0.2,
  );
  const base = image(scope);
  let name = '';
  if (random.chance(0.6)) {
    const as = random.chance(wildness / 5)
      ? random.pick(['As', 'aS', 'AZ', '', 'A\u017f'])
      : random.pick(['AS', 'AS', 'as']);
    const stage = random.chance(wildness / 3)
      ? random.pick([
          'Base',
          '0',
          '1a',
          'a b',
          'a_b.c-d',
          '-a',
          'é',
          'context',
          'scratch',
          '\u212a',
          'alpine',
          '${A}',
          'a\u2028',
        ])
      : random.pick(['base', 'build', 'a', 'final']);
    name = ` ${as} ${stage}`;
    stages.push(stage.toLowerCase());
  }
  return [`FROM ${platform}${base}${name}`];
}

function writeRun(scope: DockerfileScope): InstructionLines {
  const { random } = scope;
  const options = random.chance(0.3)
    ? random
        .several(1, 2, () =>
          random.chance(0.75)
            ? mount(scope)
            : flag(
                scope,
                random.pick([
                  '--network=none',
                  '--network=host',
                  '--network=default',
                  '--network=x',
                  '--security=insecure',
                  '--security=sandbox',
                  '--security=x',
                  '--device=vendor.com/a=b',
                  '--device=name=a,required',
                  '--device=x=,required=maybe',
                  '--device=a,b',
                  '--device="a',
                  '--device=name=a,name=b',
                  '--device=name=a,x=y',
                ]),
              ),
        )
        .join(' ')
    : '';
  if (!random.chance(0.3)) {
    return [`RUN ${options}${options && ' '}${commandLine(scope)}`];
  }
  const documents = random.several(1, random.chance(0.2) ? 3 : 1, () =>
    heredoc(scope),
  );
  const openings = documents.map(({ opening }) =>
    random.chance(0.3) ? `cat ${opening} > /x` : opening,
  );
  return [
    `RUN ${options}${options && ' '}${openings.join(
      random.pick([' ', ' && ', ' | ']),
    )}`,
    ...documents.flatMap(({ body }) => body),
  ];
}

function stageReference(scope: DockerfileScope): string {
  const { random, wildness, stages } = scope;
  if (random.chance(wildness)) {
    return random.pick([
      '-1',
      '9',
      '00',
      '+1',
      '0x0',
      'missing',
      'Alpine',
      '$A',
      '${A:-a}',
      '$',
      "'a'",
      '',
      'a b',
      'context',
      'scratch',
      '1e1',
      '9223372036854775808',
    ]);
  }
  if (stages.length > 0 && random.chance(0.5)) {
    return random.pick(stages);
  }
  return random.pick(['0', '1', 'alpine', 'nginx:1.27', 'build', 'BASE']);
}

/** One parameter of a Git URL. */
function query({ random }: DockerfileScope): string {
  return random.pick([
    'ref=v1',
    'ref=main',
    'ref=',
    'tag=v1',
    'tag=refs/tags/v1',
    'branch=main',
    'subdir=a',
    'subdir=/b',
    'checksum=e3b0c442',
    'commit=e3b0c442',
    'keep-git-dir',
    'keep-git-dir=0',
    'keep-git-dir=x',
    'submodules',
    'submodules=false',
    'submodules=x',
    'mtime=commit',
    'mtime=now',
    'fetch-by-commit',
    'fetch-by-commit=x',
    'a=%zz',
  ]);
}

function writeTransfer(keyword: 'ADD' | 'COPY'): Writer {
  return scope => {
    const { random, wildness } = scope;
    const common = [
      '--chown=1000:1000',
      '--chown=node',
      '--chmod=755',
      '--chmod=u=rwX,go=rX',
      '--link',
      '--link=true',
      '--link=false',
      '--exclude=*.md',
      ...(random.chance(wildness)
        ? [
            '--chmod=8',
            '--chmod=77777',
            '--chmod=+x',
            '--chmod=u+',
            '--chmod=$A',
            '--link=yes',
            '--chown=',
            '--exclude=',
            '--exclude=[',
          ]
        : []),
    ];
    const options =
      keyword === 'COPY'
        ? [
            ...common,
            `--from=${stageReference(scope)}`,
            `--from=${stageReference(scope)}`,
            '--parents',
          ]
        : [
            ...common,
            '--keep-git-dir=true',
            '--keep-git-dir',
            '--unpack',
            '--checksum=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
            '--checksum=sha256:aa',
            '--checksum=md5:a',
            '--checksum=${A}',
          ];
    const before = flags(scope, options, 0.4);
    if (random.chance(0.2)) {
      const documents = random.several(1, 2, () => heredoc(scope));
      const destination = random.chance(wildness)
        ? random.pick(['', '<<EOF', '$A'])
        : '/d/';
      return [
        `${keyword} ${before}${documents
          .map(({ opening }) => opening)
          .join(' ')} ${destination}`,
        ...documents.flatMap(({ body }) => body),
      ];
    }
    if (random.chance(0.2)) {
      return [`${keyword} ${before}${jsonArray(scope)}`];
    }
    const remote =
      random.chance(keyword === 'ADD' ? 0.4 : wildness / 2) &&
      random.pick([
        'https://example.com/a.tar.gz',
        'http://example.com/',
        'https://example.com/%zz',
        'https://example.com/repo.git',
        'https://example.com/repo.git#main:sub',
        'https://example.com/repo.git?ref=v1&subdir=a',
        'https://example.com/repo.git?x=y',
        `https://example.com/repo.git?${query(scope)}`,
        `https://example.com/repo.git?${query(scope)}&${query(scope)}`,
        `https://example.com/repo.git?${query(scope)}#main`,
        'git@example.com:a/b.git',
        'git://example.com/a#v1',
        'github.com/a/b',
        'ssh://git@example.com/a',
        'ftp://example.com/a',
      ]);
    return [
      `${keyword} ${before}${remote || sources(scope)} ${
        random.chance(wildness / 2) ? '' : path(scope)
      }`,
    ];
  };
}

function writeVariables(keyword: 'ENV' | 'LABEL'): Writer {
  return scope => {
    const { random, wildness } = scope;
    const name = () =>
      random.chance(wildness / 2)
        ? random.pick([
            '',
            '""',
            '"a b"',
            'a.b/c',
            'é',
            '1',
            '$A',
            "'",
            'a\\ b',
          ])
        : random.pick(
            keyword === 'ENV'
              ? variableNames
              : ['org.opencontainers.image.title', 'a', 'b.c', '"q r"'],
          );
    if (random.chance(0.3)) {
      return [
        `${keyword} ${name()}${random.pick([' ', '\t', '  '])}${words(
          scope,
          random.chance(wildness) ? 0 : 1,
          3,
        )}`,
      ];
    }
    const pair = () =>
      random.chance(wildness / 3)
        ? word(scope)
        : `${name()}=${random.chance(0.15) ? '' : word(scope)}`;
    return [`${keyword} ${random.several(1, 3, pair).join(' ')}`];
  };
}

function writeArg(scope: DockerfileScope): InstructionLines {
  const { random, wildness } = scope;
  const one = () => {
    const name = random.chance(wildness / 2)
      ? random.pick(['', '"A"', '$A', 'SOURCE_DATE_EPOCH', 'A B', '=x', 'é'])
      : random.pick(variableNames);
    return random.chance(0.6) ? `${name}=${word(scope)}` : name;
  };
  return [
    `ARG ${random.several(1, random.chance(0.2) ? 3 : 1, one).join(' ')}`,
  ];
}

function writeExpose(scope: DockerfileScope): InstructionLines {
  const { random, wildness } = scope;
  const port = () =>
    random.chance(wildness)
      ? random.pick([
          'x',
          '0',
          '65536',
          '-1',
          '80-',
          '90-80',
          '80/',
          '80/icmp',
          '80/tcp/udp',
          '127.0.0.1:80:80',
          '[::1]:80:80',
          '8080:80',
          '80-81:90-91',
          '80-81:90-92',
          '80:90-92',
          '[::1:80:80',
          '1.2.3:80:80',
          'a:b:c:d',
          '80:',
          ':80',
          '/tcp',
          '+80',
          '0x50',
          '1_0',
          '["80"]',
          '# c',
          word(scope),
        ])
      : random.pick([
          '80',
          '443/tcp',
          '53/udp',
          '8000-8010',
          '80/TCP',
          '${A:-80}',
          '$B',
          '9/sctp',
        ]);
  return [
    `EXPOSE ${random
      .several(random.chance(wildness / 2) ? 0 : 1, 2, port)
      .join(' ')}`,
  ];
}

function writeHealthcheck(scope: DockerfileScope): InstructionLines {
  const { random, wildness } = scope;
  const options = flags(
    scope,
    [
      '--interval=30s',
      '--timeout=1m30s',
      '--start-period=5s',
      '--start-interval=100ms',
      '--retries=3',
      '--retries=0',
      ...(random.chance(wildness)
        ? [
            '--interval=1us',
            '--interval=-1s',
            '--interval=0',
            '--interval=5',
            '--interval=.5h',
            '--interval=1d',
            '--interval=1e3s',
            '--interval=9999999999h',
            '--timeout=µs',
            '--timeout=5µs',
            '--retries=-1',
            '--retries=x',
            '--retries=9999999999',
            '--retries=+3',
            '--retries=',
          ]
        : []),
    ],
    0.5,
  );
  const type = random.chance(wildness)
    ? random.pick([
        '',
        'cmd',
        'none',
        'NONE x',
        'CMD-SHELL a',
        'CMD',
        'CMDà x',
        '["CMD"]',
        'NONE []',
        'None',
        'curl x',
      ])
    : random.pick(['NONE', `CMD ${commandLine(scope)}`, 'CMD curl -f x || y']);
  return [`HEALTHCHECK ${options}${type}`];
}

function writeOnbuild(scope: DockerfileScope): InstructionLines {
  const { random, wildness } = scope;
  if (random.chance(wildness / 2)) {
    return random.pick([
      ['ONBUILD'],
      ['ONBUILD '],
      ['ONBUILD ONBUILD RUN x'],
      ['ONBUILD FROM alpine'],
      ['ONBUILD MAINTAINER x'],
      ['ONBUILD from a'],
      ['ONBUILD FOO bar'],
      ['ONBUILD --x RUN y'],
      ['ONBUILD # c'],
      ['ONBUILD ["RUN","x"]'],
      ['ONBUILD onbuild ENV A=b'],
      ['ONBUILD\u00a0RUN x'],
    ]);
  }
  const [first, ...rest] = random.pick(Object.values(instructionWriters))(
    scope,
  );
  return [`ONBUILD ${first}`, ...rest];
}

function someWords(scope: DockerfileScope): string {
  return words(scope, scope.random.chance(scope.wildness) ? 0 : 1, 2);
}

function signal({ random, wildness }: DockerfileScope): string {
  return random.chance(wildness)
    ? random.pick(['0', '-9', '9 9', 'SIGFOO', '"9"', '', '65', '099', 'SIG'])
    : random.pick(['SIGTERM', '9', 'term', 'SIGRTMIN+3', '$A', 'SIGKILL']);
}

/** Writers of each instruction, by keyword; `''` is an unknown one. */
export const instructionWriters: Readonly<Record<string, Writer>> = {
  FROM: writeFrom,
  RUN: writeRun,
  COPY: writeTransfer('COPY'),
  ADD: writeTransfer('ADD'),
  ENV: writeVariables('ENV'),
  LABEL: writeVariables('LABEL'),
  ARG: writeArg,
  CMD: scope => [`CMD ${commandLine(scope)}`],
  ENTRYPOINT: scope => [`ENTRYPOINT ${commandLine(scope)}`],
  SHELL: scope => [
    `SHELL ${
      scope.random.chance(scope.wildness)
        ? words(scope, 0, 2)
        : jsonArray(scope)
    }`,
  ],
  EXPOSE: writeExpose,
  HEALTHCHECK: writeHealthcheck,
  ONBUILD: writeOnbuild,
  MAINTAINER: scope => [`MAINTAINER ${someWords(scope)}`],
  STOPSIGNAL: scope => [`STOPSIGNAL ${signal(scope)}`],
  USER: scope => [
    `USER ${scope.random.pick([
      'node',
      '1000',
      '1000:1000',
      'a:b',
      '$A',
      variable(scope),
      someWords(scope),
    ])}`,
  ],
  VOLUME: scope => [
    `VOLUME ${scope.random.chance(0.4) ? jsonArray(scope) : sources(scope)}`,
  ],
  WORKDIR: scope => [
    `WORKDIR ${scope.random.pick([
      '/app',
      'src',
      '$A',
      'C:\\x',
      '"/a b"',
      '/a b',
      path(scope),
      someWords(scope),
    ])}`,
  ],
  '': scope => [
    `${scope.random.pick([
      'FOO',
      'RUNN',
      'run\u200b',
      '-',
      '<<EOF',
      '&&',
      '"RUN"',
      '{',
      '\u00a0',
      '\ufeffRUN',
    ])} ${words(scope, 0, 2)}`,
  ],
};
