// SPDX-License-Identifier: Apache-2.0
import type { SourceAddress } from '@plimsoll/plugin-hardening-node';

/** The kinds of hosts whose addresses are understood. */
export type HostKind =
  | 'azure'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'gitea'
  | 'github'
  | 'gitlab';

/**
 * Splits the address of a folder, or of a file, as people copy it from the page
 * of a host, into repository, branch and path.
 *
 * @returns undefined for any other address
 */
export function locateTree(
  kind: HostKind,
  address: string,
): SourceAddress | undefined {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const segments = segmentsOf(url.pathname);
  const parts = segments && SPLITTERS[kind](segments, url.searchParams);
  if (!parts) return undefined;
  const { repository, ref, path } = parts;
  if (repository.length < 2 || path.some(isUnclean)) return undefined;
  const root = `${url.origin}/${join(repository)}`;
  const tree = TREES[kind](root, ref);
  return tree === undefined
    ? undefined
    : { tree, repository: root, path: path.join('/') };
}

interface Parts {
  /** Segments of its page. */
  readonly repository: readonly string[];
  /** Undefined for the default branch. */
  readonly ref: string | undefined;
  readonly path: readonly string[];
}

type Splitter = (
  segments: readonly string[],
  query: URLSearchParams,
) => Parts | undefined;

const PAGES = new Set(['tree', 'blob', 'raw', 'edit', 'src', 'browse']);

/** `owner/name/page/ref/path`. */
const splitSimple: Splitter = ([owner, name, page, ref, ...path]) => {
  if (!owner || !name || (page !== undefined && !PAGES.has(page))) {
    return undefined;
  }
  return { repository: [owner, withoutGit(name)], ref, path };
};

const SPLITTERS: Readonly<Record<HostKind, Splitter>> = {
  github: splitSimple,
  bitbucketCloud: splitSimple,

  // `owner/name/src/branch/ref/path`, without which it is read by no reader.
  gitea: ([owner, name, page, kind, ref, ...path]) =>
    owner && name && page === 'src' && kind === 'branch' && ref
      ? { repository: [owner, name], ref, path }
      : undefined,

  // `group/…/name/-/tree/ref/path`, in old addresses without the dash.
  gitlab: segments => {
    const dash = segments.indexOf('-');
    const page =
      dash >= 0
        ? dash
        : segments.findIndex((one, at) => at > 1 && PAGES.has(one));
    if (page < 0)
      return { repository: ungit(segments), ref: undefined, path: [] };
    const [name, ref, ...path] = segments.slice(dash >= 0 ? page + 1 : page);
    if (!name || !PAGES.has(name)) return undefined;
    return { repository: segments.slice(0, page), ref, path };
  },

  // `projects/KEY/repos/name/browse/path?at=ref`, below any prefix.
  bitbucketServer: (segments, query) => {
    const start = segments.lastIndexOf('repos') - 2;
    const [owners, , , name, page, ...path] = segments.slice(start);
    const isOwned = owners === 'projects' || owners === 'users';
    if (start < 0 || !isOwned || !name) return undefined;
    if (page !== undefined && !PAGES.has(page)) return undefined;
    const repository = segments.slice(0, start + 4);
    return { repository, ref: query.get('at') ?? undefined, path };
  },

  // `owner/project/_git/name?path=/path&version=GBref`, the project at times
  // left out, and on servers below a collection.
  azure: (segments, query) => {
    const git = segments.indexOf('_git');
    if (git < 1 || segments.length !== git + 2) return undefined;
    const path = (query.get('path') ?? '').split('/').filter(Boolean);
    const ref = query.get('version') ?? undefined;
    const isBranchOrTag = ref === undefined || /^G[BT]./.test(ref);
    return isBranchOrTag ? { repository: segments, ref, path } : undefined;
  },
};

/** Addresses of roots that the readers of Backstage understand. */
const TREES: Readonly<
  Record<HostKind, (root: string, ref?: string) => string | undefined>
> = {
  github: (root, ref) =>
    ref ? `${root}/tree/${encodeURIComponent(ref)}` : root,
  gitlab: (root, ref) =>
    ref ? `${root}/-/tree/${encodeURIComponent(ref)}` : root,
  bitbucketCloud: (root, ref) =>
    ref ? `${root}/src/${encodeURIComponent(ref)}` : root,
  bitbucketServer: (root, ref) =>
    `${root}/browse${ref ? `?at=${encodeURIComponent(ref)}` : ''}`,
  azure: (root, ref) =>
    `${root}${ref ? `?version=${encodeURIComponent(ref)}` : ''}`,
  gitea: (root, ref) =>
    ref === undefined
      ? undefined
      : `${root}/src/branch/${encodeURIComponent(ref)}`,
};

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** Undefined where one is no text. */
function segmentsOf(pathname: string): string[] | undefined {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function isUnclean(segment: string): boolean {
  return segment === '.' || segment === '..' || /[/\0]/.test(segment);
}

function join(segments: readonly string[]): string {
  return segments.map(encodeURIComponent).join('/');
}

function ungit(segments: readonly string[]): string[] {
  return segments.map((one, at) =>
    at === segments.length - 1 ? withoutGit(one) : one,
  );
}

function withoutGit(name: string): string {
  return name.replace(/\.git$/, '');
}
