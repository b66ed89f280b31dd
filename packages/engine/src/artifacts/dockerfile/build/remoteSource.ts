// SPDX-License-Identifier: Apache-2.0
import { parseBoolean } from './goValues.ts';

/** A source of ADD that is no path: something to download. */
export interface RemoteSource {
  readonly kind: 'git' | 'http';
  /** Why BuildKit refuses the address. */
  readonly error?: string | undefined;
  /** The commit that a Git address names in its query. */
  readonly checksum?: string | undefined;
  /** What the query says about the .git folder. */
  readonly keepGitDir?: boolean | undefined;
}

/**
 * Tells remote sources from paths as BuildKit does: any address of Git or SSH,
 * `user@host:path`, and of HTTP those that end in `.git` are repositories; the
 * rest of HTTP are files.
 *
 * @returns undefined for a path
 */
export function parseRemoteSource(source: string): RemoteSource | undefined {
  if (/^\.\.?\//.test(source)) return undefined;
  const isHttp = /^https?:\/\//.test(source);
  const scheme = /^([a-zA-Z0-9]+):\/\//.exec(source)?.[1]!.toLowerCase();
  const address = scheme === undefined ? parseScp(source) : parseUrl(source);
  const isRepository =
    address !== undefined &&
    (scheme === undefined ||
      scheme === 'git' ||
      scheme === 'ssh' ||
      (/^https?$/.test(scheme) && address.path.endsWith('.git')));
  if (!isRepository) return isHttp ? { kind: 'http' } : undefined;
  return readQuery(address);
}

interface Address {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

function parseScp(source: string): Address | undefined {
  const match =
    /^[a-zA-Z0-9\-_]+@[a-zA-Z0-9\-.]+:([^\n]*?)(?:\?([^\n]*?))?(?:#([^\n]*))?$/.exec(
      source,
    );
  if (!match) return undefined;
  return { path: match[1]!, query: match[2] ?? '', fragment: match[3] ?? '' };
}

function parseUrl(source: string): Address | undefined {
  const match =
    /^[^:]+:\/\/(?:([^/?#]*)@)?[^/?#]*([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(
      source,
    );
  // Go takes no control characters, and broken percent signs in queries only.
  if (!match || /[\0-\x1f\x7f]/.test(source)) return undefined;
  const [, user = '', path = '', query = '', fragment = ''] = match;
  if (!/^[\w.~!$&'()*+,;=:%@-]*$/.test(user)) return undefined;
  if (/%(?![0-9A-Fa-f]{2})/.test(path + fragment)) return undefined;
  return { path, query, fragment };
}

const SWITCHES = new Set(['submodules', 'keep-git-dir', 'fetch-by-commit']);
const KEYS = new Set([
  ...SWITCHES,
  'ref',
  'tag',
  'branch',
  'subdir',
  'checksum',
  'commit',
  'mtime',
]);

function readQuery(address: Address): RemoteSource {
  const query = readParameters(address.query);
  const names = new Set(query.keys());
  let checksum: string | undefined;
  for (const name of names) {
    const error = checkParameter(name, query.getAll(name));
    if (error !== undefined) return { kind: 'git', error };
    if (name === 'checksum' || name === 'commit') {
      checksum = query.get(name) ?? undefined;
    }
  }
  const keep = query.get('keep-git-dir');
  return {
    kind: 'git',
    error: checkReferences(address, query),
    checksum,
    keepGitDir: keep === null ? undefined : keep === '' || parseBoolean(keep),
  };
}

/** Go drops a parameter with a semicolon or a broken percent sign. */
function readParameters(query: string): URLSearchParams {
  const sound = query
    .split('&')
    .filter(parameter => !/;|%(?![0-9A-Fa-f]{2})/.test(parameter));
  return new URLSearchParams(sound.join('&'));
}

function checkParameter(
  name: string,
  values: readonly string[],
): string | undefined {
  const [value = ''] = values;
  if (values.length > 1) return `query "${name}" has multiple values`;
  if (value === '' && !SWITCHES.has(name)) {
    return `query "${name}" has no value`;
  }
  if (!KEYS.has(name)) return `unexpected query "${name}"`;
  if (SWITCHES.has(name) && value && parseBoolean(value) === undefined) {
    return `invalid ${name} value: "${value}"`;
  }
  if (name === 'mtime' && value !== 'checkout' && value !== 'commit') {
    return `invalid mtime value: "${value}" (must be "checkout" or "commit")`;
  }
  return undefined;
}

/** A reference may be given in four ways, but only once. */
function checkReferences(
  { fragment }: Address,
  query: URLSearchParams,
): string | undefined {
  const [reference = '', folder = ''] = fragment.split(/:(.*)/s);
  const subdir = query.get('subdir');
  const given = folder.replace(/^\/+|\/+$/g, '');
  if (subdir && given && subdir !== given) {
    return `subdir conflicts: "${given}" vs "${subdir}"`;
  }
  const tag = query.get('tag');
  const branch = query.get('branch');
  if (tag && branch) return 'branch conflicts with tag';
  let current = reference;
  for (const wanted of [
    query.get('ref'),
    tag && prefixed(tag, 'refs/tags/'),
    branch && prefixed(branch, 'refs/heads/'),
  ]) {
    if (!wanted) continue;
    if (current && current !== wanted) {
      return `ref conflicts: "${current}" vs "${wanted}"`;
    }
    current = wanted;
  }
  return undefined;
}

function prefixed(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name : prefix + name;
}
