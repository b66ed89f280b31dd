// SPDX-License-Identifier: Apache-2.0
import { officialName } from './baseImages/officialName.ts';

/**
 * Images that are trusted without a policy that names them: Docker's official
 * images (their copies count as these), and what publishers of base images put
 * into registries and organisations of their own. Each stands for all below it.
 *
 * Source: https://github.com/docker-library/docs, which sends readers of images
 * that are official no more to openSUSE's and Rocky Linux's own ones, and whose
 * images build upon Red Hat's; the repositories and pages that the table of base
 * images names for Microsoft, Red Hat, Google, Chainguard, Oracle and Amazon;
 * https://docs.docker.com/dhi. Of docker.io/microsoft/, registry.fedoraproject.org
 * and container-registry.oracle.com the names alone tell whose they are.
 * Basis: publisher, 2026-11-21.
 */
const WELL_KNOWN_IMAGES: readonly string[] = [
  'docker.io/library/',
  'mcr.microsoft.com/',
  'docker.io/microsoft/',
  'gcr.io/distroless/',
  'cgr.dev/chainguard/',
  'docker.io/chainguard/',
  'dhi.io/',
  'registry.access.redhat.com/',
  'registry.redhat.io/',
  'docker.io/redhat/',
  'docker.io/opensuse/',
  'docker.io/rockylinux/',
  'registry.fedoraproject.org/',
  'registry.opensuse.org/opensuse/',
  'ghcr.io/oracle/',
  'container-registry.oracle.com/os/',
  'public.ecr.aws/amazonlinux/',
  'public.ecr.aws/amazoncorretto/',
  'public.ecr.aws/lambda/',
];

/** The parts of an image reference that tell who published it. */
export interface Repository {
  /** `docker.io`. */
  readonly domain: string;
  /** `library/node`. */
  readonly path: string;
}

/**
 * Whether an image is well known, or its full name begins with one of the
 * prefixes. A prefix without a registry means Docker Hub, one without a path a
 * whole registry.
 */
export function isTrustedImage(
  { domain, path }: Repository,
  prefixes: readonly string[],
): boolean {
  // Most are official, and need no look at the list.
  if (domain === 'docker.io' && path.startsWith('library/')) return true;
  const name = officialName(`${domain}/${path}`);
  const folder = `${name}/`;
  return (
    WELL_KNOWN_IMAGES.some(prefix => folder.startsWith(prefix)) ||
    prefixes.some(prefix => {
      const full = fullPrefix(prefix);
      return full !== '' && (name.startsWith(full) || folder === full);
    })
  );
}

function fullPrefix(prefix: string): string {
  const text = prefix.endsWith('*') ? prefix.slice(0, -1) : prefix;
  if (text === '') return '';
  const slash = text.indexOf('/');
  const first = slash < 0 ? text : text.slice(0, slash);
  // As Docker guesses it: what looks like a host is a registry.
  if (!/[.:]/.test(first) && first !== 'localhost') return `docker.io/${text}`;
  return slash < 0 ? `${text}/` : text;
}

/**
 * Whether a registry is one that nobody vouches for: this machine, an address
 * without a name, or a port without TLS.
 */
export function isInsecureRegistry(domain: string): boolean {
  if (!/[0-9[]|localhost/.test(domain)) return false;
  const [, host = domain, port] = /^(.*?)(?::([0-9]+))?$/.exec(domain) ?? [];
  return (
    port === '80' ||
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host.startsWith('[') ||
    /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(host)
  );
}
