// SPDX-License-Identifier: Apache-2.0
import { cleanPath } from '../../../text/paths.ts';
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
  if (source.startsWith('github.com/')) {
    // For BuildKit it may be a folder, too, and yet its query has to be sound.
    const address = parseLocation(source);
    const remote = address && readQuery(address);
    return remote?.error === undefined ? undefined : remote;
  }
  if (!source.includes(':')) return undefined;
  const isHttp = /^https?:\/\//.test(source);
  const scheme = /^([a-zA-Z0-9]+):\/\//.exec(source)?.[1]!.toLowerCase();
  const address =
    scheme === undefined ? parseScp(source) : parseUrl(source, isHttp);
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
  const match = /^[\w-]+@[a-zA-Z0-9.-]+:/.exec(source);
  if (!match || source.includes('\n')) return undefined;
  return splitAddress(source.slice(match[0].length));
}

/** Path, query and fragment. */
function splitAddress(text: string): Address {
  const hash = text.indexOf('#');
  const location = hash < 0 ? text : text.slice(0, hash);
  const mark = location.indexOf('?');
  return {
    path: mark < 0 ? location : location.slice(0, mark),
    query: mark < 0 ? '' : location.slice(mark + 1),
    fragment: hash < 0 ? '' : text.slice(hash + 1),
  };
}

function parseUrl(source: string, isHttp: boolean): Address | undefined {
  const [, authority = '', rest = ''] = /^[^:]+:\/\/([^/?#]*)(.*)$/s.exec(
    source,
  )!;
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  if (NOT_IN_USER.test(user) || BROKEN_PERCENT.test(user)) return undefined;
  if (!isHost(authority.slice(at + 1), isHttp)) return undefined;
  return parseLocation(rest);
}

/** Go takes no control characters, and broken percent signs in queries only. */
function parseLocation(text: string): Address | undefined {
  if (/[\0-\x1f\x7f]/.test(text)) return undefined;
  const address = splitAddress(text);
  return BROKEN_PERCENT.test(address.path + address.fragment)
    ? undefined
    : address;
}

// These look for what must not be there. A pattern for all that may be would
// need memory for each character, and throw for a text of some megabytes.
const BROKEN_PERCENT = /%(?![\da-f]{2})/i;
const NOT_IN_USER = /[^\w.~!$&'()*+,;=:%@-]/;
const NOT_IN_HOST = /[^\w.~!$&'()*+,;=:\]<>"%\u0080-\uffff-]/;
/** In a host a percent sign stands for no ASCII character but itself. */
const BROKEN_HOST_PERCENT = /%(?!25|[89a-f][\da-f])/i;
/** Longer than any address. */
const MAX_ADDRESS_LENGTH = 64;

/** Whether Go takes it for a host and a port. */
function isHost(host: string, isHttp: boolean): boolean {
  if (host.includes('[')) return isIpLiteral(host);
  const colon = isHttp ? host.indexOf(':') : host.lastIndexOf(':');
  return (
    (colon < 0 || isPort(host.slice(colon))) &&
    !NOT_IN_HOST.test(host) &&
    !BROKEN_HOST_PERCENT.test(host)
  );
}

/** An address in brackets, with a zone and a port or without. */
function isIpLiteral(host: string): boolean {
  const end = host.lastIndexOf(']');
  if (host.lastIndexOf('[') > 0 || end < 0) return false;
  const inside = host.slice(1, end);
  const mark = inside.indexOf('%25');
  const address = mark < 0 ? inside : inside.slice(0, mark);
  const zone = mark < 0 ? undefined : inside.slice(mark + 3);
  return (
    isPort(host.slice(end + 1)) &&
    zone !== '' &&
    !BROKEN_PERCENT.test(zone ?? '') &&
    address.length <= MAX_ADDRESS_LENGTH &&
    !address.includes('%') &&
    URL.canParse(`http://[${address}]`)
  );
}

function isPort(text: string): boolean {
  return text === '' || (text.startsWith(':') && !/\D/.test(text.slice(1)));
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
    .filter(
      parameter => !parameter.includes(';') && !BROKEN_PERCENT.test(parameter),
    );
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
  const given = cleanPath(`/${folder}`).slice(1);
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
