// SPDX-License-Identifier: Apache-2.0

/**
 * What holds the history of a repository, and the access to its remotes.
 *
 * Source: the layout of repositories in the manuals of Git and Mercurial.
 * Basis: knowledge, 2026-11-21.
 */
export const GIT_HISTORY: readonly string[] = [
  '.git/config',
  '.git/objects/pack',
];

/** The same of Mercurial. */
export const MERCURIAL_HISTORY: readonly string[] = ['.hg/hgrc', '.hg/store'];

/** Files about a repository that no image needs. */
export const REPOSITORY_FILES: readonly string[] = [
  '.gitattributes',
  '.github',
  '.gitignore',
  '.gitmodules',
];

/** Where secrets usually lie beside code, whether or not they are there. */
export const USUAL_SECRETS = {
  environment: ['.env', '.env.local', '.env.production'],
  keys: ['id_rsa', 'server.key', 'server.pem'],
  credentials: ['.aws/credentials', '.npmrc', 'kubeconfig', 'secrets/password'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
