// SPDX-License-Identifier: Apache-2.0

/** A program that runs another one, which a reader means. */
export interface Launcher {
  /** Words of its own; what follows them is run. */
  readonly verbs: readonly string[];
  /** Its options that take a value. */
  readonly valueOptions: ReadonlySet<string>;
}

/**
 * Programs of the language ecosystems that find another program and run it.
 *
 * Source: the command line references of the tools.
 * Basis: knowledge, 2026-11-21.
 */
export function launcher(program: string): Launcher | undefined {
  return LAUNCHERS.get(program);
}

function row(verbs: string, valueOptions: string): Launcher {
  return {
    verbs: verbs.split(' '),
    valueOptions: new Set(valueOptions.split(' ')),
  };
}

/** Without a verb: it runs what follows at once. */
const AT_ONCE = '';

const LAUNCHERS: ReadonlyMap<string, Launcher> = new Map([
  ['npx', row(AT_ONCE, '-p --package')],
  ['bunx', row(AT_ONCE, '-p --package')],
  ['pnpx', row(AT_ONCE, '--package')],
  ['uvx', row(AT_ONCE, '--from --with -p --python')],
  ['corepack', row(AT_ONCE, '')],
  ['cross-env', row(AT_ONCE, '')],
  ['cross-env-shell', row(AT_ONCE, '')],
  ['dotenv', row(AT_ONCE, '-e')],
  ['xvfb-run', row(AT_ONCE, '-e -n -s --server-args')],
  ['ccache', row(AT_ONCE, '')],
  ['sccache', row(AT_ONCE, '')],
  ['php', row(AT_ONCE, '-d -c')],
  ['python', row('-m', '-W -X')],
  ['pypy', row('-m', '-W -X')],
  ['npm', row('exec x', '-p --package --prefix -w --workspace')],
  ['pnpm', row('exec dlx', '-C --dir --filter -F')],
  ['yarn', row('exec dlx', '--cwd -p --package')],
  ['bun', row('x', '--cwd')],
  ['bundle', row('exec', '')],
  ['poetry', row('run', '-C --directory')],
  ['pipenv', row('run', '')],
  ['pdm', row('run', '-p --project')],
  ['hatch', row('run', '-e --env')],
  [
    'uv',
    row('run', '--with --extra --group --project --directory -p --python'),
  ],
  ['conda', row('run', '-n --name -p --prefix')],
  ['mamba', row('run', '-n --name -p --prefix')],
  ['micromamba', row('run', '-n --name -p --prefix')],
]);
