// SPDX-License-Identifier: Apache-2.0
import { toLower } from '../../text/characters.ts';
import { byteLength } from '../../text/bytes.ts';

/**
 * The parts of an image reference; with an error all others are empty.
 *
 * @public
 */
export interface ImageReference {
  /** Registry, `docker.io` when none is written. */
  readonly domain: string;
  /** Repository within the registry, with `library/` for official images. */
  readonly path: string;
  /** As written; empty when there is none. */
  readonly tag: string;
  /** Algorithm and hexadecimal value; empty when there is none. */
  readonly digest: string;
  /** The shortest form, as Docker prints it. */
  readonly familiar: string;
  /** Registry, repository and tag or digest; `:latest` where both are missing. */
  readonly full: string;
  readonly error: string | null;
}

/**
 * Splits an image reference as `docker pull` does (the grammar of
 * distribution/reference). Never throws; time is linear.
 *
 * @param reference - for example `node:22-slim@sha256:…`
 * @public
 */
export function parseImageReference(reference: string): ImageReference {
  if (reference.length > MAX_REFERENCE_LENGTH) {
    return invalid('invalid reference format');
  }
  if (IDENTIFIER.test(reference)) {
    return invalid(
      `invalid repository name (${reference}), cannot specify 64-byte hexadecimal strings`,
    );
  }
  const { domain, remainder } = splitDomain(reference);
  const colon = remainder.indexOf(':');
  const remote = colon < 0 ? remainder : remainder.slice(0, colon);
  if (toLower(remote) !== remote) {
    return invalid(
      `invalid reference format: repository name (${remote}) must be lowercase`,
    );
  }
  const parts = matchParts(domain, remainder);
  if (parts === undefined) {
    return invalid(
      matchParts(toLower(domain), toLower(remainder))
        ? 'repository name must be lowercase'
        : 'invalid reference format',
    );
  }
  if (byteLength(parts.path) > MAX_PATH_BYTES) {
    return invalid('repository name must not be more than 255 characters');
  }
  const digestError = parts.digest && checkDigest(parts.digest);
  return digestError ? invalid(digestError) : named(parts);
}

type Parts = Pick<ImageReference, 'domain' | 'path' | 'tag' | 'digest'>;

/** Applies the grammar; undefined where it does not fit. */
function matchParts(domain: string, remainder: string): Parts | undefined {
  const at = remainder.indexOf('@');
  const name = at < 0 ? remainder : remainder.slice(0, at);
  const digest = at < 0 ? '' : remainder.slice(at + 1);
  if (at >= 0 && !DIGEST.test(digest)) return undefined;
  const colon = name.indexOf(':');
  const path = colon < 0 ? name : name.slice(0, colon);
  const tag = colon < 0 ? '' : name.slice(colon + 1);
  if (colon >= 0 && !TAG.test(tag)) return undefined;
  if (!isRepositoryPath(path)) return undefined;
  if (isDomain(domain)) return { domain, path, tag, digest };
  // What looks like a registry but is none (`a_b.c/d`) is part of the path.
  if (!isRepositoryPath(domain)) return undefined;
  return { domain: '', path: `${domain}/${path}`, tag, digest };
}

function named(parts: Parts): ImageReference {
  const { domain, path, tag, digest } = parts;
  const suffix = (tag && `:${tag}`) + (digest && `@${digest}`);
  const name = domain === '' ? path : `${domain}/${path}`;
  return {
    domain,
    path,
    tag,
    digest,
    familiar: familiarName(domain, path) + suffix,
    full: name + (suffix || `:${DEFAULT_TAG}`),
    error: null,
  };
}

const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DOMAIN = 'index.docker.io';
const OFFICIAL_PREFIX = 'library/';
const DEFAULT_TAG = 'latest';
const MAX_PATH_BYTES = 255;
/** A limit of ours: Docker has none for the registry and the digest. */
const MAX_REFERENCE_LENGTH = 1 << 16;

const IDENTIFIER = /^[a-f0-9]{64}$/;
const TAG = /^[0-9A-Za-z_][0-9A-Za-z_.-]{0,127}$/;
const DIGEST =
  /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}$/;
const DOMAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const IPV6 = /^\[[A-Fa-f0-9:]+\]$/;
const PORT = /^[0-9]+$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;

/** Docker's guess: a first part that looks like a host is the registry. */
function splitDomain(reference: string): {
  readonly domain: string;
  readonly remainder: string;
} {
  const slash = reference.indexOf('/');
  const first = reference.slice(0, Math.max(slash, 0));
  const isDomainLike =
    slash >= 0 &&
    (/[.:]/.test(first) || first === 'localhost' || toLower(first) !== first);
  if (isDomainLike && first !== LEGACY_DOMAIN && first !== DEFAULT_DOMAIN) {
    return { domain: first, remainder: reference.slice(slash + 1) };
  }
  const rest = isDomainLike ? reference.slice(slash + 1) : reference;
  const remainder = rest.includes('/') ? rest : OFFICIAL_PREFIX + rest;
  return { domain: DEFAULT_DOMAIN, remainder };
}

function isDomain(domain: string): boolean {
  const bracket = domain.lastIndexOf(']');
  const colon = domain.indexOf(':', bracket + 1);
  const host = colon < 0 ? domain : domain.slice(0, colon);
  if (colon >= 0 && !PORT.test(domain.slice(colon + 1))) return false;
  return (
    IPV6.test(host) || host.split('.').every(label => DOMAIN_LABEL.test(label))
  );
}

function isRepositoryPath(path: string): boolean {
  return path.split('/').every(component => PATH_COMPONENT.test(component));
}

/** Hexadecimal digits of the algorithms that the OCI image format knows. */
const DIGEST_LENGTHS: Readonly<Record<string, number>> = {
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** Why a well-formed digest is none that exists, as go-digest says it. */
export function checkDigest(digest: string): string | undefined {
  const colon = digest.indexOf(':');
  const algorithm = digest.slice(0, Math.max(colon, 0));
  const encoded = digest.slice(colon + 1);
  if (algorithm === '' || encoded === '') {
    return 'invalid checksum digest format';
  }
  if (!Object.hasOwn(DIGEST_LENGTHS, algorithm)) {
    return ANY_DIGEST.test(digest)
      ? 'unsupported digest algorithm'
      : 'invalid checksum digest format';
  }
  if (byteLength(encoded) !== DIGEST_LENGTHS[algorithm]) {
    return 'invalid checksum digest length';
  }
  return /^[a-f0-9]+$/.test(encoded)
    ? undefined
    : 'invalid checksum digest format';
}

/** The wider grammar of go-digest, which allows other encodings. */
const ANY_DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;

function familiarName(domain: string, path: string): string {
  if (domain === '') return path;
  if (domain !== DEFAULT_DOMAIN) return `${domain}/${path}`;
  const short = path.startsWith(OFFICIAL_PREFIX)
    ? path.slice(OFFICIAL_PREFIX.length)
    : path;
  // `library/a/b` has no shorter form; `a/b` would be another image.
  return short.includes('/') ? path : short;
}

function invalid(error: string): ImageReference {
  return {
    domain: '',
    path: '',
    tag: '',
    digest: '',
    familiar: '',
    full: '',
    error,
  };
}
