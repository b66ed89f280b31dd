// SPDX-License-Identifier: Apache-2.0

/** A command that stores or uses the login of a registry or a repository. */
export interface RegistryLogin {
  readonly program: string;
  /** The words behind the program, joined by blanks, options included. */
  readonly words: RegExp;
  /** What it logs in to, or with. */
  readonly label: string;
  /** The file in which it keeps what it is given. */
  readonly file: string;
}

/**
 * The command of a package manager that takes a login as an argument; undefined
 * for other programs.
 *
 * Source: the manuals of the programs.
 * Basis: knowledge, 2026-11-21.
 */
export function registryLogin(program: string): RegistryLogin | undefined {
  return LOGINS.get(program);
}

const REGISTRY_LOGINS: readonly RegistryLogin[] = [
  {
    program: 'npm',
    words: /^(?:config )?set .*(?:_authToken|_auth|_password)\b/,
    label: 'a login of npm',
    file: '.npmrc',
  },
  {
    program: 'pnpm',
    words: /^(?:config )?set .*(?:_authToken|_auth|_password)\b/,
    label: 'a login of pnpm',
    file: '.npmrc',
  },
  {
    program: 'yarn',
    words: /^config set .*(?:npmAuthToken|npmAuthIdent|_authToken)\b/,
    label: 'a login of Yarn',
    file: '.yarnrc.yml',
  },
  {
    program: 'composer',
    words:
      /^config .*(?:http-basic|github-oauth|gitlab-(?:oauth|token)|bearer)\b/,
    label: 'a login of Composer',
    file: 'auth.json',
  },
  {
    program: 'poetry',
    words: /^config .*(?:http-basic|pypi-token)\b/,
    label: 'a login of Poetry',
    file: 'auth.toml',
  },
  {
    program: 'bundle',
    words: /^config (?:set )?(?:--\w+ )*[\w.-]+\.[a-z]+ \S/,
    label: 'a login of Bundler',
    file: '.bundle',
  },
  {
    program: 'cargo',
    words: /^login \S/,
    label: 'a login of Cargo',
    file: 'credentials.toml',
  },
  {
    program: 'dotnet',
    words: /^nuget (?:add|update) source .*(?:--password|-p)\b/,
    label: 'a login of NuGet',
    file: 'NuGet.Config',
  },
  {
    program: 'nuget',
    words: /^sources? (?:add|update) .*-password\b/i,
    label: 'a login of NuGet',
    file: 'NuGet.Config',
  },
  {
    program: 'pip',
    words: /^config .*\bset .*:\/\/[^/@]*@/,
    label: 'a login of pip',
    file: 'pip.conf',
  },
  {
    program: 'git',
    words: /^config .*:\/\/[^/@]*@/,
    label: 'a login of Git',
    file: '.gitconfig',
  },
];

const LOGINS: ReadonlyMap<string, RegistryLogin> = new Map(
  REGISTRY_LOGINS.map(login => [login.program, login]),
);

/** Programs that fetch from repositories by their addresses. */
export const REPOSITORY_CLIENTS: ReadonlySet<string> = new Set([
  'git',
  'pip',
  'npm',
  'yarn',
  'pnpm',
  'go',
  'cargo',
  'composer',
  'poetry',
  'uv',
]);
